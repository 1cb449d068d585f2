import Lexicon

/// What a run of letters and digits turned out to be.
private struct RunState {
  var hasLetter = false
  var hasDigit = false
  var separators = 0
  var isAddress = false
}

extension Window {
  /// Reads a run of letters or digits from `start` on, with the signs that belong inside: `24.13`, `1,243`, `37%`,
  /// `8:30`, `COVID-19`, `AT&T`, `a@b.cn`, `https://…`.
  ///
  /// - Returns: the offset after it; nil if it does not fit into what is left of the window.
  func run(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ position: inout Int) -> Int? {
    let first = position
    var state = RunState()
    var i = start
    while i < end, position - first < Self.longestRun {
      if position >= Self.capacity - 1 {
        guard first == 0 else {
          position = first
          return nil
        }
        break
      }
      let (code, length) = code(bytes, i, end)
      let kind = CharacterClass(rawValue: trie.classes[Int(code)]) ?? .other
      if kind.formsRuns {
        if kind == .digit { state.hasDigit = true } else { state.hasLetter = true }
      } else if kind == .mark || kind == .ignorable {
        i += length
        continue
      } else if isJoiner(bytes, i, length, end, &state) {
        state.separators += 1
      } else {
        break
      }
      offsets[position] = UInt32(truncatingIfNeeded: i)
      codes[position] = code
      position += 1
      i += length
    }
    close(first, position, state)
    return i
  }

  private func close(_ first: Int, _ end: Int, _ state: RunState) {
    let isNumber = state.hasDigit && !state.hasLetter
    if state.isAddress {
      addSpecial(first, .address, end: end)
    } else if isNumber, trie.classes[Int(codes[end - 1])] == CharacterClass.digit.rawValue {
      roles[first] = NumeralRole.arabic.rawValue
      addSpecial(first, .numeral, end: end)
    } else {
      addSpecial(first, isNumber ? .number : .latin, end: end)
    }
    var inner = first + 1
    while inner < end {
      addSpecial(inner, .blocked, end: inner + 1)
      inner += 1
    }
  }

  /// Whether the sign at `i` belongs to the run before it.
  private func isJoiner(
    _ bytes: UnsafePointer<UInt8>, _ i: Int, _ length: Int, _ end: Int, _ state: inout RunState
  ) -> Bool {
    let sign = lexicon.fold(Self.scalar(bytes, i, end).scalar)
    let next = i + length
    if state.isAddress { return isAddressByte(bytes, i, end) }
    if sign == 0x25 || sign == 0x2030 { return state.hasDigit && !state.hasLetter && isLastSign(bytes, i) }
    guard next < end else { return false }
    let following = trie.classes[Int(code(bytes, next, end).code)]
    let digitFollows = following == CharacterClass.digit.rawValue
    let letterFollows = following == CharacterClass.letter.rawValue
    switch sign {
    case 0x2E:  // .
      return state.hasLetter ? digitFollows || letterFollows : digitFollows
    case 0x3A where bytes[i] == 0x3A && next + 1 < end && bytes[next] == 0x2F && bytes[next + 1] == 0x2F:  // ://
      state.isAddress = state.hasLetter
      return state.isAddress
    case 0x3A, 0x2236, 0x2F, 0xB7:  // : ∶ / ·
      if sign == 0x2F, state.hasLetter, state.separators > 0, letterFollows || digitFollows {
        state.isAddress = true
        return true
      }
      return !state.hasLetter && digitFollows
    case 0x2C:  // ,
      return !state.hasLetter && length == 1 && groupOfThree(bytes, next, end)
    case 0x40:  // @
      state.isAddress = letterFollows || digitFollows
      return state.isAddress
    case 0x26, 0x27, 0x2D, 0x5F:  // & ' - _
      return length == 1 && (state.hasLetter && (letterFollows || digitFollows) || sign == 0x2D && letterFollows)
    default:
      return false
    }
  }

  /// Whether the percent sign at `i` follows a digit at once.
  private func isLastSign(_ bytes: UnsafePointer<UInt8>, _ i: Int) -> Bool {
    // The byte before is the last of an ASCII or a full-width digit (EF BC 90 … EF BC 99).
    let before = bytes[i - 1]
    return before >= 0x30 && before <= 0x39 || before >= 0x90 && before <= 0x99
  }

  /// Whether exactly three digits stand at `i`.
  private func groupOfThree(_ bytes: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    func digit(_ at: Int) -> Bool { at < end && bytes[at] >= 0x30 && bytes[at] <= 0x39 }
    return digit(i) && digit(i + 1) && digit(i + 2) && !digit(i + 3)
  }

  /// Whether the ASCII sign at `i` may stand in a URL; closing punctuation only if more of the URL follows.
  private func isAddressByte(_ bytes: UnsafePointer<UInt8>, _ i: Int, _ end: Int) -> Bool {
    switch bytes[i] {
    case 0x2F, 0x23, 0x25, 0x26, 0x2B, 0x2D, 0x3D, 0x5F, 0x7E, 0x40, 0x24:  // / # % & + - = _ ~ @ $
      return true
    case 0x2E, 0x2C, 0x3A, 0x3B, 0x21, 0x3F:  // . , : ; ! ?
      guard i + 1 < end else { return false }
      let next = bytes[i + 1]
      return next >= 0x30 && next <= 0x39 || next | 0x20 >= 0x61 && next | 0x20 <= 0x7A || next == 0x2F
    default:
      return false
    }
  }
}

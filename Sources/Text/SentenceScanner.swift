/// Walks forward through a block from sentence end to sentence end.
struct SentenceScanner {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the walk stands.
  private var i = 0
  /// Where the sentence began.
  private var start = 0
  /// Scalars since then.
  private var length = 0
  /// After the last comma of the sentence, and the scalars before it; 0 when there is none.
  private var comma = 0
  private var commaLength = 0
  /// Whether a straight quotation mark stands open.
  private var isQuoted = false
  /// Whether only spaces and closing marks have been seen in the sentence.
  private var isBlank = true

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// The end of the next sentence; nil after the last one.
  mutating func next() -> Int? {
    while i < text.count {
      // Ideographs, E4–E9, are nothing here and nearly everything.
      if text[i] >= 0xE4, text[i] <= 0xE9, length < SentenceSplitter.limit {
        skipIdeographs()
        isBlank = false
        continue
      }
      if length >= SentenceSplitter.limit { return cut() }
      let (mark, width) = SentenceMark.at(i, in: text)
      let place = i
      i &+= width
      length &+= 1
      switch mark {
      case .space, .closer: break
      case .other, .pause: isBlank = false
      case .comma:
        isBlank = false
        comma = i
        commaLength = length
      case .quote:
        isQuoted.toggle()
        isBlank = false
      case .opener:
        let endsInside = skipBracket(from: place)
        if isBlank, endsInside, let end = finish() { return end }
        isBlank = false
      case .lineBreak:
        // Empty lines before a sentence belong to it, those after it to the one before.
        if !isBlank {
          skipSpace()
          return end()
        }
      case .terminator:
        isBlank = false
        if !isInsideAddress(place), let end = finish() { return end }
      case .fullStop:
        isBlank = false
        if fullStopEnds(at: place), let end = finish() { return end }
      }
    }
    return i > start ? end() : nil
  }

  /// Moves behind the ideographs that stand here, as far as the sentence may go.
  @inline(__always)
  private mutating func skipIdeographs() {
    var (end, count) = (i, length)
    while end < text.count, text[end] >= 0xE4, text[end] <= 0xE9, count < SentenceSplitter.limit {
      end &+= 3
      count &+= 1
    }
    (i, length) = (min(end, text.count), count)
  }

  /// Ends the sentence here.
  private mutating func end() -> Int {
    start = i
    length = 0
    comma = 0
    isBlank = true
    return i
  }

  /// Cuts a sentence that has grown to the limit, after its last comma or here; what follows the comma is not read again.
  private mutating func cut() -> Int {
    if comma <= start || comma >= i { return end() }
    let place = comma
    start = comma
    length -= commaLength
    comma = 0
    return place
  }

  /// After a terminator: takes what belongs to it, and ends the sentence unless a comma follows.
  private mutating func finish() -> Int? {
    var j = i
    var scalars = 0
    var spaced = false
    var quoted = isQuoted
    scan: while j < text.count, length + scalars < SentenceSplitter.limit {
      let (mark, width) = SentenceMark.at(j, in: text)
      switch mark {
      case .terminator, .pause, .fullStop:
        if spaced { break scan }
      case .closer:
        if spaced { break scan }
      case .quote:
        // It closes only what stands open, and only where nothing is between.
        if spaced || !quoted { break scan }
        quoted = false
      case .space: spaced = true
      case .comma:
        // The sentence goes on: “来吗？”，他问。 What was looked at is not looked at again.
        i = j
        length += scalars
        isQuoted = quoted
        return nil
      case .lineBreak:
        i = j
        length += scalars
        isQuoted = quoted
        skipSpace()
        return end()
      case .other, .opener: break scan
      }
      j += width
      scalars += 1
    }
    i = j
    isQuoted = quoted
    return end()
  }

  /// Moves behind spaces and line breaks.
  private mutating func skipSpace() {
    while i < text.count, length < SentenceSplitter.limit {
      let (mark, width) = SentenceMark.at(i, in: text)
      guard mark == .space || mark == .lineBreak else { return }
      i &+= width
      length &+= 1
    }
  }

  /// Moves behind the bracket that opened at `place` if it closes within ``reach``; tells whether its text ends as a
  /// sentence does. A bracket left open, or with another one in it, is read like any text.
  private mutating func skipBracket(from place: Int) -> Bool {
    var j = i
    var scalars = 0
    var ended = false
    let limit = min(text.count, place + Self.reach)
    while j < limit {
      let (mark, width) = SentenceMark.at(j, in: text)
      if mark == .opener || mark == .lineBreak { return false }
      j += width
      scalars += 1
      if mark == .closer, closes(j - width, place) {
        guard length + scalars < SentenceSplitter.limit else { return false }
        i = j
        length += scalars
        return ended
      }
      if mark != .space, mark != .closer { ended = mark == .terminator }
    }
    return false
  }

  /// Whether the closing mark at `closer` belongs to the opening one at `opener`.
  private func closes(_ closer: Int, _ opener: Int) -> Bool {
    if text[opener] < 0x80 {
      return text[closer] == (text[opener] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]"))
    }
    // Unicode puts the two beside each other (《 U+300A, 》 U+300B), ［ ］ one apart.
    let distance = text[opener] == 0xEF && text[opener + 2] == 0xBB ? 2 : 1
    return text[closer] == text[opener] && text[closer + 1] == text[opener + 1]
      && Int(text[closer + 2]) == Int(text[opener + 2]) + distance
  }

  /// Whether a half-width ! or ? stands between letters or digits, as in a web address: `?id=5`.
  private func isInsideAddress(_ place: Int) -> Bool {
    text[place] < 0x80 && place > start && place + 1 < text.count && isAlphanumeric(text[place - 1])
      && isAlphanumeric(text[place + 1])
  }

  /// Whether the full stop at `place` ends a sentence.
  private func fullStopEnds(at place: Int) -> Bool {
    guard place > start, text[place] == UInt8(ascii: ".") || text[place] == 0xEF else { return false }
    let before = text[place - 1]
    var letters = 0
    while letters < 4, place - 1 - letters >= start, isLetter(text[place - 1 - letters]) { letters += 1 }
    guard before >= 0x80 || letters == 4 || before == UInt8(ascii: ")") || before == UInt8(ascii: "\"") else {
      return false
    }
    var j = i
    while j < text.count {
      let (mark, width) = SentenceMark.at(j, in: text)
      switch mark {
      case .space, .lineBreak: return true
      case .closer, .quote: j += width
      default: return false
      }
      if j - i > 32 { return false }
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) }

  /// The longest bracket, in bytes, taken as one: a hundred Chinese characters. It bounds the work an opening bracket
  /// can cause.
  private static let reach = 300
}

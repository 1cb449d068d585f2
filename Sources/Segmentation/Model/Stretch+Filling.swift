import Lexicon

extension Stretch {
  /// Reads the units from position `start` of a window whose best path is found and whose words are noted, up to the next
  /// sign.
  ///
  /// - Parameter before: the symbol of what stands before.
  /// - Returns: whether there is anything to decide in it.
  func fill(_ window: Window, from start: Int, before: UInt16) -> Bool {
    let tokens = window.tokens
    let last = window.count
    var position = start
    var hasFree = false
    // A copy: each change of a class's property is checked for exclusive access.
    var count = 0
    setEdge(-2, Symbol.edge)
    setEdge(-1, before)
    while position < last {
      let entry = tokens[position]
      let next = position &+ Int(entry & 0xFFF)
      let kind = Self.kind(window, position, entry)
      if kind == .word || kind == .number && next == position &+ 1, Self.isHan(window, position, next) {
        hasFree = true
        addFree(window, position, next, at: Self.rim &+ count)
        count &+= next &- position
      } else if Self.isSign(kind) {
        break
      } else {
        addFixed(position, kind, at: Self.rim &+ count)
        count &+= 1
      }
      position = next
    }
    self.count = count
    end = position
    positions[Self.rim &+ count] = UInt16(truncatingIfNeeded: position)
    setEdge(count, position < last ? Self.signSymbol(window, position) : Symbol.edge)
    setEdge(count &+ 1, Symbol.edge)
    return hasFree
  }

  /// The symbol of the sign at `position`.
  static func signSymbol(_ window: Window, _ position: Int) -> UInt16 {
    let code = window.codes[position]
    switch window.kind(code) {
    case .space, .lineBreak: return Symbol.edge
    default: return code
    }
  }

  @inline(__always)
  private static func kind(_ window: Window, _ position: Int, _ entry: UInt16) -> TokenKind {
    if entry >> 12 != 0 { return TokenKind(rawValue: UInt8(truncatingIfNeeded: entry >> 12)) ?? .other }
    let code = window.codes[position]
    return code >= CharacterCode.firstPlain ? .word : window.kind(code)
  }

  @inline(__always) private static func isSign(_ kind: TokenKind) -> Bool {
    kind == .punctuation || kind == .space || kind == .lineBreak
  }

  private static func symbol(of kind: TokenKind) -> UInt16 {
    switch kind {
    case .number: Symbol.number
    case .time: Symbol.time
    default: Symbol.foreign
    }
  }

  /// Whether the characters are all Han: the model decides about no others.
  @inline(__always) private static func isHan(_ window: Window, _ start: Int, _ end: Int) -> Bool {
    var position = start
    while position < end {
      let code = window.codes[position]
      if code < CharacterCode.firstPlain, window.trie.classes[Int(code)] != CharacterClass.han.rawValue { return false }
      position &+= 1
    }
    return true
  }

  /// Adds the characters of a word of the path.
  @inline(__always) private func addFree(_ window: Window, _ start: Int, _ end: Int, at first: Int) {
    let codes = window.codes
    let wordBegins = window.begins
    let wordEnds = window.ends
    var at = first
    var position = start
    while position < end {
      symbols[at] = codes[position]
      positions[at] = UInt16(truncatingIfNeeded: position)
      fixed[at] = 0
      begins[at] = wordBegins[position]
      ends[at] = wordEnds[position]
      path[at] = PositionTag.middle.rawValue
      at &+= 1
      position &+= 1
    }
    path[first] = PositionTag.begin.rawValue
    path[at &- 1] = end == start &+ 1 ? PositionTag.single.rawValue : PositionTag.end.rawValue
  }

  private func addFixed(_ position: Int, _ kind: TokenKind, at: Int) {
    positions[at] = UInt16(truncatingIfNeeded: position)
    setFixed(at, Self.symbol(of: kind))
  }

  private func setEdge(_ unit: Int, _ symbol: UInt16) { setFixed(Self.rim &+ unit, symbol) }

  @inline(__always) private func setFixed(_ at: Int, _ symbol: UInt16) {
    symbols[at] = symbol
    fixed[at] = 1
    begins[at] = 1
    ends[at] = 1
    path[at] = PositionTag.single.rawValue
  }
}

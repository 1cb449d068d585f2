import Lexicon

extension Stretch {
  /// Reads the units from position `start` of a window whose best path is found, up to the next sign.
  ///
  /// - Parameter before: the symbol of what stands before.
  /// - Returns: whether there is anything to decide in it.
  func fill(_ window: Window, from start: Int, before: UInt16) -> Bool {
    count = 0
    var position = start
    var hasFree = false
    setEdge(-2, Symbol.edge)
    setEdge(-1, before)
    while position < window.count {
      let entry = window.tokens[position]
      let next = position &+ Int(entry & 0xFFF)
      let kind = Self.kind(window, position, entry)
      if Self.isSign(kind) { break }
      if isFree(window, position, next, entry) {
        hasFree = true
        addFree(window, position, next)
      } else {
        add(position, Self.symbol(of: kind), fixed: 1, role: 32 &+ kind.rawValue, path: PositionTag.single.rawValue)
      }
      position = next
    }
    end = position
    positions[Self.rim &+ count] = UInt16(truncatingIfNeeded: position)
    setEdge(count, position < window.count ? Self.signSymbol(window, position) : Symbol.edge)
    setEdge(count &+ 1, Symbol.edge)
    if hasFree { findWords(window) }
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

  private static func kind(_ window: Window, _ position: Int, _ entry: UInt16) -> TokenKind {
    entry >> 12 == 0 ? window.kind(window.codes[position]) : TokenKind(rawValue: UInt8(entry >> 12)) ?? .other
  }

  static func isSign(_ kind: TokenKind) -> Bool {
    switch kind {
    case .punctuation, .space, .lineBreak: true
    default: false
    }
  }

  private static func symbol(of kind: TokenKind) -> UInt16 {
    switch kind {
    case .number: Symbol.number
    case .time: Symbol.time
    default: Symbol.foreign
    }
  }

  /// Whether the model decides about the characters of a token of the best path: words and single numerals, if all of
  /// them are Han.
  private func isFree(_ window: Window, _ start: Int, _ end: Int, _ entry: UInt16) -> Bool {
    switch entry >> 12 {
    case 0: break
    case UInt16(TokenKind.number.rawValue): if end != start &+ 1 { return false }
    default: return false
    }
    var position = start
    while position < end {
      if window.trie.classes[Int(window.codes[position])] != CharacterClass.han.rawValue { return false }
      position &+= 1
    }
    return true
  }

  private func addFree(_ window: Window, _ start: Int, _ end: Int) {
    var position = start
    while position < end {
      let tag: PositionTag =
        if end == start &+ 1 { .single } else if position == start { .begin } else if position == end &- 1 { .end } else
        { .middle }
      let code = window.codes[position]
      add(position, code, fixed: 0, role: window.trie.roles[Int(code)], path: tag.rawValue)
      position &+= 1
    }
  }

  @inline(__always)
  private func add(_ position: Int, _ symbol: UInt16, fixed isFixed: UInt8, role: UInt8, path tag: UInt8) {
    let at = Self.rim &+ count
    symbols[at] = symbol
    positions[at] = UInt16(truncatingIfNeeded: position)
    fixed[at] = isFixed
    begins[at] = 1
    ends[at] = 1
    inside[at] = 0
    roles[at] = role
    path[at] = tag
    scores[at] = .zero
    count &+= 1
  }

  private func setEdge(_ unit: Int, _ symbol: UInt16) {
    let at = Self.rim &+ unit
    symbols[at] = symbol
    roles[at] = symbol == Symbol.edge ? 62 : 63
    path[at] = PositionTag.single.rawValue
  }

  /// Notes the longest words of the lexicon, of two characters or more, over the characters that are to be decided.
  private func findWords(_ window: Window) {
    let nodes = window.trie.nodes
    var unit = 0
    while unit < count {
      let first = Self.rim &+ unit
      unit &+= 1
      if fixed[first] != 0 { continue }
      var node = window.trie.root &+ Int(symbols[first])
      var at = first &+ 1
      var longest = 1
      while at < Self.rim &+ count, fixed[at] == 0 {
        let next = Trie.base(nodes[node]) &+ Int(symbols[at])
        if Trie.label(nodes[next]) != symbols[at] { break }
        node = next
        at &+= 1
        if Trie.cost(nodes[node]) != Trie.noCost, !isHidden(window, node) {
          longest = at &- first
          let length = UInt8(truncatingIfNeeded: min(longest, Self.longestLength))
          ends[at &- 1] = max(ends[at &- 1], length)
        }
      }
      let length = UInt8(truncatingIfNeeded: min(longest, Self.longestLength))
      begins[first] = length
      var inner = first &+ 1
      while inner < first &+ longest &- 1 {
        inside[inner] = max(inside[inner], length)
        inner &+= 1
      }
    }
  }

  @inline(__always) private func isHidden(_ window: Window, _ node: Int) -> Bool {
    hiddenWords.isEmpty ? false : hiddenWords.contains(WordID(raw: window.trie.words[node]))
  }
}

import Lexicon

extension Window {
  /// Calls `body` with the end and the trie's node of each word of the lexicon that starts at `position`, shortest first.
  @inline(__always) func forEachWord(from position: Int, _ body: (_ end: Int, _ node: Int) -> Void) {
    var node = trie.root &+ Int(codes[position])
    var k = position &+ 1
    while true {
      if trie.words[node] != .max { body(k, node) }
      let code = codes[k]
      let parent = trie.nodes[node]
      if k >= count || Trie.mayHaveChild(parent, code) == 0 { return }
      let next = Trie.base(parent) &+ Int(code)
      if Trie.label(trie.nodes[next]) != code { return }
      node = next
      k &+= 1
    }
  }

  /// Kind and origin of the token from `start` to `end`, which the best path left as `entry`; for what is no word of
  /// the lexicon, as the model may invent it, the origin is 0.
  @inline(__always)
  func describe(_ start: Int, _ end: Int, _ entry: UInt16) -> (kind: TokenKind, origin: UInt32) {
    if entry >> 12 != 0 { return describeSpecial(start, end, entry) }
    if entry == 1 { return (kind(codes[start]), wordNodes[start] & (1 << Self.kindShift &- 1)) }
    if entry == 2, UInt32(truncatingIfNeeded: shortCosts[start] >> 32) != Self.noWord {
      return (.word, wordNodes[Self.room &+ start])
    }
    if entry == 3, tripleCosts[start] != Self.noWord { return (.word, wordNodes[2 &* Self.room &+ start]) }
    return (.word, origin(start, end))
  }

  /// Looks up a word that the model made; 0 if there is none.
  private func origin(_ start: Int, _ end: Int) -> UInt32 {
    var node = trie.root &+ Int(codes[start])
    for k in start &+ 1..<end {
      node = Trie.base(trie.nodes[node]) &+ Int(codes[k])
      if Trie.label(trie.nodes[node]) != codes[k] { return 0 }
    }
    return UInt32(truncatingIfNeeded: node)
  }

  /// As ``describe(_:_:_:)``, as long as nobody has changed what the best path left. Without a branch that depends on the text,
  /// but for the user's words.
  @inline(__always)
  func describeKnown(_ start: Int, _ entry: UInt16) -> (kind: TokenKind, origin: UInt32) {
    if entry >> 12 == TokenKind.user.rawValue { return describeSpecial(start, start &+ Int(entry & 0xFFF), entry) }
    let row = (entry < 4 ? Int(entry) &- 1 : 3) &+ (entry < 0x1000 ? 0 : 1)
    let word = wordNodes[row &* Self.room &+ start]
    return (kinds[Int(word >> Self.kindShift) | Int(entry >> 12)], word & (1 << Self.kindShift &- 1))
  }

  // A call, so that only those who get here pay for the look at a class's array.
  @inline(never) private func describeSpecial(_ start: Int, _ end: Int, _ entry: UInt16) -> (
    kind: TokenKind, origin: UInt32
  ) {
    let kind = TokenKind(rawValue: UInt8(entry >> 12)) ?? .other
    guard kind == .user else { return (kind, 0) }
    return (kind, userEntry(start, end) ?? 0)
  }
}

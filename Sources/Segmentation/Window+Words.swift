import Lexicon

extension Window {
  /// Calls `body` with the end and the trie's node of each word of the lexicon that starts at `position`, shortest first.
  @inline(__always) func forEachWord(from position: Int, _ body: (_ end: Int, _ node: Int) -> Void) {
    var node = trie.root &+ Int(codes[position])
    var k = position &+ 1
    while true {
      if trie.words[node] != .max { body(k, node) }
      let code = codes[k]
      let next = Trie.base(trie.nodes[node]) &+ Int(code)
      if k >= count || Trie.label(trie.nodes[next]) != code { return }
      node = next
      k &+= 1
    }
  }

  /// Kind and origin of the token from `start` to `end`, which the best path left as `entry`.
  ///
  /// - Parameter mayInventWords: whether there may be words that the lexicon does not have; their origin is 0.
  @inline(__always)
  func describe(
    _ start: Int, _ end: Int, _ entry: UInt16, mayInventWords: Bool = false
  ) -> (kind: TokenKind, origin: UInt32) {
    if entry >> 12 != 0 { return describeSpecial(start, end, entry) }
    let length = end &- start
    if length == 1 { return (kind(codes[start]), wordNodes[start]) }
    if !mayInventWords { return (.word, wordNodes[(min(length, 4) &- 1) &* Self.room &+ start]) }
    // The model cuts where it likes, so the word is looked up.
    var node = trie.root &+ Int(codes[start])
    for k in start &+ 1..<end {
      node = Trie.base(trie.nodes[node]) &+ Int(codes[k])
      if Trie.label(trie.nodes[node]) != codes[k] { return (.word, 0) }
    }
    return (.word, UInt32(truncatingIfNeeded: node))
  }

  private func describeSpecial(_ start: Int, _ end: Int, _ entry: UInt16) -> (kind: TokenKind, origin: UInt32) {
    let kind = TokenKind(rawValue: UInt8(entry >> 12)) ?? .other
    guard kind == .user else { return (kind, 0) }
    return (kind, userEntry(start, end) ?? 0)
  }
}

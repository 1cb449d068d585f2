/// Words by their UTF-8 bytes, for tables of some hundred words: one hash table of edges.
struct ByteTrie: Sendable {
  /// Node and byte in one key (0: free), open addressing; a power of two, never more than half full.
  private var keys: [UInt32]
  private var targets: [Int32]
  /// By node: the number of the word that ends there, or -1.
  private var words: [Int32] = [-1]

  init(_ list: [(word: String, number: Int32)]) {
    let bytes = list.reduce(1) { $0 + $1.word.utf8.count }
    let size = 1 << (Int.bitWidth - (bytes * 2).leadingZeroBitCount)
    keys = [UInt32](repeating: 0, count: size)
    targets = [Int32](repeating: 0, count: size)
    for (word, number) in list where !word.isEmpty {
      var node: Int32 = 0
      for byte in word.utf8 { node = childOrNew(node, byte) }
      if words[Int(node)] < 0 { words[Int(node)] = number }
    }
  }

  @inline(__always) private func slot(_ key: UInt32) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 7) & (keys.count - 1)
    while keys[at] != 0, keys[at] != key { at = (at + 1) & (keys.count - 1) }
    return at
  }

  @inline(__always) private static func key(_ node: Int32, _ byte: UInt8) -> UInt32 {
    UInt32(bitPattern: node) << 8 | UInt32(byte)
  }

  private mutating func childOrNew(_ node: Int32, _ byte: UInt8) -> Int32 {
    let at = slot(Self.key(node, byte))
    if keys[at] != 0 { return targets[at] }
    keys[at] = Self.key(node, byte)
    targets[at] = Int32(words.count)
    words.append(-1)
    return targets[at]
  }

  /// Calls `body` for each word that begins at `position` of `bytes` and ends before `limit`, shortest first.
  ///
  /// - Complexity: O(bytes of the longest word).
  func forEachWord(in bytes: [UInt8], at position: Int, limit: Int, _ body: (_ end: Int, _ number: Int32) -> Void) {
    var node: Int32 = 0
    var at = position
    while at < limit {
      let slot = slot(Self.key(node, bytes[at]))
      guard keys[slot] != 0 else { return }
      node = targets[slot]
      at += 1
      if words[Int(node)] >= 0 { body(at, words[Int(node)]) }
    }
  }
}

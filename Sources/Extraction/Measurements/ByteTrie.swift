/// Words by their UTF-8 bytes, for tables of some hundred words: one hash table of edges.
struct ByteTrie: Sendable {
  /// Node and byte in one key (0: free), open addressing; a power of two, never more than half full.
  private let keys: Table<UInt32>
  private let targets: Table<Int32>
  private let mask: Int
  /// By node: the number of the word that ends there, or -1.
  private let words: Table<Int32>
  /// Of characters of three bytes, by their low 16 bits: whether a word begins with one.
  private let beginnings: Table<UInt64>

  /// - Parameter joined: what becomes of a word that comes twice; if nothing is said, the first one holds.
  init(_ list: [(word: String, number: Int32)], joined: (Int32, Int32) -> Int32 = { first, _ in first }) {
    let bytes = list.reduce(1) { $0 + $1.word.utf8.count }
    let size = 1 << (Int.bitWidth - (bytes * 2).leadingZeroBitCount)
    mask = size - 1
    keys = Table(repeating: 0, count: size)
    targets = Table(repeating: 0, count: size)
    words = Table(repeating: -1, count: bytes)
    beginnings = Table(repeating: 0, count: 1024)
    var nodes: Int32 = 1
    for (word, number) in list where !word.isEmpty {
      var node: Int32 = 0
      if let first = word.unicodeScalars.first { Self.mark(first.value, beginnings) }
      for byte in word.utf8 {
        let at = slot(Self.key(node, byte))
        if keys[at] == 0 {
          keys[at] = Self.key(node, byte)
          targets[at] = nodes
          nodes += 1
        }
        node = targets[at]
      }
      words[Int(node)] = words[Int(node)] < 0 ? number : joined(words[Int(node)], number)
    }
  }

  @inline(__always) private func slot(_ key: UInt32) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B1) >> 7) & mask
    while keys[at] != 0, keys[at] != key { at = (at &+ 1) & mask }
    return at
  }

  private static func mark(_ scalar: UInt32, _ bits: Table<UInt64>) {
    bits[Int(scalar >> 6 & 1023)] |= 1 << UInt64(scalar & 63)
  }

  /// Whether a word may begin at `position`: most Chinese characters begin none.
  @inline(__always)
  private func mayBegin(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int) -> Bool {
    guard position &+ 2 < limit, bytes[position] & 0xF0 == 0xE0 else { return true }
    // Six bits of each of the last two bytes, and four of the first: the scalar.
    let row = Int(bytes[position] & 0x0F) << 6 | Int(bytes[position &+ 1] & 0x3F)
    return beginnings[row] >> UInt64(bytes[position &+ 2] & 0x3F) & 1 != 0
  }

  @inline(__always) private static func key(_ node: Int32, _ byte: UInt8) -> UInt32 {
    UInt32(bitPattern: node) << 8 | UInt32(byte)
  }

  /// The number of a word; nil if it is none.
  ///
  /// - Complexity: O(bytes of the word).
  func number(of word: String.UTF8View) -> Int32? {
    var node: Int32 = 0
    for byte in word {
      let slot = slot(Self.key(node, byte))
      guard keys[slot] != 0 else { return nil }
      node = targets[slot]
    }
    return words[Int(node)] < 0 ? nil : words[Int(node)]
  }

  /// Calls `body` for each word that begins at `position` of `bytes` and ends before `limit`, shortest first.
  ///
  /// - Complexity: O(bytes of the longest word).
  @inline(__always)
  func forEachWord(
    in bytes: UnsafeBufferPointer<UInt8>, at position: Int, limit: Int, _ body: (_ end: Int, _ number: Int32) -> Void
  ) {
    guard mayBegin(bytes, position, limit) else { return }
    var node: Int32 = 0
    var at = position
    while at < limit {
      let slot = slot(Self.key(node, bytes[at]))
      guard keys[slot] != 0 else { return }
      node = targets[slot]
      at &+= 1
      if words[Int(node)] >= 0 { body(at, words[Int(node)]) }
    }
  }
}

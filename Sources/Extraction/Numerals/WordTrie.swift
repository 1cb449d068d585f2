/// Words with their senses, found from a position of a text on.
///
/// A trie whose nodes lie level by level, the children of each side by side and in order: a walk touches few places in
/// memory, and most walks end at a node without children, where nothing more is looked at. ``WordTrieBuilder`` makes it.
package struct WordTrie: Sendable {
  /// What a word is, and which row of that class's payload it stands for.
  package struct Sense: BitwiseCopyable {
    package let role: UInt8
    package let payload: Int32
  }

  struct Node: BitwiseCopyable {
    let scalar: UInt32
    /// The children end where those of the next node begin, and so do the senses.
    let firstChild: UInt32
    let firstSense: UInt32
    /// Bit *n*: a child's scalar ends in these five bits. Most walks that end here need no look at the children.
    let childMask: UInt32
  }

  /// The root, its children by scalar, theirs, and so on; one more behind the last.
  private let nodes: Table<Node>
  private let senses: Table<Sense>
  /// The children of the root by a hash of their scalars, 0 where there is none; open addressing.
  private let roots: Table<UInt32>
  private let rootMask: Int
  /// Bits that reject most positions before any look-up: two by scalar, whether longer words begin with it and whether it is
  /// a word; and pairs that words begin with, hashed.
  private let firsts: Table<UInt64>
  private let pairs: Table<UInt64>
  private let pairMask: Int

  /// - Parameter nodes: in the order told above.
  init(nodes: Table<Node>, senses: Table<Sense>) {
    self.nodes = nodes
    self.senses = senses
    let first = 1..<Int(nodes[1].firstChild)
    let secondCount = Int(nodes[first.upperBound].firstChild) - first.upperBound
    let rootCount = 1 << (Int.bitWidth - (2 * first.count).leadingZeroBitCount)
    // A pair of sixteen bits says yes by chance; more than these would not stay near.
    let pairCount = min(max(1 << (Int.bitWidth - (16 * secondCount).leadingZeroBitCount), 64), 1 << 16)
    roots = Table(repeating: 0, count: rootCount)
    rootMask = rootCount - 1
    firsts = Table(repeating: 0, count: 2048)
    pairs = Table(repeating: 0, count: pairCount / 64)
    pairMask = pairCount - 1
    for node in first {
      let scalar = nodes[node].scalar
      var slot = Self.slot(scalar) & rootMask
      while roots[slot] != 0 { slot = (slot + 1) & rootMask }
      roots[slot] = UInt32(node)
      let children = Int(nodes[node].firstChild)..<Int(nodes[node + 1].firstChild)
      let place = 2 * Int(scalar & 0xFFFF)
      if !children.isEmpty { Self.set(firsts, place) }
      if nodes[node].firstSense != nodes[node + 1].firstSense { Self.set(firsts, place + 1) }
      for child in children { Self.set(pairs, Self.pair(scalar, nodes[child].scalar) & pairMask) }
    }
  }

  @inline(__always)
  private static func slot(_ scalar: UInt32) -> Int { Int(truncatingIfNeeded: (scalar &* 0x9E37_79B1) >> 16) }

  @inline(__always)
  private static func pair(_ a: UInt32, _ b: UInt32) -> Int {
    Int(truncatingIfNeeded: (a &* 0x9E3B_79B1 ^ b &* 0x85EB_CA77) >> 13)
  }

  @inline(__always)
  private static func isSet(_ bits: Table<UInt64>, _ i: Int) -> Bool { bits[i >> 6] & 1 << UInt64(i & 63) != 0 }

  private static func set(_ bits: Table<UInt64>, _ i: Int) { bits[i >> 6] |= 1 << UInt64(i & 63) }

  // MARK: Walks

  /// Whether `first` is a word, or a longer one may begin with it and `second`, which is asked for if that matters.
  @inline(__always)
  func mayBegin(_ first: UInt32, _ second: () -> UInt32) -> Bool {
    let place = Int(first & 0xFFFF)
    let bits = firsts[place >> 5] >> UInt64(2 &* (place & 31)) & 3
    return bits > 1 || bits == 1 && Self.isSet(pairs, Self.pair(first, second()) & pairMask)
  }

  /// The node of a scalar that words begin with, or 0.
  @inline(__always)
  func root(_ scalar: UInt32) -> Int {
    var slot = Self.slot(scalar) & rootMask
    while true {
      let node = Int(roots[slot])
      if node == 0 || nodes[node].scalar == scalar { return node }
      slot = (slot &+ 1) & rootMask
    }
  }

  /// The node one scalar on, or 0.
  @inline(__always)
  func child(of node: Int, by scalar: UInt32) -> Int {
    guard nodes[node].childMask >> (scalar & 31) & 1 != 0 else { return 0 }
    var low = Int(nodes[node].firstChild)
    var high = Int(nodes[node &+ 1].firstChild)
    // Of many children first the place is sought.
    while high &- low > 8 {
      let middle = (low &+ high) >> 1
      if nodes[middle].scalar <= scalar { low = middle } else { high = middle }
    }
    while low < high {
      if nodes[low].scalar == scalar { return low }
      low &+= 1
    }
    return 0
  }

  /// Calls `body` with each sense of the word that ends at `node`, the one that came last first.
  @inline(__always)
  func forEachSense(at node: Int, _ body: (Sense) -> Void) {
    var sense = Int(nodes[node].firstSense)
    let end = Int(nodes[node &+ 1].firstSense)
    while sense < end {
      body(senses[sense])
      sense &+= 1
    }
  }

  /// Calls `body` for every sense of every word that begins at `position`, shortest first.
  ///
  /// - Complexity: O(scalars of the longest word).
  @inline(__always)
  package func forEachWord(
    in text: UnsafeBufferPointer<UInt32>, at position: Int, _ body: (_ end: Int, _ sense: Sense) -> Void
  ) {
    guard position < text.count else { return }
    guard mayBegin(text[position], { position &+ 1 < text.count ? text[position &+ 1] : 0 }) else { return }
    var node = root(text[position])
    var end = position &+ 1
    while node != 0 {
      forEachSense(at: node) { body(end, $0) }
      if end >= text.count { return }
      node = child(of: node, by: text[end])
      end &+= 1
    }
  }

  /// The longest word of `role` that begins at `position`, spaces between its characters passed over.
  func longestSpaced(
    in text: UnsafeBufferPointer<UInt32>, at position: Int, role: UInt8
  ) -> (end: Int, payload: Int)? {
    var node = 0
    var i = position
    var found: (end: Int, payload: Int)?
    while i < text.count, i < position + 64 {
      if text[i] == GrammarScalar.space {
        i += 1
        continue
      }
      node = node == 0 ? root(text[i]) : child(of: node, by: text[i])
      if node == 0 { break }
      i += 1
      var payload: Int?
      forEachSense(at: node) { if $0.role == role, payload == nil { payload = Int($0.payload) } }
      if let payload { found = (i, payload) }
    }
    return found
  }
}

/// A small trie over folded scalars, for words of any characters.
package struct UserTrie: Sendable {
  /// node << 32 | scalar → node.
  private var children: [UInt64: UInt32] = [:]
  /// The entry that ends at each node; `UInt32.max` if none does.
  private var ends: [UInt32] = [.max]
  /// One bit a scalar below 65,536 that begins an entry; scalars above share the bit of their low half.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  init(_ words: [[UInt32]]) {
    for (number, word) in words.enumerated() {
      var node: UInt32 = 0
      for scalar in word {
        let key = UInt64(node) << 32 | UInt64(scalar)
        if let next = children[key] {
          node = next
        } else {
          let next = UInt32(ends.count)
          ends.append(.max)
          children[key] = next
          node = next
        }
      }
      ends[Int(node)] = UInt32(number)
      if let first = word.first { firsts[Int(first & 0xFFFF) >> 6] |= 1 << UInt64(first & 63) }
    }
  }

  /// Whether an entry may begin with `scalar`; wrong only by saying yes.
  @inline(__always) package func mayBegin(with scalar: UInt32) -> Bool {
    firsts[Int(scalar & 0xFFFF) >> 6] >> UInt64(scalar & 63) & 1 != 0
  }

  /// The node below `node` (0 is the root) by `scalar`.
  package func child(of node: UInt32, by scalar: UInt32) -> UInt32? {
    children[UInt64(node) << 32 | UInt64(scalar)]
  }

  /// The number of the entry that ends at `node`.
  package func entry(at node: UInt32) -> UInt32? {
    ends[Int(node)] == .max ? nil : ends[Int(node)]
  }

  func entry(_ scalars: some Collection<UInt32>) -> UInt32? {
    var node: UInt32 = 0
    for scalar in scalars {
      guard let next = child(of: node, by: scalar) else { return nil }
      node = next
    }
    return entry(at: node)
  }
}

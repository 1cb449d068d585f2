/// The words of the compiled dictionary as a double array, laid open for the hot loops of other modules.
///
/// A node is a `UInt64`: the base of its children (24 bits), the cost of the word that ends here (24 bits), and the
/// code that leads here (16 bits). The child of node `n` by code `c` is `nodes[base(n) + c]` if its label is `c`.
/// Every character, listed or not, has a node at `root + code`.
///
/// The pointers live as long as the lexicon they came from; hold that while you use them.
public struct Trie: @unchecked Sendable {
  /// The code of each scalar of the basic plane; 65,536 entries.
  package let codes: UnsafePointer<UInt16>
  package let nodes: UnsafePointer<UInt64>
  /// The word that ends at each node, `UInt32.max` if none does.
  package let words: UnsafePointer<UInt32>
  /// The class and the numeral role of each code.
  package let classes: UnsafePointer<UInt8>
  package let roles: UnsafePointer<UInt8>
  package let root: Int
  package let nodeCount: Int
  /// Codes are below this.
  package let codeCount: Int

  // Public, and computed where they could be stored: across modules Swift 6.3 inlines public functions only, and a
  // stored static is reached through a lazy initializer. No product exports this module, so users do not see them.

  /// Stands for "no word that segmentation may use ends here": dearer than any way around it.
  @inlinable public static var noCost: UInt64 { 0xFF_FFFF }
  /// Costs are this many times the negative natural logarithm of a probability.
  @inlinable public static var costScale: Double { 25_000 }
  /// The greatest cost of a word; 2,048 of them stay below 2^31, so sums over a window cannot overflow.
  @inlinable public static var maximumCost: UInt32 { 500_000 }

  @inlinable @inline(__always) public static func base(_ node: UInt64) -> Int {
    Int(truncatingIfNeeded: node & 0xFF_FFFF)
  }
  @inlinable @inline(__always) public static func cost(_ node: UInt64) -> UInt64 { (node >> 24) & 0xFF_FFFF }
  @inlinable @inline(__always) public static func label(_ node: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: node >> 48)
  }

  /// The index of the node below `node` by `code`, or nil.
  package func child(of node: Int, by code: UInt16) -> Int? {
    let next = Self.base(nodes[node]) &+ Int(code)
    return code != 0 && Self.label(nodes[next]) == code ? next : nil
  }
}

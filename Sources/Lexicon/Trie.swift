/// The words of the compiled dictionary as a double array, laid open for the hot loops of other modules.
///
/// A node is a `UInt64`, from the lowest bit: the base of its children (23 bits), the cost of the word that ends here
/// (19), a mask of its children (8), and the code that leads here (14). The child of node `n` by code `c` is
/// `nodes[base(n) + c]` if its label is `c`. Bit `c & 7` of the mask is set if there is such a child: most walks end
/// there, without a look at a node that lies elsewhere in memory. Every character, listed or not, has a node at
/// `root + code`.
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
  @inlinable public static var noCost: UInt64 { 0x7_FFFF }
  /// Codes and nodes must be below these.
  @inlinable public static var codeLimit: Int { 1 << 14 }
  @inlinable public static var nodeLimit: Int { 1 << 23 }
  /// Costs are this many times the negative natural logarithm of a probability.
  @inlinable public static var costScale: Double { 25_000 }
  /// The greatest cost of a word; 2,048 of them stay below 2^31, so sums over a window cannot overflow.
  @inlinable public static var maximumCost: UInt32 { 500_000 }

  @inlinable @inline(__always) public static func base(_ node: UInt64) -> Int {
    Int(truncatingIfNeeded: node & 0x7F_FFFF)
  }
  @inlinable @inline(__always) public static func cost(_ node: UInt64) -> UInt64 { (node >> 23) & 0x7_FFFF }
  /// 1 if `node` may have a child by `code`, 0 if it has none.
  @inlinable @inline(__always) public static func mayHaveChild(_ node: UInt64, _ code: UInt16) -> UInt64 {
    (node >> 42) &>> UInt64(code & 7) & 1
  }
  @inlinable @inline(__always) public static func label(_ node: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: node >> 50)
  }

  /// A node of these parts.
  package static func node(base: Int, cost: UInt64, childMask: UInt8, label: UInt16) -> UInt64 {
    UInt64(base) | cost << 23 | UInt64(childMask) << 42 | UInt64(label) << 50
  }
  /// The bit that a child by `code` sets in its parent's mask.
  package static func childBit(_ code: UInt16) -> UInt8 { 1 << UInt8(code & 7) }

  /// The index of the node below `node` by `code`, or nil.
  package func child(of node: Int, by code: UInt16) -> Int? {
    let next = Self.base(nodes[node]) &+ Int(code)
    return code != 0 && Self.label(nodes[next]) == code ? next : nil
  }
}

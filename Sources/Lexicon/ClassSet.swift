/// A class of words (`TITLE-HEAD`), as the headers of the tables name them.
package struct ClassID: Hashable, Sendable, Comparable {
  /// Below 128.
  package let raw: UInt8
  package init(raw: UInt8) { self.raw = raw }
  package static func < (a: ClassID, b: ClassID) -> Bool { a.raw < b.raw }
}

/// A set of up to 128 word classes.
package struct ClassSet: Hashable, Sendable, BitwiseCopyable {
  package var low: UInt64
  package var high: UInt64

  package init(low: UInt64 = 0, high: UInt64 = 0) {
    self.low = low
    self.high = high
  }

  package init(_ ids: some Sequence<ClassID>) {
    self.init()
    for id in ids { insert(id) }
  }

  @inlinable package static var maximumCount: Int { 128 }

  package var isEmpty: Bool { low | high == 0 }

  @inlinable package func contains(_ id: ClassID) -> Bool {
    (id.raw < 64 ? low >> UInt64(id.raw) : high >> UInt64(id.raw & 63)) & 1 != 0
  }

  @inlinable package func isDisjoint(with other: ClassSet) -> Bool { (low & other.low) | (high & other.high) == 0 }

  @inlinable package func union(_ other: ClassSet) -> ClassSet {
    ClassSet(low: low | other.low, high: high | other.high)
  }

  @inlinable package func intersection(_ other: ClassSet) -> ClassSet {
    ClassSet(low: low & other.low, high: high & other.high)
  }

  package mutating func insert(_ id: ClassID) {
    if id.raw < 64 { low |= 1 << UInt64(id.raw) } else { high |= 1 << UInt64(id.raw & 63) }
  }

  /// The members in ascending order.
  package var members: [ClassID] {
    (0..<UInt8(Self.maximumCount)).map(ClassID.init).filter(contains)
  }
}

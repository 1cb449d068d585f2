/// Bits by scalar, for the few hundred scalars that have any: a hash table with open addressing, so that the many others
/// cost one look.
struct ScalarMasks: Sendable {
  private struct Slot {
    var scalar: UInt32 = 0
    var mask: UInt64 = 0
  }

  /// A power of two, at most a quarter of them taken.
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var count = 0

  @inline(__always) subscript(scalar: UInt32) -> UInt64 {
    slots.withUnsafeBufferPointer { slots in
      var at = Self.hash(scalar) & (slots.count - 1)
      while slots[at].mask != 0 {
        if slots[at].scalar == scalar { return slots[at].mask }
        at = (at + 1) & (slots.count - 1)
      }
      return 0
    }
  }

  mutating func insert(_ scalar: UInt32, _ bits: UInt64) {
    if count * 4 >= slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      count = 0
      for slot in old where slot.mask != 0 { insert(slot.scalar, slot.mask) }
    }
    var at = Self.hash(scalar) & (slots.count - 1)
    while slots[at].mask != 0, slots[at].scalar != scalar { at = (at + 1) & (slots.count - 1) }
    if slots[at].mask == 0 { count += 1 }
    slots[at].scalar = scalar
    slots[at].mask |= bits
  }

  @inline(__always) private static func hash(_ scalar: UInt32) -> Int {
    Int(truncatingIfNeeded: (scalar &* 0x9E37_79B1) >> 15)
  }
}

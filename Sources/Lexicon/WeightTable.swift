/// The weights of a linear model in a compiled dictionary: an open-addressing hash table from features to vectors of four
/// numbers, laid open for the hot loop of segmentation.
///
/// A *feature* is a 64-bit key and stands for up to eight vectors, one for each place around it that it speaks of. A slot
/// is a `UInt64`: the high half of the key's ``hash(_:)``, the index of its first vector (24 bits), and which of its
/// places have one (8 bits); 0 is a free slot. Two keys that share all the bits looked at would be taken for each other,
/// which happens to one look-up in some billions and costs a wrong cut; the compiler refuses it among the keys it stores.
///
/// The pointers live as long as the lexicon they came from; hold that while you use them.
public struct WeightTable: @unchecked Sendable {
  package let slots: UnsafePointer<UInt64>
  /// The number of slots less one; they are a power of two.
  package let mask: Int
  package let vectors: UnsafePointer<SIMD4<Int16>>
  package let vectorCount: Int

  /// - Returns: nil if there are no slots: the dictionary has no model.
  init?(
    slots: UnsafeBufferPointer<UInt64>, vectors: UnsafeBufferPointer<Int16>, thorough: Bool
  ) throws(LexiconError) {
    guard let start = slots.baseAddress, slots.count > 0 else { return nil }
    guard slots.count & (slots.count - 1) == 0, vectors.count % 4 == 0, let first = vectors.baseAddress else {
      throw .damagedSection("modelSlots")
    }
    self.slots = start
    mask = slots.count - 1
    vectorCount = vectors.count / 4
    // Sections are aligned to 8 bytes, which is what four `Int16` ask for.
    self.vectors = UnsafeRawPointer(first).assumingMemoryBound(to: SIMD4<Int16>.self)
    if thorough { try check(slots) }
  }

  /// Every vector must exist, and a look-up must meet a free slot in the end.
  private func check(_ slots: UnsafeBufferPointer<UInt64>) throws(LexiconError) {
    guard slots.contains(0),
      slots.allSatisfy({ Self.firstVector($0) + Int($0 & 0xFF).nonzeroBitCount <= vectorCount })
    else { throw .damagedSection("modelSlots") }
  }

  /// Spreads a key over 64 bits: the low ones choose the slot, the high half tells keys apart.
  @inlinable @inline(__always) public static func hash(_ key: UInt64) -> UInt64 {
    // The finalizer of MurmurHash3 (public domain), which lets every bit of the key reach every bit of the result.
    var hash = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
    hash = (hash ^ hash >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return hash ^ hash >> 33
  }

  @inlinable @inline(__always) public static func firstVector(_ slot: UInt64) -> Int {
    Int(truncatingIfNeeded: slot >> 8 & 0xFF_FFFF)
  }
}

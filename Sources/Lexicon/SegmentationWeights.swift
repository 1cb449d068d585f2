/// The weights of the linear model that decides where words end, laid open for the hot loop of segmentation.
///
/// All weights come in vectors of four: for the tags B, M, E and S of a character. What the loop needs of one character
/// lies in one cache line, its *record*:
///
/// | bytes | |
/// |---|---|
/// | 0–19 | seen by the characters 2 behind … 2 before it: five vectors of `Int8` |
/// | 20–39 | for itself, if the longest word that begins with it has 1 … 5 (or more) characters |
/// | 40–59 | the same for the longest word that ends with it |
///
/// Pairs are a double array: the pair *ab* lies at `base(a) + b` if the label there is *a*, and has four vectors, for the
/// characters 2 behind *a* … 1 before it. So a pair that says nothing costs one look at a label. The vectors at 0 are zero,
/// as those of index 0 among the repeats.
///
/// The pointers live as long as `owner`, or as the lexicon they came from; hold that while you use them.
public struct SegmentationWeights: @unchecked Sendable {
  /// ``recordWords`` words a code.
  package let records: UnsafePointer<UInt32>
  /// By code, where the pairs that begin with it lie.
  package let pairBases: UnsafePointer<UInt32>
  package let pairLabels: UnsafePointer<UInt16>
  package let pairs: UnsafePointer<SIMD16<Int8>>
  /// The weights that belong to no character; ``sharedCount`` of them.
  package let shared: UnsafePointer<SIMD4<Int16>>
  package let codeCount: Int
  package let pairCount: Int
  private let owner: AnyObject?

  // Public, since across modules only public functions are inlined.
  /// 64 bytes.
  @inlinable public static var recordWords: Int { 16 }
  /// The byte in a record where the vectors of each kind begin; vectors have four bytes.
  @inlinable public static var unigramOffset: Int { 0 }
  @inlinable public static var beginsOffset: Int { 20 }
  @inlinable public static var endsOffset: Int { 40 }
  @inlinable public static var unigramPlaces: Int { 5 }
  @inlinable public static var bigramPlaces: Int { 4 }
  /// Longer words count as this long.
  @inlinable public static var longestLength: Int { 5 }
  /// The label of a free place among the pairs; no character has this code.
  @inlinable public static var freeLabel: UInt16 { .max }

  /// Where the vectors of each kind begin in ``shared``.
  @inlinable public static var reachStart: Int { 0 }
  @inlinable public static var pathStart: Int { 625 }
  @inlinable public static var repeatsStart: Int { 689 }
  @inlinable public static var afterStart: Int { 705 }
  @inlinable public static var sharedCount: Int { 709 }
  /// The greatest absolute value in ``shared``: with eleven vectors of 8 bits beside three of these, sums stay within 16 bits.
  @inlinable public static var greatestShared: Int16 { 8_000 }

  /// - Parameters:
  ///   - codeCount: of the dictionary that the model belongs to.
  ///   - owner: keeps the buffers alive.
  /// - Returns: nil if there are no records: the dictionary has no model.
  /// - Throws: if an index would lead outside the buffers.
  package init?(
    records: UnsafeBufferPointer<UInt32>, pairBases: UnsafeBufferPointer<UInt32>,
    pairLabels: UnsafeBufferPointer<UInt16>, pairs: UnsafeBufferPointer<UInt64>, shared: UnsafeBufferPointer<Int16>,
    codeCount: Int, thorough: Bool, owner: AnyObject? = nil
  ) throws(LexiconError) {
    guard records.count > 0 else { return nil }
    guard records.count == Self.recordWords * codeCount, pairBases.count == codeCount,
      pairs.count == 2 * pairLabels.count,
      pairLabels.count >= codeCount, shared.count == 4 * Self.sharedCount,
      let records = records.baseAddress, let bases = pairBases.baseAddress, let labels = pairLabels.baseAddress,
      let pairs = pairs.baseAddress,
      let shared = shared.baseAddress,
      Int(bitPattern: pairs) % MemoryLayout<SIMD16<Int8>>.alignment == 0
    else { throw .damagedSection("modelRecords") }
    self.records = records
    self.pairBases = bases
    self.pairLabels = labels
    self.pairs = UnsafeRawPointer(pairs).assumingMemoryBound(to: SIMD16<Int8>.self)
    // Sections are aligned to more than the 8 bytes that four `Int16` ask for.
    self.shared = UnsafeRawPointer(shared).assumingMemoryBound(to: SIMD4<Int16>.self)
    self.codeCount = codeCount
    pairCount = pairLabels.count
    self.owner = owner
    if thorough { try check() }
  }

  private func check() throws(LexiconError) {
    let hasSoundBases = (0..<codeCount).allSatisfy { Int(pairBases[$0]) <= pairCount - codeCount }
    let hasSoundSums = (0..<Self.sharedCount).allSatisfy {
      shared[$0].max() <= Self.greatestShared && shared[$0].min() >= -Self.greatestShared
    }
    if !hasSoundBases { throw .damagedSection("modelPairBases") }
    if !hasSoundSums { throw .damagedSection("modelShared") }
    if shared[Self.repeatsStart] != .zero { throw .damagedSection("modelShared") }
    if pairs[0] != .zero { throw .damagedSection("modelPairs") }
  }
}

/// What a compiled dictionary knows of parts of speech: which tags each word may have, and the weights by which one of
/// them is chosen; laid open for the hot loop of tagging.
///
/// A *class* is a `UInt64`: where its tags begin among the candidates (24 bits), how many they are (8 bits), the number
/// under which its words are seen by their neighbours (16 bits), and the symbol that they share with words like them (16
/// bits, 0 if the word is common enough to speak for itself).
///
/// A *slot* holds a feature: two `UInt64`. The low 32 bits of the first are the high half of the key's
/// ``FeatureHash/hash(_:)`` with the lowest bit set, 0 in a free slot; the other 12 bytes are six pairs of a tag and its
/// weight, zeros where there are fewer, or 0xFF in the first of them and, in the second `UInt64`, where the weights of all
/// tags begin in the rows.
///
/// A key has one slot where it may be, so that a look-up is one load and needs no branch: keys are spread over *shifts* by
/// one part of the hash, and the shift of a key moves its slot, chosen when the table was made so that no two keys meet
/// (D. Belazzougui, F. Botelho, M. Dietzfelbinger, *Hash, displace, and compress*, 2009, without the compression).
///
/// The pointers live as long as the lexicon they came from; hold that while you use them.
public struct TagModel: @unchecked Sendable {
  package let wordClasses: UnsafePointer<UInt16>
  package let classes: UnsafePointer<UInt64>
  package let candidates: UnsafePointer<UInt8>
  /// Two a slot.
  package let slots: UnsafePointer<UInt64>
  /// The number of slots less one; they are a power of two.
  package let mask: Int
  package let shifts: UnsafePointer<UInt16>
  /// The number of shifts less one; they are a power of two.
  package let shiftMask: Int
  package let rows: UnsafePointer<Int8>
  package let wordCount: Int

  /// The numbers of classes up to here are those of symbols of groups.
  @inlinable public static var firstWordClass: Int { 256 }
  /// In place of the first pair's tag: the weights lie in a row.
  @inlinable public static var isRow: UInt8 { 0xFF }
  /// The length of a row for so many tags, ``TagID/none`` included.
  package static func rowLength(tagCount: Int) -> Int { (tagCount + 7) & ~7 }

  /// The arrays of a model, as they lie in a file or were built.
  package struct Parts {
    package var wordClasses: UnsafeBufferPointer<UInt16>
    package var classes: UnsafeBufferPointer<UInt64>
    package var candidates: UnsafeBufferPointer<UInt8>
    package var slots: UnsafeBufferPointer<UInt64>
    package var shifts: UnsafeBufferPointer<UInt16>
    package var rows: UnsafeBufferPointer<Int8>

    package init(
      wordClasses: UnsafeBufferPointer<UInt16>, classes: UnsafeBufferPointer<UInt64>,
      candidates: UnsafeBufferPointer<UInt8>, slots: UnsafeBufferPointer<UInt64>,
      shifts: UnsafeBufferPointer<UInt16>, rows: UnsafeBufferPointer<Int8>
    ) {
      self.wordClasses = wordClasses
      self.classes = classes
      self.candidates = candidates
      self.slots = slots
      self.shifts = shifts
      self.rows = rows
    }
  }

  /// - Returns: nil if there are no slots: the dictionary has no model.
  package init?(_ parts: Parts, wordCount: Int, tagCount: Int, thorough: Bool) throws(LexiconError) {
    guard parts.slots.count > 0 else { return nil }
    let count = parts.slots.count / 2
    guard let firstSlot = parts.slots.baseAddress, parts.slots.count % 2 == 0, count & (count - 1) == 0,
      let firstShift = parts.shifts.baseAddress, parts.shifts.count > 0,
      parts.shifts.count & (parts.shifts.count - 1) == 0,
      let firstClass = parts.classes.baseAddress, parts.classes.count >= Self.firstWordClass,
      let firstCandidate = parts.candidates.baseAddress, let firstRow = parts.rows.baseAddress,
      let firstWord = parts.wordClasses.baseAddress, parts.wordClasses.count == wordCount
    else { throw .damagedSection("tagSlots") }
    wordClasses = firstWord
    classes = firstClass
    candidates = firstCandidate
    rows = firstRow
    self.wordCount = wordCount
    mask = count - 1
    slots = firstSlot
    shifts = firstShift
    shiftMask = parts.shifts.count - 1
    if thorough { try Self.check(parts, tagCount) }
  }

  /// Every number that is an index must lie inside what it points into.
  private static func check(_ parts: Parts, _ tagCount: Int) throws(LexiconError) {
    let (slots, classes, candidates) = (parts.slots, parts.classes, parts.candidates)
    guard parts.wordClasses.allSatisfy({ Int($0) < classes.count }) else { throw .damagedSection("tagWordClasses") }
    guard candidates.allSatisfy({ Int($0) < tagCount }) else { throw .damagedSection("tagCandidates") }
    guard
      classes.allSatisfy({
        candidateCount($0) > 0 && firstCandidate($0) + candidateCount($0) <= candidates.count
          && Int(group($0)) < firstWordClass
      })
    else { throw .damagedSection("tagClasses") }
    let length = rowLength(tagCount: tagCount)
    for at in stride(from: 0, to: slots.count, by: 2) {
      guard UInt8(truncatingIfNeeded: slots[at] >> 32) == isRow else { continue }
      guard slots[at + 1] <= UInt64(parts.rows.count), Int(slots[at + 1]) + length <= parts.rows.count else {
        throw .damagedSection("tagSlots")
      }
    }
  }

  /// Which of the shifts is that of a key.
  @inlinable @inline(__always) public static func shiftIndex(_ hash: UInt64, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash >> 40) & mask
  }
  /// The slot of a key.
  @inlinable @inline(__always) public static func slot(_ hash: UInt64, shift: UInt16, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: hash &+ UInt64(shift) &* (hash >> 20 | 1)) & mask
  }
  /// What tells the key of a slot from others.
  @inlinable @inline(__always) public static func check(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 32) | 1
  }

  @inlinable @inline(__always) public static func firstCandidate(_ entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry & 0xFF_FFFF)
  }
  @inlinable @inline(__always) public static func candidateCount(_ entry: UInt64) -> Int {
    Int(truncatingIfNeeded: entry >> 24 & 0xFF)
  }
  /// The number under which neighbours see the words of the class.
  @inlinable @inline(__always) public static func context(_ entry: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: entry >> 32)
  }
  @inlinable @inline(__always) public static func group(_ entry: UInt64) -> UInt16 {
    UInt16(truncatingIfNeeded: entry >> 48)
  }
}

/// What a compiled dictionary knows of parts of speech: which tags each word may have, and the weights by which one of
/// them is chosen; laid open for the hot loop of tagging.
///
/// A *class* is a `UInt64`: where its tags begin among the candidates (24 bits), how many they are (8 bits), the number
/// under which its words are seen by their neighbours (16 bits), and the symbol that they share with words like them (16
/// bits, 0 if the word is common enough to speak for itself).
///
/// A *slot* holds a feature: two `UInt64`. The low 32 bits of the first are the high half of the key's
/// ``FeatureHash/hash(_:)`` with the lowest bit set, 0 in a free slot; the other 12 bytes are six pairs of a tag and its
/// weight, or 0xFF in the first of them and, in the second `UInt64`, where the weights of all tags begin in the rows.
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
  package let rows: UnsafePointer<Int8>
  package let wordCount: Int

  /// The numbers of classes up to here are those of symbols of groups.
  @inlinable public static var firstWordClass: Int { 256 }
  /// Stands for "no pair": nothing reads the score of this tag.
  @inlinable public static var noTag: UInt8 { 0xFE }
  /// In place of the first pair's tag: the weights lie in a row.
  @inlinable public static var isRow: UInt8 { 0xFF }
  /// The length of a row for so many tags, ``TagID/none`` included.
  package static func rowLength(tagCount: Int) -> Int { (tagCount + 7) & ~7 }

  /// - Returns: nil if there are no slots: the dictionary has no model.
  package init?(
    wordClasses: UnsafeBufferPointer<UInt16>, classes: UnsafeBufferPointer<UInt64>,
    candidates: UnsafeBufferPointer<UInt8>, slots: UnsafeBufferPointer<UInt64>, rows: UnsafeBufferPointer<Int8>,
    wordCount: Int, tagCount: Int, thorough: Bool
  ) throws(LexiconError) {
    guard slots.count > 0 else { return nil }
    let count = slots.count / 2
    guard let firstSlot = slots.baseAddress, slots.count % 2 == 0, count & (count - 1) == 0,
      let firstClass = classes.baseAddress, classes.count >= Self.firstWordClass,
      let firstCandidate = candidates.baseAddress, let firstRow = rows.baseAddress,
      let firstWord = wordClasses.baseAddress, wordClasses.count == wordCount
    else { throw .damagedSection("tagSlots") }
    self.wordClasses = firstWord
    self.classes = firstClass
    self.candidates = firstCandidate
    self.rows = firstRow
    self.wordCount = wordCount
    mask = count - 1
    self.slots = firstSlot
    if thorough { try check(slots, classes, candidates, rows, wordClasses, tagCount) }
  }

  /// Every number that is an index must lie inside what it points into, and a look-up must meet a free slot in the end.
  private func check(
    _ slots: UnsafeBufferPointer<UInt64>, _ classes: UnsafeBufferPointer<UInt64>,
    _ candidates: UnsafeBufferPointer<UInt8>, _ rows: UnsafeBufferPointer<Int8>,
    _ words: UnsafeBufferPointer<UInt16>, _ tagCount: Int
  ) throws(LexiconError) {
    guard words.allSatisfy({ Int($0) < classes.count }) else { throw .damagedSection("tagWordClasses") }
    guard candidates.allSatisfy({ Int($0) < tagCount }) else { throw .damagedSection("tagCandidates") }
    guard
      classes.allSatisfy({
        Self.candidateCount($0) > 0 && Self.firstCandidate($0) + Self.candidateCount($0) <= candidates.count
          && Int(Self.group($0)) < Self.firstWordClass
      })
    else { throw .damagedSection("tagClasses") }
    let length = Self.rowLength(tagCount: tagCount)
    var isFull = true
    for at in stride(from: 0, to: slots.count, by: 2) {
      if slots[at] & 0xFFFF_FFFF == 0 { isFull = false }
      guard UInt8(truncatingIfNeeded: slots[at] >> 32) == Self.isRow else { continue }
      guard slots[at + 1] <= UInt64(rows.count), Int(slots[at + 1]) + length <= rows.count else {
        throw .damagedSection("tagSlots")
      }
    }
    if isFull { throw .damagedSection("tagSlots") }
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

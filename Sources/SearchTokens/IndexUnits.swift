package import Lexicon

/// A text as the index sees it: one unit a position.
///
/// A unit is a Han character (or kana, hangul), a run of letters, a run of digits, or a boundary: what stands between
/// two parts of a sentence. White space, quotes, brackets and middle dots are read over, so that 二十大精神 is found in
/// “二十大”精神, and 史蒂夫·乔布斯 by either spelling; a comma or a line break is a boundary, so that no phrase reaches
/// over it. Characters are folded as the lexicon folds them: traditional finds simplified.
///
/// Make one per task.
package final class IndexUnits {
  package struct Unit: Sendable, Equatable {
    /// Byte offsets into the text, end exclusive; combining marks belong to the unit before them.
    package var start: Int32
    package var end: Int32
    /// Where its characters begin in ``IndexUnits/folded``; they end where the next unit's begin.
    package var folded: Int32
    /// The trie's code for a character that may be part of a word, 0 for runs and boundaries.
    package var code: UInt16
    package var kind: Kind
  }

  package enum Kind: UInt8, Sendable { case character, letters, digits, boundary }

  /// Longer runs are cut here, always counted from their start, so that texts and queries agree.
  static let runLimit = 64
  /// 。, which stands for any boundary.
  static let boundary: UInt32 = 0x3002
  /// Between the parts of a foreign name; other dots fold to it.
  static let middleDot: UInt32 = 0xB7

  private var reader: UnitReader

  package init(lexicon: Lexicon) { reader = UnitReader(lexicon: lexicon) }

  package var lexicon: Lexicon { reader.lexicon }

  /// What was read last. Keep it in a variable for a loop over the units: each access costs a check.
  package var text: IndexedText { reader.text }

  /// Reads `text`; broken UTF-8 counts as boundaries.
  ///
  /// - Parameter text: less than 2 GiB; what comes after is not read.
  /// - Complexity: O(*n*).
  package func read(_ text: UnsafeBufferPointer<UInt8>) { reader.read(text) }

  package func read(_ text: String) {
    var text = text
    text.withUTF8 { read($0) }
  }
}

/// The units of a text.
package struct IndexedText: Sendable {
  package fileprivate(set) var units: [IndexUnits.Unit] = []
  /// The characters of all units, folded, in UTF-8.
  package fileprivate(set) var folded: [UInt8] = []

  /// The folded characters of the units in `range`.
  package func bytes(_ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound < units.count ? Int(units[range.upperBound].folded) : folded.count
    return (range.isEmpty ? end : Int(units[range.lowerBound].folded))..<end
  }
}

/// Reads texts into units: a value, because the properties of a class are checked for exclusive access each time, which
/// cost more than reading (measured in search: two thirds of the time of twenty hits).
private struct UnitReader {
  let lexicon: Lexicon
  var text = IndexedText()

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    let end = min(bytes.count, Int(Int32.max))
    let lexicon = lexicon
    var folded: [UInt8] = []
    // A unit has a byte of the text at least, and a byte becomes four at most (Han outside the basic plane). What is not
    // written takes no memory.
    text.units = [IndexUnits.Unit](unsafeUninitializedCapacity: end) { units, unitCount in
      folded = [UInt8](unsafeUninitializedCapacity: 4 * end) { folded, foldedCount in
        var writer = UnitWriter(lexicon: lexicon, units: units, folded: folded)
        var i = 0
        while i < end {
          let (scalar, next) = Self.decode(bytes, i, end)
          writer.add(scalar, from: i, to: next)
          i = next
        }
        writer.removeLastBoundary()
        unitCount = writer.unitCount
        foldedCount = writer.foldedCount
      }
    }
    text.folded = folded
  }

  /// The scalar at `i` and where the next one begins; U+FFFD and one byte for what is no UTF-8.
  @inline(__always)
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[i])
    if first < 0x80 { return (first, i &+ 1) }
    let count = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1
    guard first >= 0xC2, first < 0xF5, i &+ count < end else { return (0xFFFD, i &+ 1) }
    var scalar = first & (0x3F >> UInt32(count))
    for k in 1...count {
      let byte = UInt32(bytes[i &+ k])
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, i &+ 1) }
      scalar = scalar << 6 | byte & 0x3F
    }
    return (scalar, i &+ count &+ 1)
  }
}

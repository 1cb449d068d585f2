package import Lexicon

/// A text as the index sees it: one unit a position.
///
/// A unit is a Han character (or kana, hangul), a run of letters, a run of digits, or a boundary: what stands between
/// two parts of a sentence. White space, quotes, brackets and middle dots are read over, so that 二十大精神 is found in
/// “二十大”精神, and 史蒂夫·乔布斯 by either spelling; a comma or a line break is a boundary, so that no phrase reaches
/// over it. Characters are folded as the lexicon folds them: traditional finds simplified.
///
/// The arrays are reused from text to text; make one per task.
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
  fileprivate static let runLimit = 64
  /// Stands for any boundary.
  fileprivate static let boundary: [UInt8] = Array("。".utf8)
  /// Between the parts of a foreign name; other dots fold to it.
  fileprivate static let middleDot: UInt32 = 0xB7

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
  private var runLength = 0
  /// Whether something was read over since the last unit, so that a run of letters does not go on.
  private var isInterrupted = false

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    text.units.removeAll(keepingCapacity: true)
    text.folded.removeAll(keepingCapacity: true)
    isInterrupted = true
    let end = min(bytes.count, Int(Int32.max))
    var i = 0
    while i < end {
      let (scalar, next) = Self.decode(bytes, i, end)
      add(scalar, from: i, to: next)
      i = next
    }
    // A boundary at the end of a text bounds nothing.
    if let last = text.units.last, last.kind == .boundary {
      text.units.removeLast()
      text.folded.removeLast(IndexUnits.boundary.count)
    }
  }

  private mutating func add(_ scalar: UInt32, from start: Int, to end: Int) {
    switch lexicon.characterClass(of: scalar) {
    case .han, .numeral:
      append(scalar, start, end, .character, code: lexicon.code(of: scalar))
    case .kana, .hangul:
      append(scalar, start, end, .character, code: 0)
    case .letter:
      extendRun(scalar, start, end, .letters)
    case .digit:
      extendRun(scalar, start, end, .digits)
    case .mark:
      if !text.units.isEmpty, !isInterrupted { text.units[text.units.count - 1].end = Int32(end) }
    case .ignorable:
      break
    case .space, .open, .close:
      isInterrupted = true
    case .break, .punct, .symbol, .other:
      isInterrupted = true
      if lexicon.fold(scalar) == IndexUnits.middleDot { return }
      // One boundary is enough, and none is needed before the first word.
      guard let last = text.units.last, last.kind != .boundary else { return }
      text.units.append(
        IndexUnits.Unit(
          start: Int32(start), end: Int32(end), folded: Int32(text.folded.count), code: 0, kind: .boundary))
      text.folded += IndexUnits.boundary
    }
  }

  private mutating func append(_ scalar: UInt32, _ start: Int, _ end: Int, _ kind: IndexUnits.Kind, code: UInt16) {
    text.units.append(
      IndexUnits.Unit(start: Int32(start), end: Int32(end), folded: Int32(text.folded.count), code: code, kind: kind))
    appendFolded(scalar)
    isInterrupted = false
  }

  private mutating func extendRun(_ scalar: UInt32, _ start: Int, _ end: Int, _ kind: IndexUnits.Kind) {
    if !isInterrupted, let last = text.units.last, last.kind == kind, runLength < IndexUnits.runLimit {
      text.units[text.units.count - 1].end = Int32(end)
      appendFolded(scalar)
      runLength += 1
    } else {
      append(scalar, start, end, kind, code: 0)
      runLength = 1
    }
  }

  private mutating func appendFolded(_ scalar: UInt32) {
    let scalar = lexicon.fold(scalar)
    if scalar < 0x80 {
      text.folded.append(UInt8(scalar))
    } else if scalar < 0x800 {
      text.folded.append(UInt8(0xC0 | scalar >> 6))
      text.folded.append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      text.folded.append(UInt8(0xE0 | scalar >> 12))
      text.folded.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.folded.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      text.folded.append(UInt8(0xF0 | scalar >> 18 & 0x07))
      text.folded.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      text.folded.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      text.folded.append(UInt8(0x80 | scalar & 0x3F))
    }
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

import TestSupport
import Testing
import Text

@Suite struct NormalizedTextTests {
  struct Case: Decodable {
    let input: String
    /// A stretch of the normalized text, found by its bytes.
    let find: String
    /// The stretch of the input it comes from.
    let expected: String
    /// What ``NormalizedText/text(_:)`` gives, if not the same.
    let text: String?
    /// The input in parts, each as it is (null), `skip`, or replaced.
    let pieces: [[String?]]?
  }

  @Test(arguments: cases("text/spans", as: Case.self))
  func spans(_ c: Case) throws {
    let utf8 = Array(c.input.utf8)
    var pieces: [Piece] = []
    var offset = 0
    for part in c.pieces ?? [[c.input, nil]] {
      let upper = offset + (part[0] ?? "").utf8.count
      if part[1] != "skip" {
        pieces.append(Piece(span: Span(lower: offset, upper: upper), replacement: part[1].map { Array($0.utf8) }))
      }
      offset = upper
    }
    try #require(offset == utf8.count, "the pieces of the case are not its input")
    let text = NormalizedText(utf8: utf8, pieces: pieces, folding: testFolding)
    let range = try #require(find(Array(c.find.utf8), in: text.bytes))
    #expect(String(decoding: utf8[text.span(range).range], as: UTF8.self) == c.expected)
    #expect(text.text(range) == c.text ?? c.expected)
    #expect(text.offset(ofOriginal: text.span(range).lower) <= range.lowerBound)
  }

  @Test func emptyTexts() {
    let empty = normalize("")
    #expect(empty.bytes.isEmpty)
    #expect(empty.span(0..<0) == Span(lower: 0, upper: 0))
    #expect(empty.text(0..<0) == "")
    #expect(empty.offset(ofOriginal: 0) == 0)
    let nothing = normalize("\u{200B}\u{FEFF}")
    #expect(nothing.bytes.isEmpty)
    #expect(nothing.span(0..<0) == Span(lower: 0, upper: 0))
  }

  @Test func emptyRangesAndEnds() {
    let text = normalize("李\u{200B}明１")
    #expect(text.bytes == Array("李明1".utf8))
    #expect(text.span(3..<3) == Span(lower: 6, upper: 6))
    #expect(text.span(7..<7) == Span(lower: 12, upper: 12))
    #expect(text.offset(ofOriginal: 3) == 3)
    #expect(text.offset(ofOriginal: 12) == 7)
    #expect(text.offset(ofOriginal: 99) == 7)
  }

  @Test func everyPositionLeadsBack() {
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let sample = Sample(scalars: Int.random(in: 0...120, using: &generator), using: &generator)
      let text = NormalizedText(utf8: sample.utf8, pieces: sample.pieces, folding: testFolding)
      #expect(text.bytes == Array(testFolding.fold(sample.read).utf8), "seed \(seed)")
      #expect(String(validating: text.bytes, as: UTF8.self) != nil, "seed \(seed)")
      #expect(
        text.text(0..<text.bytes.count)
          == String(String.UnicodeScalarView(sample.read.unicodeScalars.filter { !isIgnorable($0) })), "seed \(seed)")
      var hint = 0
      var last = Span(lower: 0, upper: 0)
      for lower in text.bytes.indices where text.bytes[lower] & 0xC0 != 0x80 {
        let span = text.span(lower..<lower + 1)
        #expect(span.lower >= last.lower && span.upper >= last.upper, "seed \(seed): monotone")
        #expect(!sample.isInsideScalar(span.lower) && !sample.isInsideScalar(span.upper), "seed \(seed): boundaries")
        #expect(text.span(lower..<lower + 1, from: &hint) == span, "seed \(seed): hint")
        let back = text.offset(ofOriginal: span.lower)
        #expect(back <= lower && text.span(back..<back + 1).lower == span.lower, "seed \(seed): inverse")
        last = span
      }
    }
  }

  @Test func rangesCoverWhatTheirScalarsCover() {
    var generator = SeededGenerator(seed: 99)
    let sample = Sample(scalars: 400, using: &generator)
    let text = NormalizedText(utf8: sample.utf8, pieces: sample.pieces, folding: testFolding)
    let starts = text.bytes.indices.filter { text.bytes[$0] & 0xC0 != 0x80 }
    for _ in 0..<500 {
      let a = Int.random(in: 0..<starts.count, using: &generator)
      let b = Int.random(in: a..<starts.count, using: &generator)
      let upper = b + 1 < starts.count ? starts[b + 1] : text.bytes.count
      let span = text.span(starts[a]..<upper)
      #expect(span.lower == text.span(starts[a]..<starts[a] + 1).lower)
      #expect(span.upper == text.span(starts[b]..<starts[b] + 1).upper)
    }
  }

  @Test func piecesThatCutAScalarDoNoHarm() {
    let utf8 = Array("國㎡\u{20000}é".utf8)
    for lower in 0...utf8.count {
      for upper in lower...utf8.count {
        let piece = Piece(span: Span(lower: lower, upper: upper))
        let text = NormalizedText(utf8: utf8, pieces: [piece], folding: testFolding)
        #expect(text.bytes.count <= 2 * (upper - lower))
      }
    }
  }

  @Test(arguments: [65_535, 65_536])
  func longTexts(_ count: Int) {
    let text = normalize(String(repeating: "Ａ國", count: count))
    #expect(text.bytes.count == 4 * count)
    #expect(text.span(4 * count - 4..<4 * count) == Span(lower: 6 * count - 6, upper: 6 * count))
  }

  private func isIgnorable(_ scalar: Unicode.Scalar) -> Bool { testFolding.fold(String(scalar)).isEmpty }

  private func find(_ needle: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    (0...max(0, bytes.count - needle.count)).first { bytes[$0...].starts(with: needle) }.map { $0..<$0 + needle.count }
  }
}

/// A random text, cut into random pieces, some left out, some replaced.
private struct Sample {
  var utf8: [UInt8] = []
  var pieces: [Piece] = []
  /// What the pieces read as.
  var read = ""

  init(scalars: Int, using generator: inout SeededGenerator) {
    var left = scalars
    while left > 0 {
      let count = min(left, Int.random(in: 1...12, using: &generator))
      left -= count
      let part = randomText(scalars: count, using: &generator)
      let span = Span(lower: utf8.count, upper: utf8.count + part.utf8.count)
      utf8 += Array(part.utf8)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: break
      case 1:
        let replacement = ["&", " ", "㎡", "國", ""][Int.random(in: 0..<5, using: &generator)]
        pieces.append(Piece(span: span, replacement: Array(replacement.utf8)))
        read += replacement
      default:
        pieces.append(Piece(span: span))
        read += part
      }
    }
  }

  func isInsideScalar(_ offset: Int) -> Bool { offset < utf8.count && utf8[offset] & 0xC0 == 0x80 }
}

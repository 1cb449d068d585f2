import Text

/// A text as the numeric grammars read it, and the way back.
struct FoldedText {
  let scalars: [UInt32]
  private let offsets: [Int]
  private let normalized: NormalizedText
  private let utf8: [UInt8]

  init(_ text: String) {
    utf8 = Array(text.utf8)
    let whole = Piece(span: Span(lower: 0, upper: utf8.count))
    normalized = NormalizedText(utf8: utf8, pieces: [whole], folding: NumberTables.folding)
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in String(decoding: normalized.bytes, as: UTF8.self).unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    (self.scalars, self.offsets) = (scalars, offsets)
  }

  /// Where scalars stand in the original, and what it has there.
  func place(_ range: Range<Int>) -> (span: Span, text: String) {
    let span = normalized.span(offsets[range.lowerBound]..<offsets[range.upperBound])
    return (span, String(decoding: utf8[span.lower..<span.upper], as: UTF8.self))
  }
}

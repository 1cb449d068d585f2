/// A stretch of the original text that is read as a part of a block.
///
/// A block's text is its pieces one after the other. What lies between two pieces (a line break inside a sentence, the
/// indent of a paragraph, markup) is not read, and keeps its place in the offsets: each piece still points into the
/// original.
///
/// Most pieces are read as they stand. A piece with a `replacement` is read as these bytes instead of its own: the
/// entity reference `&amp;` as `&`, a line break between two Latin words as a space. The replacement maps to the whole
/// span; a position inside it has no counterpart in the original and widens to the ends of the span.
public struct Piece: Hashable, Sendable {
  /// Where the piece stands in the original text.
  public let span: Span
  /// What is read in place of the span's own bytes, in valid UTF-8, or `nil` when they are read as they stand.
  public let replacement: [UInt8]?

  public init(span: Span, replacement: [UInt8]? = nil) {
    self.span = span
    self.replacement = replacement
  }

  /// The number of bytes that are read, which differs from the span's where there is a replacement.
  public var readCount: Int { replacement?.count ?? span.count }
}

extension Piece: CustomStringConvertible {
  /// `3..<8`, or `3..<8="&"` for a replaced piece.
  public var description: String {
    guard let replacement else { return span.description }
    return "\(span)=\"\(String(decoding: replacement, as: UTF8.self))\""
  }
}

/// Makes the pieces of a block out of the text in it: white space is collapsed and trimmed as a browser would.
///
/// A line break between Han characters is no space: it is there for the width of the source alone.
struct HTMLPieces {
  private let source: [UInt8]
  private var pieces: [Piece] = []
  /// White space that was read and not yet given out.
  private var space: Span?
  private var spaceHasLineEnd = false
  private var last: UInt32 = 0

  static func pieces(_ raw: [Piece], source: [UInt8]) -> [Piece] {
    var maker = HTMLPieces(source: source)
    for piece in raw {
      if let replacement = piece.replacement { maker.add(replaced: piece, replacement) } else { maker.add(piece.span) }
    }
    maker.trimEnd()
    return maker.pieces
  }

  private init(source: [UInt8]) { self.source = source }

  private mutating func add(_ span: Span) {
    var offset = span.lower
    while offset < span.upper {
      let (value, length) = Scalars.at(offset, of: source, limit: span.upper)
      if Self.isCollapsible(value) || (pieces.isEmpty && Scalars.isSpace(value)) {
        addSpace(offset, offset + length, isLineEnd: Scalars.isLineEnd(value))
      } else {
        flushSpace(before: value)
        append(Piece(span: Span(lower: offset, upper: offset + length)))
        last = value
      }
      offset += length
    }
  }

  private mutating func add(replaced piece: Piece, _ replacement: [UInt8]) {
    guard !replacement.isEmpty else { return }
    let value = Scalars.at(0, of: replacement, limit: replacement.count).value
    if pieces.isEmpty && Scalars.isSpace(value) { return }
    if Self.isCollapsible(value), value != 0x09 {
      return addSpace(piece.span.lower, piece.span.upper, isLineEnd: Scalars.isLineEnd(value))
    }
    // White space beside the tab between two cells is none of theirs.
    if value == 0x09 { space = nil } else { flushSpace(before: value) }
    pieces.append(piece)
    last = value
  }

  private mutating func addSpace(_ lower: Int, _ upper: Int, isLineEnd: Bool) {
    guard !pieces.isEmpty, last != 0x09 else { return }
    space = Span(lower: space?.lower ?? lower, upper: upper)
    spaceHasLineEnd = spaceHasLineEnd || isLineEnd
  }

  private mutating func flushSpace(before next: UInt32) {
    guard let space else { return }
    self.space = nil
    let isCut = spaceHasLineEnd
    spaceHasLineEnd = false
    if isCut, Scalars.columns(last) == 2 || Scalars.columns(next) == 2 { return }
    if space.count == 1, source[space.lower] == 0x20 { return append(Piece(span: space)) }
    pieces.append(Piece(span: space, replacement: [0x20]))
  }

  /// Adds to the piece before where nothing lies between them.
  private mutating func append(_ piece: Piece) {
    if let before = pieces.last, before.replacement == nil, before.span.upper == piece.span.lower {
      pieces[pieces.count - 1] = Piece(span: Span(lower: before.span.lower, upper: piece.span.upper))
    } else {
      pieces.append(piece)
    }
  }

  private mutating func trimEnd() {
    while let piece = pieces.last {
      let bytes = piece.replacement ?? []
      let isReplaced = piece.replacement != nil
      let (value, length) =
        isReplaced
        ? Scalars.before(bytes.count, of: bytes, limit: 0)
        : Scalars.before(piece.span.upper, of: source, limit: piece.span.lower)
      guard Scalars.isSpace(value) else { return }
      pieces.removeLast()
      if !isReplaced, piece.span.count > length {
        pieces.append(Piece(span: Span(lower: piece.span.lower, upper: piece.span.upper - length)))
      }
    }
  }

  private static func isCollapsible(_ value: UInt32) -> Bool { value == 0x20 || 0x09...0x0D ~= value }
}

/// One article of a document: its blocks in the order of the text, and who and where it says it is from.
public struct Article: Hashable, Sendable {
  /// From the first byte that is read to the last one.
  public let span: Span
  public let blocks: [Block]
  /// The credits of the article, in the order of the text: `本报讯（记者 张一）`, `□本报记者 张一`, `来源：…`.
  public let bylines: [Byline]
  /// Where and when the report was sent: `新华社北京4月30日电`, or the date line below a headline.
  public let dateline: Dateline?

  package init(blocks: [Block], bylines: [Byline], dateline: Dateline?) {
    var lower = Int.max
    var upper = 0
    for piece in blocks.lazy.flatMap(\.pieces) {
      lower = min(lower, piece.span.lower)
      upper = max(upper, piece.span.upper)
    }
    self.span = lower <= upper ? Span(lower: lower, upper: upper) : Span(lower: 0, upper: 0)
    self.blocks = blocks
    self.bylines = bylines
    self.dateline = dateline
  }

  /// The headline, or `nil` for a text that has none. A headline of two parts (`某某：` / `…`) is one block.
  public var title: Block? { blocks.first { $0.kind == .title } }
  /// The lines above and below the headline that belong to it: eyebrow (引题) and subtitles (副题).
  public var subtitles: [Block] { blocks.filter { $0.kind == .eyebrow || $0.kind == .subtitle } }
  /// What the article says, without headline, credits, date line and separators.
  public var body: [Block] { blocks.filter(\.kind.isBody) }
}

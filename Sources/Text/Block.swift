/// A part of an article that is read in one go: a headline, a paragraph, a line of a poem.
public struct Block: Hashable, Sendable {
  public let kind: Kind
  /// The text of the block, one piece after the other; ascending, without overlap, never empty.
  public let pieces: [Piece]
  /// The line breaks inside the block that were read over, and why, in the order of the text.
  public let joins: [Join]

  package init(kind: Kind, pieces: [Piece], joins: [Join] = []) {
    self.kind = kind
    self.pieces = pieces
    self.joins = joins
  }

  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A line above the headline that leads up to it (引题), or the label of a column.
    case eyebrow
    case title
    /// A line below the headline that adds to it (副题).
    case subtitle
    case byline
    /// A line with date, time, number of the page.
    case dateline
    /// A heading between the paragraphs of an article (小标题).
    case heading
    case paragraph
    case listItem
    case verse
    case tableRow
    /// The words below a picture.
    case caption
    /// A line without words: `———`, `* * *`.
    case separator

    /// Whether such a block belongs to what the article says.
    public var isBody: Bool {
      switch self {
      case .heading, .paragraph, .listItem, .verse, .tableRow, .caption: true
      case .eyebrow, .title, .subtitle, .byline, .dateline, .separator: false
      }
    }
  }

  /// From the first byte of the first piece to the last one of the last.
  public var span: Span {
    guard let first = pieces.first, let last = pieces.last else { return Span(lower: 0, upper: 0) }
    return Span(lower: first.span.lower, upper: last.span.upper)
  }
}

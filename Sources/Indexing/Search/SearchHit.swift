public import Text

/// An article that a query found.
public struct SearchHit: Sendable, Equatable {
  /// The article's number in the archive; it changes when the article does.
  public let article: Int64
  /// The name of the file or record it came from.
  public let source: String
  /// Where the article stands in its source.
  public let span: Span
  public let title: String
  /// What was found in the headline: UTF-8 offsets into ``title``.
  public let titleMatches: [Range<Int>]
  /// BM25, the headline weighted; greater is better, comparable within one result only.
  public let score: Double
  public let snippet: Snippet
  /// Where the phrases stand in the body: spans in the source.
  public let matches: [Span]
}

/// What a query found.
public struct SearchResult: Sendable, Equatable {
  /// How many articles there are in all.
  public let count: Int
  /// The best of them, the best first.
  public let hits: [SearchHit]
}

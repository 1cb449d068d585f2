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
  /// The day the article is from, ISO 8601; nil where that is not known.
  public let date: String?
  /// What was found in the headline: UTF-8 offsets into ``title``.
  public let titleMatches: [Range<Int>]
  /// BM25 of the query's words and of the names that its filters found, the headline weighted; greater is better,
  /// comparable within one result only.
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
  /// What all of them have in common, if it was asked for.
  public let facets: SearchFacets?
  /// How the query was read, a line each, if it was asked for.
  public let explanation: [String]
}

/// Who and what the articles of a result mention, in how many of them, the most frequent first.
public struct SearchFacets: Sendable, Equatable {
  public struct Count: Sendable, Equatable {
    public let name: String
    /// In articles.
    public let count: Int
  }

  public let people: [Count]
  public let organizations: [Count]
  public let places: [Count]
  /// `2024-03`, in order of time.
  public let months: [Count]
}

/// What an archive says of a person or an organization over time.
public struct Ledger: Sendable, Equatable {
  /// A post, and where it is told.
  public struct Post: Sendable, Equatable {
    public let person: String
    public let title: String?
    public let organization: String?
    public let place: String?
    /// How the texts qualify it: `former`, `acting` …
    public let qualifier: String?
    /// What they tell of it: `appointed`, `departed` …
    public let event: String?
    /// When, as they say, ISO 8601.
    public let time: String?
    /// The days of the first and the last article that tells it, where they have one.
    public let firstSeen: String?
    public let lastSeen: String?
    /// The articles' sources, in the order of their days.
    public let sources: [String]
  }

  /// Someone or something in the same articles.
  public struct Companion: Sendable, Equatable {
    public let name: String
    /// `PERSON`, `ORG` …
    public let type: String
    /// How many articles have both.
    public let count: Int
  }

  public let name: String
  public let type: String
  /// What texts call it, the most frequent first.
  public let aliases: [String]
  public let articleCount: Int
  public let firstSeen: String?
  public let lastSeen: String?
  /// In order of time; those without one come last.
  public let posts: [Post]
  public let companions: [Companion]
}

/// A name in the overview of an archive.
public struct LedgerEntry: Sendable, Equatable {
  public let name: String
  public let type: String
  public let articleCount: Int
  /// Posts that were told of it, each time.
  public let roleCount: Int
  public let firstSeen: String?
  public let lastSeen: String?
}

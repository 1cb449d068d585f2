/// How terms are scored.
public enum KeywordMethod: String, Sendable, CaseIterable {
  /// The share of the text times the rarity among articles (TF × IDF; Spärck Jones 1972).
  case tfidf
  /// The rank in the graph of terms that stand near each other (Mihalcea and Tarau, "TextRank", 2004). Knows of the text
  /// alone.
  case textrank
  /// The geometric mean of both.
  case blend
  /// The share of the text: what the others are to be measured against.
  case frequency
}

/// What is asked of keywords.
public struct KeywordOptions: Sendable {
  public var method = KeywordMethod.tfidf
  /// How many are given at most.
  public var limit = 10
  /// Whether several words may be one term.
  public var phrases = true

  public init(method: KeywordMethod = .tfidf, limit: Int = 10, phrases: Bool = true) {
    self.method = method
    self.limit = limit
    self.phrases = phrases
  }
}

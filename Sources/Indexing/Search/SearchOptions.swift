/// How to search, and what to give of what was found.
public struct SearchOptions: Sendable {
  /// How many hits to give, from the best one after ``offset``.
  public var limit: Int
  public var offset: Int
  /// How many characters a snippet has at most.
  public var width: Int
  /// Whether a name finds the articles that mean it by another one: 北京市总工会 those that only say 市总工会 and mean it.
  public var usesAliases = true
  /// How many names of each type to count among all hits; 0 for none.
  public var facets = 0
  /// Whether to tell how the query was read, and what each part of it found.
  public var explains = false

  public init(limit: Int = 20, offset: Int = 0, width: Int = 60) {
    self.limit = max(0, limit)
    self.offset = max(0, offset)
    self.width = max(8, width)
  }
}

public import Text

/// A word in every place where it stands, with what stands around it.
public struct Concordance: Sendable, Equatable {
  /// A place of the word.
  public struct Line: Sendable, Equatable {
    /// The name of the file or record.
    public let source: String
    /// Where the word stands in its source.
    public let span: Span
    /// What stands before and behind it in its line, at most as many characters as were asked for.
    public let left: String
    public let match: String
    public let right: String
    /// The words next to it; nil at the edge of a line.
    public let leftWord: String?
    public let rightWord: String?
  }

  /// A word, and how often it stands next to the other one.
  public struct Neighbor: Sendable, Equatable {
    public let word: String
    public let count: Int
  }

  public enum Order: String, Sendable, CaseIterable {
    /// As they come in the archive.
    case none
    /// By what stands before the word, read backwards from it.
    case left
    /// By what stands behind the word.
    case right
  }

  /// Of all places, also those without a line.
  public let count: Int
  public let articleCount: Int
  public let lines: [Line]
  /// The most frequent first.
  public let leftNeighbors: [Neighbor]
  public let rightNeighbors: [Neighbor]
}

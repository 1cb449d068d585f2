public import Text

/// A word or name that characterizes a text.
public struct Keyword: Sendable, Equatable {
  /// As the text has it the first time; an organization or place in its full form where the analysis knows one.
  public let text: String
  /// How much it characterizes the text: its share of the text's words times its rarity in nats; the headline counts more.
  public let score: Double
  /// How often it stands in the text.
  public var count: Int { spans.count }
  /// Where it stands, in the order of the text.
  public let spans: [Span]
  /// Its part of speech (`n`, `vn`), empty for names and what the lexicon does not know.
  public let tag: String
  /// The type of a name (`PERSON`, `ORG` …), nil for words.
  public let entityType: String?
}

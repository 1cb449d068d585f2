public import Text

/// A word, phrase or name that characterizes a text.
public struct Keyword: Sendable, Equatable {
  /// What sort of term it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A word, of the lexicon or not.
    case word
    /// Several words that come again together, without a name for it in any table: `户外劳动者驿站`.
    case phrase
    /// What extraction found, or stands in 《》.
    case name
  }

  /// As the text has it the first time; an organization in its full form where the analysis knows one.
  public let text: String
  /// How much it characterizes the text, by the method asked for; comparable within one result only.
  public let score: Double
  /// How often it stands there.
  public let count: Int
  /// In how many articles it stands: 1 for the keywords of one article.
  public let articleCount: Int
  /// Where it stands, in the order of the text, in UTF-8 offsets of the document; empty for the keywords of a collection.
  public let spans: [Span]
  public let kind: Kind
  /// Its part of speech (`n`, `vn`); empty for names.
  public let tag: String
  /// The type of a name (`PERSON`, `ORG`, `WORK` …), nil for words and phrases.
  public let entityType: String?
  /// What is the same keyword in every text: ``text`` simplified, in lower case.
  package let key: String
}

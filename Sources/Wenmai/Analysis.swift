public import Extraction
public import Text

/// What was found in one article.
public struct ArticleAnalysis: Sendable {
  /// The article's structure: headline, bylines, paragraphs.
  public let article: Article
  /// The headline, joined, or nil.
  public let title: String?
  /// The sentences, in the order of the text.
  public let sentences: [Span]
  /// People, posts, organizations, places, and what users' rules define; in the order of the text, not overlapping.
  public let entities: [Entity]
  /// Numbers, amounts, measures, shares; in the order of the text.
  public let quantities: [NumericFact]
  /// Dates, periods, durations of the calendar; in the order of the text.
  public let times: [NumericFact]
  /// What the quantities count or measure, when and of whom; in the order of the text.
  public let measurements: [Measurement]
  /// Who holds which post.
  public let roles: [Role]
  /// Who says what.
  public let statements: [Statement]
  /// What relative times count from; nil where neither the caller nor the article tells, and they stay open.
  public let referenceTime: ReferenceTime?
}

/// What was found in a text: its articles.
public struct Analysis: Sendable {
  /// The text with its structure; all spans point into it.
  public let document: Document
  /// How the bytes were decoded; nil for a text that was given as a `String`.
  public let decoding: DecodingReport?
  public let articles: [ArticleAnalysis]

  /// The entities of all articles.
  public var entities: [Entity] { articles.flatMap(\.entities) }
  /// The quantities of all articles.
  public var quantities: [NumericFact] { articles.flatMap(\.quantities) }
  /// The times of all articles.
  public var times: [NumericFact] { articles.flatMap(\.times) }
  /// The measurements of all articles.
  public var measurements: [Measurement] { articles.flatMap(\.measurements) }
  /// The roles of all articles.
  public var roles: [Role] { articles.flatMap(\.roles) }
  /// The statements of all articles.
  public var statements: [Statement] { articles.flatMap(\.statements) }
}

/// How bytes became text.
public struct DecodingReport: Sendable {
  public let encoding: TextEncoding
  /// How many broken places became U+FFFD.
  public let brokenCount: Int
  /// The first of them: offsets into the bytes as given and into the decoded text.
  public let brokenPlaces: [DecodedText.Place]

  init(_ decoded: DecodedText) {
    encoding = decoded.encoding
    brokenCount = decoded.broken.count
    brokenPlaces = decoded.broken.places
  }
}

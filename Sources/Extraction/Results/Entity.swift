public import Text

/// A person, post, organization or place found in the text.
public struct Entity: Sendable, Hashable {
  /// What sort of thing it is. Users' rules can make types of their own.
  public struct Category: RawRepresentable, Sendable, Hashable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A person: `张克勤`.
    public static let person = Category(rawValue: "PERSON")
    /// A post, rank or honour: `副主席`.
    public static let title = Category(rawValue: "TITLE")
    /// An organization: `市总工会`.
    public static let organization = Category(rawValue: "ORG")
    /// A place: `安徽省`.
    public static let place = Category(rawValue: "PLACE")
  }

  public let category: Category
  /// Where it stands in the original text; a line break that was joined may lie inside.
  public let span: Span
  /// Its characters as the text has them, without line breaks that were joined.
  public let text: String
  /// The best name of what is meant, where that differs from `text`: simplified, in full, without spaces
  /// (`全国人民代表大会` for `全国人大`). Never empty.
  public package(set) var canonical: String?
  /// What the name may stand for, the most likely first; the first one's name is ``canonical`` where it is more likely than
  /// not. Empty for a name that stands for itself.
  public package(set) var references: [Reference]
  /// Which place it is; nil for what is no place of the tables.
  public package(set) var place: Place?
  /// A finer kind, from the dictionaries: `union`, `university`, `province` …
  public let kind: String?
  /// How sure the analysis is, from 0 to 1: the probability that the model gives it among all that could stand there; the
  /// logistic of the rule's evidence where rules alone decide.
  public let score: Double
  /// What proposed it.
  public let rule: RuleReference
  /// The largest entities inside this one, in the order of the text, each with those inside it: the organization that a
  /// unit belongs to, and in it the place of its name.
  public package(set) var nested: [Entity]

  public init(
    category: Category, span: Span, text: String, canonical: String?, kind: String?, score: Double,
    rule: RuleReference, nested: [Entity], references: [Reference] = [], place: Place? = nil
  ) {
    self.category = category
    self.span = span
    self.text = text
    self.canonical = canonical
    self.kind = kind
    self.score = score
    self.rule = rule
    self.nested = nested
    self.references = references
    self.place = place
  }
}

/// The rule that made a result: its name, and the file and line where it stands.
public struct RuleReference: Sendable, Hashable {
  public let name: String
  /// Below `Dictionaries/`, or as a user named it; empty for results that no rule file made.
  public let file: String
  /// Counted from 1; 0 without a file.
  public let line: Int

  public init(name: String, file: String, line: Int) {
    self.name = name
    self.file = file
    self.line = line
  }
}

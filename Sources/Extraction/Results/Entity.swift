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

  public var category: Category { parts.value.category }
  /// Where it stands in the original text; a line break that was joined may lie inside.
  public var span: Span { parts.value.span }
  /// Its characters as the text has them, without line breaks that were joined.
  public var text: String { parts.value.text }
  /// The best name of what is meant, where that differs from `text`: simplified, in full, without spaces
  /// (`全国人民代表大会` for `全国人大`). Never empty.
  public var canonical: String? { parts.value.canonical }
  /// What the name may stand for, the most likely first; the first one's name is ``canonical`` where it is more likely than
  /// not. Empty for a name that stands for itself.
  public var references: [Reference] { parts.value.references }
  /// Which place it is; nil for what is no place of the tables.
  public var place: Place? { parts.value.place }
  /// A finer kind, from the dictionaries: `union`, `university`, `province` …
  public var kind: String? { parts.value.kind }
  /// How sure the analysis is, from 0 to 1: the probability that the model gives it among all that could stand there; the
  /// logistic of the rule's evidence where rules alone decide.
  public var score: Double { parts.value.score }
  /// What proposed it.
  public var rule: RuleReference { parts.value.rule }
  /// The largest entities inside this one, in the order of the text, each with those inside it: the organization that a
  /// unit belongs to, and in it the place of its name.
  public var nested: [Entity] { parts.value.nested }

  /// Held once, because roles, statements and measurements name their entities.
  private var parts: Shared<Parts>

  /// What it tells.
  struct Parts: Sendable, Hashable {
    let category: Category
    let span: Span
    let text: String
    var canonical: String?
    var references: [Reference]
    var place: Place?
    let kind: String?
    let score: Double
    let rule: RuleReference
    var nested: [Entity]
  }

  public init(
    category: Category, span: Span, text: String, canonical: String?, kind: String?, score: Double,
    rule: RuleReference, nested: [Entity], references: [Reference] = [], place: Place? = nil
  ) {
    parts = Shared(
      Parts(
        category: category, span: span, text: text, canonical: canonical, references: references, place: place,
        kind: kind, score: score, rule: rule, nested: nested))
  }

  /// Changes what it tells; others that hold it keep what they have.
  mutating func change(_ body: (inout Parts) -> Void) {
    var changed = parts.value
    body(&changed)
    parts = Shared(changed)
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

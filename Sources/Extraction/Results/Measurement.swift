public import Text

/// A quantity with what it counts or measures, as one construction of the text says it.
///
/// `截至今年3月，海淀区共有注册护士1.86万人。` gives the quantity 1.86万人, the subject 注册护士, the thing 海淀区 and the time
/// 今年3月; `第一时间` and `一起` give nothing.
///
/// The subject is the shortest noun phrase that names what is counted: behind a measure word the nouns that follow it
/// (`1243名产业工人`, and the last noun of `2000名来自各地的代表`), otherwise the nouns before the quantity, seen through verbs
/// that only hold a value (达, 为, 共有), adverbs, and what is compared. What belongs to the nouns with 的 is left out, but for
/// nouns that say nothing alone (`护士的数量`). A clause without nouns of its own goes on with the subject before it.
public struct Measurement: Sendable, Hashable {
  /// Words of the text.
  public struct Phrase: Sendable, Hashable {
    /// Without line breaks that were joined.
    public let text: String
    public let span: Span
    /// The entity that the words are, if they are one.
    public let entity: Entity?

    public init(text: String, span: Span, entity: Entity? = nil) {
      self.text = text
      self.span = span
      self.entity = entity
    }
  }

  public enum Direction: String, Sendable, Hashable, CaseIterable { case up, down, same }

  /// What a change is measured against.
  public struct Base: Sendable, Hashable {
    /// The raw values are those of `Dictionaries/measurements/bases.tsv`.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// 同比, 比上年.
      case yearBefore = "year-before"
      case monthBefore = "month-before"
      case quarterBefore = "quarter-before"
      case weekBefore = "week-before"
      case dayBefore = "day-before"
      /// 环比: the month or quarter before, as the figures are told.
      case periodBefore = "period-before"
      /// 比上届.
      case eventBefore = "event-before"
      /// 比常年.
      case average
      /// Anything else the text names: 比2012年.
      case named
    }

    public let kind: Kind
    /// The words that say it: 同比; behind 比 what is named.
    public let text: String
    public let span: Span

    public init(kind: Kind, text: String, span: Span) {
      self.kind = kind
      self.text = text
      self.span = span
    }
  }

  /// How the quantity relates to another one.
  public struct Comparison: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      /// The quantity is what something changed by: 增长5.3%.
      case change
      /// The quantity is what something changed to: 增至24.02%.
      case level
      /// The quantity is a part of ``Comparison/of``: 占…的37%.
      case share
      /// The quantity is a multiple of ``Comparison/of``: 是…的2倍.
      case multiple
      /// The quantity is a place in a row: 居全省第3位.
      case rank
    }

    public let kind: Kind
    public let direction: Direction?
    public let base: Base?
    /// What it was before: 由12.7%增至24.02%.
    public let from: NumericFact?
    /// What the share or the multiple is of, or among whom the rank counts; nil where it goes without saying.
    public let of: Phrase?

    public init(kind: Kind, direction: Direction?, base: Base?, from: NumericFact?, of: Phrase?) {
      self.kind = kind
      self.direction = direction
      self.base = base
      self.from = from
      self.of = of
    }
  }

  /// A part of a measurement and the place in the text that says it.
  public struct Evidence: Sendable, Hashable {
    public enum Part: String, Sendable, Hashable {
      case quantity, subject, thing, time, base, from, of
      /// The word that joins subject and quantity: 达到, 增长, 占.
      case cue
      /// A verb whose object the subject is: 出口 of 出口汽车3万辆.
      case verb
    }

    public let part: Part
    public let span: Span

    public init(part: Part, span: Span) {
      self.part = part
      self.span = span
    }
  }

  public let quantity: NumericFact
  public let subject: Phrase
  /// The place or organization that it is said of; nil where the text does not name it near by.
  public let thing: Phrase?
  /// When, as the clause, the sentence or the opening of the sentence before it says.
  public let time: NumericFact?
  /// Whether the value is that of all the time up to ``time``: 截至今年3月.
  public let isAsOf: Bool
  public let comparison: Comparison?
  /// The quantity that this one is a part of: 其中.
  public let total: NumericFact?
  /// From the first to the last of the parts that stand in the sentence.
  public let span: Span
  /// The sentence that says it.
  public let sentence: Span
  /// How the text says it: `before`, `after`, `carried`, `list` …
  public let construction: String
  /// Where each part stands, in the order of the text.
  public let evidence: [Evidence]

  public init(
    quantity: NumericFact, subject: Phrase, thing: Phrase?, time: NumericFact?, isAsOf: Bool, comparison: Comparison?,
    total: NumericFact?, span: Span, sentence: Span, construction: String, evidence: [Evidence]
  ) {
    self.quantity = quantity
    self.subject = subject
    self.thing = thing
    self.time = time
    self.isAsOf = isAsOf
    self.comparison = comparison
    self.total = total
    self.span = span
    self.sentence = sentence
    self.construction = construction
    self.evidence = evidence
  }
}

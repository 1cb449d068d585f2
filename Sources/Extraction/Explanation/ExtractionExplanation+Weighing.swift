extension ExtractionExplanation {
  /// What the model made of a proposal: see the article *How entities are chosen*.
  public struct Weighing: Sendable, Hashable {
    /// What speaks for and against it: features of the model (`first` 李, `left.class` TITLE), evidence of rules that the
    /// model does not know, of the article's memory, of the user's words; these three first, then the strongest.
    public let parts: [EvidencePart]
    /// The sum of the parts, in nats.
    public let score: Double
    /// The share of all choices among the sentence's proposals that have it, from 0 to 1.
    public let probability: Double
  }

  /// Characters that the model weighed as a type.
  public struct Weighed: Sendable, Hashable {
    public let category: Entity.Category
    /// The rule that proposes them with most evidence, or what else does.
    public let rule: RuleReference
    public let weighing: Weighing
    /// Why they do not stand; nil if they do.
    public let verdict: Verdict?
  }

  /// A part of the best choice.
  public struct Reading: Sendable, Hashable {
    public let text: String
    public let category: Entity.Category
    /// In nats.
    public let score: Double
  }
}

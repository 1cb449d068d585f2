public import Text

extension ExtractionExplanation {
  /// What became of a name that was asked for, at one place.
  public struct Refusal: Sendable {
    public let text: String
    public let span: Span
    /// The results that stand over some of the characters.
    public let instead: [Proposal]
    /// What rules say of exactly these characters, the nearest first.
    public let findings: [Finding]
    /// What the model made of exactly these characters, by type: empty if neither a rule nor the shape of a name proposes
    /// them; nil if rules alone decide.
    public let weighed: [Weighed]?
    /// The words of the dictionaries that begin where it begins, with their classes: what a rule could start from.
    public let beginnings: [Beginning]
  }

  /// A word of the dictionaries with its classes.
  public struct Beginning: Sendable, Hashable {
    public let text: String
    public let classes: [String]
    public let sources: [Source]
  }

  /// How near a rule came.
  public struct Finding: Sendable {
    public let rule: RuleReference
    public let about: String
    public let outcome: Outcome
  }

  public enum Outcome: Sendable {
    /// It is a result.
    case stands(Proposal)
    case refused(Proposal, Verdict)
    /// The pattern matches, but a condition does not hold.
    case condition(Condition)
    /// Pattern and conditions hold, but so little speaks for it that it is not even proposed; `least` is asked for, in nats.
    case evidence(Proposal, least: Double)
    /// The characters fit the part of the pattern that would become the result, but not what must stand before or after it.
    case context(Lack, isBefore: Bool)
    /// The pattern takes the first characters of it, up to the lack.
    case pattern(taken: String, Lack)
  }

  /// What a pattern asks for, and what stands there.
  public struct Lack: Sendable, Hashable {
    /// In the rule language; one of them would do.
    public let expected: [String]
    /// The next characters; empty at the end of the sentence.
    public let found: String
    public let span: Span
  }
}

import Foundation
public import Text

/// Why a text gave these results, and why not others.
///
/// ```swift
/// let explanation = try analyzer.explainExtraction(of: "总理李强出席会议", whyNot: "出席")
/// for result in explanation.results { print(result.proposal.text, result.proposal.rule.name, result.proposal.parts) }
/// for refusal in explanation.refusals { print(refusal.text, refusal.findings.map(\.outcome)) }
/// ```
public struct ExtractionExplanation: Sendable {
  /// People, posts, organizations, places and what users' rules make, in the order of the text.
  public var results: [Result] = []
  /// Quantities and times with the pattern of each.
  public var facts: [NumericFact] = []
  /// Roles with the construction that joined them.
  public var roles: [Role] = []
  /// What became of the name that was asked for, at each place where it stands.
  public var refusals: [Refusal] = []

  package init() {}

  /// A line of a dictionary.
  public struct Source: Sendable, Hashable {
    /// Below `Dictionaries/`, or as the user's file was named.
    public let file: String
    /// Counted from 1.
    public let line: Int
  }

  /// Something that a rule proposes.
  public struct Proposal: Sendable, Hashable {
    public let text: String
    public let span: Span
    public let category: Entity.Category
    public let kind: String?
    public let rule: RuleReference
    /// What the rule says about itself.
    public let about: String
    /// What its rule, or the article's memory, says for it, in nats; 0 if only the model speaks for it.
    public let evidence: Double
    /// What the evidence is made of.
    public let parts: [EvidencePart]
    /// What the model made of it; nil if rules alone decide, or if it was given up before the model chose.
    public let weighing: Weighing?
    /// From 0 to 1: the probability that the model gives it, else the logistic of the evidence.
    public var score: Double { weighing?.probability ?? 1 / (1 + exp(-evidence)) }
  }

  /// A result with all that led to it.
  public struct Result: Sendable {
    public let proposal: Proposal
    /// What the rule's pattern took, element by element; empty for what no rule proposed.
    public let steps: [Step]
    public let conditions: [Condition]
    /// What it won against: everything else that was proposed over the same characters.
    public let rivals: [Rival]
  }

  /// An element of a pattern with what it took.
  public struct Step: Sendable, Hashable {
    /// In the rule language: `SURNAME`.
    public let element: String
    public let text: String
    public let span: Span
    /// The innermost part of the pattern that it belongs to.
    public let part: String?
    /// The dictionary lines that put the text into the class that the element names.
    public let sources: [Source]
    /// The rule that made the earlier result that it took.
    public let rule: RuleReference?
  }

  /// What a rule asks besides its pattern, and the answer.
  public struct Condition: Sendable, Hashable {
    /// As the rule has it: `person is NOT-NAME`.
    public let text: String
    /// Whether it is an `if`, no `unless`.
    public let isWanted: Bool
    /// The line of the rule's file.
    public let line: Int
    public let holds: Bool
    /// What was found; nil if nothing of the sort stands there.
    public let found: String?
    public let steps: [Step]
  }

  /// Something that was proposed and does not stand.
  public struct Rival: Sendable {
    public let proposal: Proposal
    public let verdict: Verdict
  }

  /// Why something that was proposed does not stand.
  public enum Verdict: Sendable, Hashable {
    /// Its evidence is less than the threshold, in nats.
    case belowThreshold(Double)
    /// Another one over the same characters comes first, by this point of the order: longer, more evidence, further left, type,
    /// rule; of two names of people the one with more evidence.
    case lost(to: String, category: Entity.Category, by: String)
    /// The best choice with it scores so many nats less than the best choice of all, which reads the same characters thus;
    /// without readings: as no name.
    case outweighed(by: [Reading], nats: Double)
  }
}

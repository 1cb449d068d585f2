package import Text

/// What happened to one rule in a text, place by place.
package struct RuleTrace: Sendable {
  package let rule: Rule
  /// The places where the pattern took anything, in the order of the text.
  package var attempts: [Attempt] = []
  /// How many places it was asked at.
  package var places = 0

  /// A try from one place.
  package struct Attempt: Sendable {
    package let span: Span
    package let matches: [Match]
    /// Where the furthest way that is no match came to, and what it lacked there; nil if nothing was lacking.
    package let taken: String
    package let lack: ExtractionExplanation.Lack?
  }

  package struct Match: Sendable {
    package let text: String
    package let span: Span
    package let steps: [ExtractionExplanation.Step]
    package let conditions: [ExtractionExplanation.Condition]
    /// What `make` would make of it, with its evidence, and whether that is in the end a result of the text.
    package let products: [(proposal: ExtractionExplanation.Proposal, stands: Bool)]
  }
}

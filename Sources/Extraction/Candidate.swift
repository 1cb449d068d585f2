/// Something a rule proposes, before overlaps are settled. Positions are scalars of the sentence.
package struct Candidate: Sendable, Equatable {
  /// The number of its type in ``RuleSet/types``.
  package let type: UInt8
  /// The number of its kind in ``RuleSet/kinds``, or -1.
  package var kind: Int32
  package let range: Range<Int>
  /// The index of its rule in ``RuleSet/rules``, or of a source that is no rule, below 0.
  package let rule: Int32
  /// Evidence in nats; the score is its logistic.
  package var evidence: Float

  package init(type: UInt8, kind: Int32, range: Range<Int>, rule: Int32, evidence: Float) {
    self.type = type
    self.kind = kind
    self.range = range
    self.rule = rule
    self.evidence = evidence
  }
}

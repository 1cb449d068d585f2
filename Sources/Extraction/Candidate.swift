/// Something a rule proposes, before overlaps are settled. Positions are scalars of the sentence.
struct Candidate: Sendable, Equatable {
  /// The number of its type in ``RuleSet/types``.
  let type: UInt8
  /// The number of its kind in ``RuleSet/kinds``, or -1.
  let kind: Int32
  let range: Range<Int>
  /// The index of its rule in ``RuleSet/rules``, or of a source that is no rule, below 0.
  let rule: Int32
  /// Evidence in nats; the score is its logistic.
  var evidence: Float
}

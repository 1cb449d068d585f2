import Lexicon
import Segmentation

/// Weighs the spans of a sentence, each as every type that it may have, and offers those that may stand.
///
/// Apart from ``EntityDecision``, so that nothing of it changes, and nothing is copied, while spans are gone through.
struct SpanWeigher {
  private(set) var reader: SpanReader
  private(set) var scorer: EntityScorer
  /// By rule: whether the model does not know it, so that it brings its own evidence.
  private let bringsEvidence: [Bool]
  /// By rule: how much of its weight is above what the model sees of evidence: a rule with a great weight stands whatever the
  /// model says.
  private let unseenWeights: [Float]
  private let lexicon: Lexicon
  private let types: [String]

  /// A word of the user's, of a class with the name of a type, stands whatever the model says.
  static let usersBonus: Float = 40

  init(_ model: EntityModel, lexicon: Lexicon, rules: RuleSet) {
    reader = SpanReader(lexicon: lexicon)
    scorer = EntityScorer(model, contextClasses: reader.contextClasses)
    self.lexicon = lexicon
    types = rules.types
    unseenWeights = rules.rules.map { max(0, Float($0.weight) - NamedFeature.certainWeight) }
    bringsEvidence = rules.rules.map { model.weights.named["rule=\($0.name)"] == nil }
  }

  /// Takes in a sentence; see ``EntityDecision/decide(_:_:results:candidates:threshold:)``.
  mutating func load(
    _ lattice: SentenceLattice, _ input: borrowing RuleInput, results: [Candidate], candidates: [Candidate]
  ) {
    reader.load(lattice, input, results: results, candidates: candidates)
    scorer.load(reader, input)
  }

  /// Adds the spans that are probable enough to change anything.
  func weigh(_ input: borrowing RuleInput, into choice: inout BestChoice) {
    let hasUser = lexicon.user != nil
    for index in 0..<reader.spanCount {
      let span = reader.span(index)
      let scores = scorer.score(span, reader, input)
      if span.proposal < 0, !hasUser {
        add(span, index, scores &+ scorer.unruled, into: &choice)
      } else {
        addProposed(span, index, scores, input, hasUser: hasUser, into: &choice)
      }
    }
  }

  /// Of a span that nothing but its shape proposes.
  @inline(__always)
  private func add(_ span: SpanSet.Span, _ index: Int, _ scores: SIMD4<Int32>, into choice: inout BestChoice) {
    for lane in 0..<3 where span.types >> UInt8(lane) & 1 != 0 && scores[lane] > Self.leastScore {
      let score = Float(scores[lane]) / Float(EntityWeights.scale)
      choice.add(
        .init(
          start: span.start, end: span.end, score: score, span: Int32(truncatingIfNeeded: index), type: UInt8(lane)))
    }
  }

  /// ``BestChoice/leastScore`` in the model's units.
  private static var leastScore: Int32 { Int32(BestChoice.leastScore * Float(EntityWeights.scale)) }

  private func addProposed(
    _ span: SpanSet.Span, _ index: Int, _ scores: SIMD4<Int32>, _ input: borrowing RuleInput, hasUser: Bool,
    into choice: inout BestChoice
  ) {
    for lane in 0..<3 where span.types >> UInt8(lane) & 1 != 0 {
      guard let type = EntityType(rawValue: UInt8(lane)) else { continue }
      let candidate = reader.candidate(span, type)
      var score = Float(scores[lane] &+ scorer.ruleScore(candidate, type)) / Float(EntityWeights.scale)
      if let candidate {
        score += ruleEvidence(of: candidate)
        score += reader.remembered(span, type)
      }
      if hasUser, isUsersWord(span, type, input) { score += Self.usersBonus }
      guard score > BestChoice.leastScore else { continue }
      choice.add(
        .init(
          start: span.start, end: span.end, score: score, span: Int32(truncatingIfNeeded: index), type: UInt8(lane)))
    }
  }

  /// What a rule adds to the model's score: all its evidence if the model does not know it, else what is above what it sees.
  @inline(__always) func ruleEvidence(of candidate: Candidate) -> Float {
    guard candidate.rule >= 0 else { return 0 }
    let rule = Int(candidate.rule)
    return bringsEvidence[rule] ? candidate.evidence : unseenWeights[rule]
  }

  func isUsersWord(_ span: SpanSet.Span, _ type: EntityType, _ input: borrowing RuleInput) -> Bool {
    guard lexicon.user != nil, let wanted = lexicon.classID(named: types[type.lane]) else { return false }
    return input.edgeRange(at: Int(span.start)).contains { index in
      let edge = input.edge(index)
      return edge.end == span.end && lexicon.isUser(edge.word) && edge.classes.contains(wanted)
    }
  }

  /// What stands for a choice of the span number `number`.
  func candidate(_ item: BestChoice.Item, _ type: EntityType, evidence: Float) -> Candidate {
    let known = reader.candidate(reader.span(Int(item.span)), type)
    return Candidate(
      type: item.type, kind: known?.kind ?? -1, range: Int(item.start)..<Int(item.end),
      rule: known?.rule ?? CandidateSource.model, evidence: evidence)
  }
}

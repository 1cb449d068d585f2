import Foundation
import Lexicon
import Segmentation

/// Decides which entities stand in a sentence, by the model: it weighs what rules, the memory of the document and the
/// shapes of names propose.
///
/// Posts and what users' rules define are no types of the model; they take part with the evidence of their rules.
struct EntityDecision {
  private(set) var reader: SpanReader
  private(set) var scorer: EntityScorer
  private(set) var choice = BestChoice()
  /// Those of types that the model does not know, settled among themselves; items of ``choice`` count them.
  private(set) var others: [Candidate] = []
  /// By rule: whether the model does not know it, so that it brings its own evidence.
  private let bringsEvidence: [Bool]
  /// By rule: how much of its weight is above what the model sees of evidence: a rule with a great weight stands whatever the
  /// model says.
  private let unseenWeights: [Float]
  private let lexicon: Lexicon
  private let types: [String]

  /// A longer post is better by this for each character, in nats, other things equal.
  static let lengthBonus: Float = 0.01
  /// A word of the user's, of a class with the name of a type, stands whatever the model says.
  static let usersBonus: Float = 40

  init(_ model: EntityModel, lexicon: Lexicon, rules: RuleSet) {
    reader = SpanReader(lexicon: lexicon)
    scorer = EntityScorer(model)
    self.lexicon = lexicon
    types = rules.types
    unseenWeights = rules.rules.map { max(0, Float($0.weight) - Float(NamedFeature.greatestEvidence)) }
    bringsEvidence = rules.rules.map { model.weights.named["rule=\($0.name)"] == nil }
  }

  /// - Parameters:
  ///   - results: what the rules found.
  ///   - candidates: what may stand: `results`, less or more what the document remembers.
  ///   - threshold: the least probability.
  /// - Returns: what stands, in the order of the text; their evidence is the logit of their probability.
  /// - Complexity: linear in the sentence and what is proposed in it.
  mutating func decide(
    _ lattice: SentenceLattice, _ input: borrowing RuleInput, results: [Candidate], candidates: [Candidate],
    threshold: Float
  ) -> [Candidate] {
    reader.load(lattice, input, results: results, candidates: candidates)
    scorer.load(reader)
    choice.removeAll()
    for index in 0..<reader.spans.count { weigh(index, input) }
    addOthers(candidates, length: lattice.count, threshold: min(max(threshold, 0.001), 0.999))
    choice.choose(count: lattice.count)
    return choice.chosen.compactMap { item, probability in
      probability < threshold ? nil : candidate(item, probability)
    }
  }

  private mutating func weigh(_ index: Int, _ input: borrowing RuleInput) {
    let span = reader.spans[index]
    let scores = scorer.score(span, reader, input)
    for type in EntityType.allCases where span.types & type.bit != 0 {
      var score = Float(scores[type.lane] &+ scorer.ruleScore(span, type, reader)) / Float(EntityWeights.scale)
      if let candidate = reader.candidate(span, type) {
        score += ruleEvidence(of: candidate)
        score += span.remembered[type.lane]
      }
      if isUsersWord(span, type, input) { score += Self.usersBonus }
      if score > BestChoice.leastScore {
        choice.add(
          .init(
            start: span.start, end: span.end, score: score, span: Int32(truncatingIfNeeded: index), type: type.rawValue)
        )
      }
    }
  }

  /// What a rule adds to the model's score: all its evidence if the model does not know it, else what is above what it sees.
  func ruleEvidence(of candidate: Candidate) -> Float {
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

  /// Posts, and the types of users' rules: the longest of each, settled among themselves before. Their parts (主席 of 副主席)
  /// would share the probability of the whole.
  private mutating func addOthers(_ candidates: [Candidate], length: Int, threshold: Float) {
    others = Overlap.settle(
      candidates.filter { EntityType(rawValue: $0.type) == nil }, length: length,
      threshold: log(threshold / (1 - threshold)))
    for (index, candidate) in others.enumerated() {
      let score = candidate.evidence + Self.lengthBonus * Float(candidate.range.count)
      guard score > BestChoice.leastScore else { continue }
      choice.add(
        .init(
          start: Int32(truncatingIfNeeded: candidate.range.lowerBound),
          end: Int32(truncatingIfNeeded: candidate.range.upperBound), score: score,
          span: Int32(truncatingIfNeeded: index), type: candidate.type))
    }
  }

  private func candidate(_ item: BestChoice.Item, _ probability: Float) -> Candidate {
    let certain = min(max(probability, 1e-4), 1 - 1e-4)
    let evidence = log(certain / (1 - certain))
    let range = Int(item.start)..<Int(item.end)
    guard let type = EntityType(rawValue: item.type) else {
      var other = others[Int(item.span)]
      other.evidence = evidence
      return other
    }
    let known = reader.candidate(reader.spans[Int(item.span)], type)
    return Candidate(
      type: item.type, kind: known?.kind ?? -1, range: range, rule: known?.rule ?? CandidateSource.model,
      evidence: evidence)
  }
}

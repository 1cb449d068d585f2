import Foundation
import Lexicon
import Segmentation

/// Decides which entities stand in a sentence, by the model: it weighs what rules, the memory of the document and the
/// shapes of names propose.
///
/// Posts and what users' rules define are no types of the model; they take part with the evidence of their rules.
struct EntityDecision {
  private(set) var weigher: SpanWeigher
  private(set) var choice = BestChoice()
  /// Those of types that the model does not know, settled among themselves; items of ``choice`` count them.
  private(set) var others: [Candidate] = []

  /// The number of ``RuleSet/nothing``, if a rule makes it.
  private let nothing: UInt8?

  /// A longer post is better by this for each character, in nats, other things equal.
  static let lengthBonus: Float = 0.01

  init(_ model: EntityModel, lexicon: Lexicon, rules: RuleSet) {
    weigher = SpanWeigher(model, lexicon: lexicon, rules: rules)
    nothing = rules.nothing
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
    weigher.load(lattice, input, results: results, candidates: candidates)
    choice.removeAll()
    weigher.weigh(input, into: &choice)
    addOthers(candidates, length: lattice.count, threshold: min(max(threshold, 0.001), 0.999))
    choice.choose(count: lattice.count)
    var standing: [Candidate] = []
    standing.reserveCapacity(choice.chosen.count)
    for index in choice.chosen.indices
    where choice.chosen[index].probability >= threshold && choice.chosen[index].item.type != nothing {
      standing.append(candidate(choice.chosen[index].item, choice.chosen[index].probability))
    }
    let least = min(max(threshold, 0.001), 0.999)
    let rest = remainders(standing, of: candidates, threshold: log(least / (1 - least)))
    return rest.isEmpty ? standing : (standing + rest).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Posts, and the types of users' rules: the longest of each, settled among themselves before. Their parts (主席 of 副主席)
  /// would share the probability of the whole.
  private mutating func addOthers(_ candidates: [Candidate], length: Int, threshold: Float) {
    others.removeAll(keepingCapacity: true)
    for candidate in candidates where EntityType(rawValue: candidate.type) == nil { others.append(candidate) }
    if others.isEmpty { return }
    others = Overlap.settle(others, length: length, threshold: log(threshold / (1 - threshold)))
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
    guard let type = EntityType(rawValue: item.type) else {
      var other = others[Int(item.span)]
      other.evidence = evidence
      return other
    }
    return weigher.candidate(item, type, evidence: evidence)
  }
}

import Lexicon
import Segmentation

/// A span of a sentence as the model weighs it, by two ways that must agree; in nats.
package struct WeightCheck: Sendable, Hashable {
  /// The type and the range in scalars.
  package let key: String
  /// By sums of prefixes, as the engine has it.
  package let engine: Double
  /// The sum over all features, one by one.
  package let features: Double
  /// The sum of the parts that explanations tell, with what memory and users' rules and words add.
  package let told: Double
  /// What the engine chose by: with the same; nil if it is too little to be chosen.
  package let chosenBy: Double?
}

extension ExtractionExplainer {
  /// All that the model weighs in a sentence, and the probabilities of what it chose: the engine's and those of
  /// explanations.
  package func weights(
    for sentence: String
  ) -> (spans: [WeightCheck], probabilities: [(engine: Double, explained: Double)]) {
    guard let model = extractor.entityModel else { return ([], []) }
    var cascade = makeCascade(keepsAll: false)
    var lattice = SentenceLattice()
    var decision = EntityDecision(model, lexicon: extractor.lexicon, rules: extractor.rules)
    Array(sentence.utf8).withUnsafeBufferPointer { segmentation.analyze($0, 0..<$0.count, into: &lattice) }
    let results = cascade.candidates(in: lattice)
    _ = decision.decide(lattice, cascade.input, results: results, candidates: results, threshold: 0.5)
    let text = extractor.featureText
    let scorer = decision.weigher.scorer
    var spans: [WeightCheck] = []
    for index in 0..<decision.weigher.reader.spanCount {
      let span = decision.weigher.reader.span(index)
      let scores = scorer.score(span, decision.weigher.reader, cascade.input)
      for type in EntityType.allCases where span.types & type.bit != 0 {
        let whole = scores[type.lane] + scorer.ruleScore(decision.weigher.reader.candidate(span, type), type)
        var features = 0.0
        decision.weigher.reader.forEachFeature(span, type, cascade.input) { features += Double(model.weight($0, type)) }
        let chosenBy = decision.choice.items.first { Int($0.span) == index && $0.type == type.rawValue }
        let told = decision.parts(of: span, as: type, cascade.input, text).reduce(0) { $0 + $1.nats }
        spans.append(
          WeightCheck(
            key: "\(type) \(span.start)..<\(span.end)", engine: Double(whole) / Double(EntityWeights.scale),
            features: features, told: told, chosenBy: chosenBy.map { Double($0.score) }))
      }
    }
    let trace = ChoiceTrace(decision.choice.items, count: lattice.count)
    let probabilities = decision.choice.chosen.map { item, probability in
      let range = Int(item.start)..<Int(item.end)
      return (Double(probability), trace.probability(of: range, score: Double(item.score)))
    }
    return (spans, probabilities)
  }
}

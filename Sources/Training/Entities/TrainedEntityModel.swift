package import Extraction
package import Lexicon

/// Weights as they are written: rounded, those that matter least left out.
package struct TrainedEntityModel: Sendable {
  /// In the order in which tables stand: by the bytes of their lines.
  package let rows: [EntityModelBuilder.Row]

  init(_ model: SemiMarkovModel, _ numbers: EntityRows, _ extractor: Extractor, _ options: EntityTrainer.Options) {
    let text = extractor.featureText
    let names = extractor.characterNames
    var kept: [(worth: Float, number: Int, row: EntityModelBuilder.Row)] = []
    for (number, feature) in numbers.features.enumerated() where model.uses[number] > 0 {
      var weights = SIMD4<Int16>.zero
      let bound: Float
      if case .named = feature { bound = 8_000 } else { bound = 127 }
      var most: Float = 0
      for lane in 0..<3 {
        let weight = (model.weights[4 * number + lane] * Float(EntityWeights.scale)).rounded()
        weights[lane] = Int16(min(max(weight, -bound), bound))
        most = max(most, abs(weight))
      }
      // A rule that the model does not name brings its own evidence: a weight of 0 must be said.
      guard weights != .zero || feature.isRule, let name = text.text(feature, character: { names[Int($0)] }) else {
        continue
      }
      // A great weight that is hardly ever looked at matters less than a middling one that often is.
      var worth = most * Float(model.uses[number]).squareRoot()
      if case .named = feature { worth = .infinity }
      kept.append((worth, number, .init(feature: name, weights: weights)))
    }
    kept.sort { ($1.worth, $0.number) < ($0.worth, $1.number) }
    rows = kept.prefix(options.maximumRows).map { (Array("\($0.row.feature)\t".utf8), $0.row) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  /// An extractor with these weights.
  package func weights(for extractor: Extractor) -> EntityWeights? {
    let codeCount = extractor.codeCount
    let built = EntityModelBuilder(rows, codeCount: codeCount) { extractor.code(of: $0) }
    return EntityWeightStorage(built, codeCount: codeCount).weights
  }

  /// The table of the model, `models/entities.tsv`.
  ///
  /// - Parameter header: what follows `# source:` and `# licence:`.
  package func table(source: String, licence: String) -> [UInt8] {
    var text = "# concern:  weights of the model that chooses entities; README.md tells how it was trained\n"
    text +=
      "# source:   \(source)\n# licence:  \(licence)\n# columns:  feature\tperson:int\torganization:int\tplace:int\n"
    for row in rows { text += "\(row.feature)\t\(row.weights[0])\t\(row.weights[1])\t\(row.weights[2])\n" }
    return Array(text.utf8)
  }
}

package import Lexicon
package import Segmentation

/// Weights as they are written: averaged, rounded, those that matter least left out.
package struct TrainedTagModel: Sendable {
  /// In the order in which tables stand: by the bytes of their lines.
  package let rows: [TagModelBuilder.Row]
  package let featureCount: Int
  private let draft: TagModelDraft

  /// Weights nearer to zero than this decide nothing.
  private static let least = 2.0

  init(_ draft: TagModelDraft, _ model: LogLinear, _ options: TagTrainer.Options) {
    self.draft = draft
    var kept: [(key: UInt64, worth: Double, pairs: [(tag: UInt8, value: Int)])] = []
    for (key, number) in model.numbers {
      var pairs: [(tag: UInt8, value: Int)] = []
      var most = 0.0
      for tag in draft.names.tags.indices.dropFirst() {
        let weight = (model.average(Int(number), tag) * options.scale).rounded()
        guard abs(weight) >= Self.least else { continue }
        pairs.append((UInt8(tag), Int(min(max(weight, -127), 127))))
        most = max(most, abs(weight))
      }
      // A great weight that is hardly ever looked at matters less than a middling one that often is.
      if !pairs.isEmpty { kept.append((key, most * Double(model.uses[Int(number)]).squareRoot(), pairs)) }
    }
    kept.sort { ($1.worth, $0.key) < ($0.worth, $1.key) }
    let text = TagFeatureText(draft.names)
    var rows = draft.seenRows
    for entry in kept.prefix(options.maximumRows) {
      let feature = text.text(
        entry.key, word: { draft.texts[$0] }, character: { draft.characters[$0] }, contexts: draft.contexts)
      if let feature { rows.append(.init(feature: feature, weights: text.pairs(entry.pairs), line: 0)) }
    }
    featureCount = rows.count - draft.seenRows.count
    self.rows = rows.map { (Array("\($0.feature)\t".utf8), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  /// A tagger with these weights.
  package func tagger(_ lexicon: Lexicon) -> Tagger {
    let built = TagModelDraft.build(rows, lexicon, draft.names, draft.groups)
    return TagModelStorage(built, tagCount: lexicon.tagNames.count).map { Tagger(lexicon: lexicon, model: $0) }
      ?? Tagger(lexicon: lexicon)
  }

  /// The table of the model, `models/pos.tsv`.
  ///
  /// - Parameter header: what follows `# source:` and `# licence:`.
  package func table(source: String, licence: String) -> [UInt8] {
    var text = "# concern:  weights of the model that tags words; README.md tells how it was trained\n"
    text += "# source:   \(source)\n# licence:  \(licence)\n# columns:  feature\tweights\n"
    for row in rows { text += "\(row.feature)\t\(row.weights)\n" }
    return Array(text.utf8)
  }
}

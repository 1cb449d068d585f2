import Lexicon
import Segmentation

/// Weights as they are written: averaged, rounded, the smallest left out.
package struct TrainedModel: Sendable {
  package struct Row: Sendable {
    package var feature: String
    package var weights: SIMD4<Int16>
  }

  /// In the order in which tables stand: by the bytes of their lines.
  package let rows: [Row]
  /// By feature << 3 | place: what ``rows`` holds, for measuring.
  let vectors: [UInt64: SIMD4<Int16>]
  let transitions: Stretch.Transitions

  init(_ perceptron: Perceptron, _ index: FeatureIndex, _ lexicon: Lexicon, maximumRows: Int, scale: Int) {
    var kept: [(key: UInt64, weight: Int16, vector: SIMD4<Int16>)] = []
    for (key, start) in index.starts {
      for place in 0..<FeatureIndex.placeCount(key) {
        var vector = perceptron.average(Int(start) + place, scale: scale)
        if FeatureKind.parts(of: key)?.kind.sharedStart == nil {
          vector.clamp(lowerBound: SIMD4(repeating: -127), upperBound: SIMD4(repeating: 127))
        }
        let greatest = max(vector.max(), -vector.min())
        if greatest > 0 { kept.append((key << 3 | UInt64(place), greatest, vector)) }
      }
    }
    kept.sort { ($1.weight, $0.key) < ($0.weight, $1.key) }
    let texts = FeatureText(lexicon)
    var rows: [Row] = []
    var vectors: [UInt64: SIMD4<Int16>] = [:]
    for entry in kept.prefix(maximumRows) {
      guard let text = texts.text(entry.key >> 3, place: Int(entry.key & 7)) else { continue }
      rows.append(Row(feature: text, weights: entry.vector))
      vectors[entry.key] = entry.vector
    }
    var transitions = Stretch.Transitions()
    for tag in PositionTag.allCases {
      let vector = perceptron.averageTransition(tag, scale: scale)
      transitions[tag] = SIMD4<Int32>(truncatingIfNeeded: vector)
      if let text = texts.text(FeatureKind.after.key(UInt16(tag.rawValue)), place: 0) {
        rows.append(Row(feature: text, weights: vector))
      }
    }
    self.rows = rows.map { (Array("\($0.feature)\t".utf8), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
    self.vectors = vectors
    self.transitions = transitions
  }

  /// The table of the model, `models/segment.tsv`.
  ///
  /// - Parameter header: what follows `# source:` and `# licence:`.
  package func table(source: String, licence: String) -> [UInt8] {
    var text =
      "# concern:  weights of the model that decides where words end in mode precise; README.md tells how it was trained\n"
    text += "# source:   \(source)\n# licence:  \(licence)\n# columns:  feature\tb:int\tm:int\te:int\ts:int\n"
    for row in rows {
      let weights = row.weights
      text += "\(row.feature)\t\(weights[0])\t\(weights[1])\t\(weights[2])\t\(weights[3])\n"
    }
    return Array(text.utf8)
  }
}

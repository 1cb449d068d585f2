import Wenmai

/// Something to be measured.
struct Stage {
  let name: String
  /// What it counts.
  let unit: Unit
  /// Whether it reads the text, so that a rate can be told.
  let readsText: Bool
  /// Does the work once and tells how many units came out.
  let run: (Input) throws -> Int

  enum Unit: String, Codable { case tokens, results, starts }

  struct Input {
    let utf8: [UInt8]
    let text: String
    let characterCount: Int

    init(_ text: String) {
      self.text = text
      utf8 = Array(text.utf8)
      characterCount = text.unicodeScalars.count
    }
  }
}

extension Stage {
  /// All stages, in the order of the table.
  static func all() throws -> [Stage] {
    let analyzer = try Analyzer()
    return SegmentationMode.allCases.map { segmentation($0, analyzer) } + [
      Stage(name: "extract", unit: .results, readsText: true) { input in
        let analysis = analyzer.analyze(input.text)
        return analysis.entities.count + analysis.quantities.count + analysis.times.count + analysis.roles.count
      },
      // The compiled dictionary is mapped and warm, the rules are compiled anew.
      Stage(name: "dictionary/load", unit: .starts, readsText: false) { _ in
        _ = try Analyzer().analyze(ColdStart.sentence)
        return 1
      },
      Stage(name: "dictionary/cold-start", unit: .starts, readsText: false) { _ in
        try ColdStart.run()
        return 1
      },
    ]
  }

  private static func segmentation(_ mode: SegmentationMode, _ analyzer: Analyzer) -> Stage {
    let segmenter = analyzer.makeWordSegmenter(mode: mode)
    return Stage(name: "segment/\(mode.rawValue)", unit: .tokens, readsText: true) { input in
      var count = 0
      segmenter.forEachBatch(in: input.utf8) { tokens in
        for i in tokens.indices where !tokens[i].isWhiteSpace { count += 1 }
      }
      return count
    }
  }
}

import Wenmai

/// Something to be measured.
struct Stage: Sendable {
  let name: String
  /// What it counts.
  let unit: Unit
  /// Makes what does the work once and tells how many units came out; it keeps buffers, so each thread has its own.
  let makeRun: @Sendable (Analyzer) -> (Input) -> Int

  enum Unit: String, Codable { case tokens, results }

  /// All stages, in the order of the table.
  static let all =
    SegmentationMode.allCases.map { segmentation($0) } + [
      tagging(.precise),
      Stage(name: "extract", unit: .results) { analyzer in
        { input in
          let analysis = analyzer.analyze(input.text)
          return analysis.entities.count + analysis.quantities.count + analysis.times.count + analysis.roles.count
        }
      },
    ]

  /// Words in batches, as fast as the library gives them.
  private static func segmentation(_ mode: SegmentationMode) -> Stage {
    Stage(name: "segment/\(mode.rawValue)", unit: .tokens) { analyzer in
      let segmenter = analyzer.makeWordSegmenter(mode: mode)
      return { input in
        var count = 0
        segmenter.forEachBatch(in: input.utf8) { tokens in
          for i in tokens.indices where !tokens[i].isWhiteSpace { count += 1 }
        }
        return count
      }
    }
  }

  /// Words with their parts of speech; counts those that have one.
  private static func tagging(_ mode: SegmentationMode) -> Stage {
    Stage(name: "segment/\(mode.rawValue)+pos", unit: .tokens) { analyzer in
      let segmenter = analyzer.makeWordSegmenter(mode: mode)
      return { input in
        var count = 0
        segmenter.forEachTaggedWord(in: input.utf8) { _, tag, _ in count += tag.isEmpty ? 0 : 1 }
        return count
      }
    }
  }
}

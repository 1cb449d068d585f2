import Lexicon
import Segmentation

/// A stretch with the right tags and its features as numbers.
struct TrainingExample {
  struct Feature {
    var vector: Int32
    var target: Int16
    var placeCount: Int16
  }

  var frame: StretchExample
  var features: [Feature]
  var tags: [UInt8]
}

/// Makes examples of sentences.
final class ExampleReader {
  private let reader: StretchReader
  let stretch = Stretch()

  /// Words that stand in the lexicon only because the news had them are hidden: they are the words of the training text,
  /// and a model that sees them all there trusts the lexicon more than it should.
  init(_ lexicon: Lexicon) {
    let hidden = (0..<UInt32(lexicon.wordCount)).map(WordID.init(raw:)).filter {
      lexicon.source(of: $0)?.file == "lexicon/news-counts.tsv"
    }
    reader = StretchReader(lexicon, hiddenWords: Set(hidden))
  }

  func countFeatures(_ text: SegmentedText) -> [UInt64: Int32] {
    var counts: [UInt64: Int32] = [:]
    for sentence in text.sentences {
      reader.read(sentence.utf8) { _ in
      } example: {
        for feature in $0.features { counts[feature.key, default: 0] += 1 }
      }
    }
    return counts
  }

  func read(_ text: SegmentedText, _ index: inout FeatureIndex) -> [TrainingExample] {
    var examples: [TrainingExample] = []
    for sentence in text.sentences {
      let ends = Set(sentence.ends)
      reader.read(sentence.utf8) { _ in
      } example: { frame in
        let features = frame.features.compactMap { feature in
          index.starts[feature.key].map {
            TrainingExample.Feature(
              vector: $0, target: feature.target, placeCount: Int16(FeatureIndex.placeCount(feature.key)))
          }
        }
        var lean = frame
        lean.features = []
        examples.append(TrainingExample(frame: lean, features: features, tags: Self.tags(frame, ends)))
      }
    }
    return examples
  }

  /// The tags of the right words; what is fixed is a word of its own whatever the text says.
  static func tags(_ frame: StretchExample, _ ends: Set<Int>) -> [UInt8] {
    let count = frame.fixed.count
    func isCut(before unit: Int) -> Bool {
      unit == 0 || unit == count || frame.fixed[unit] || frame.fixed[unit - 1] || ends.contains(frame.offsets[unit])
    }
    return (0..<count).map { unit in
      let tag: PositionTag =
        switch (isCut(before: unit), isCut(before: unit + 1)) {
        case (true, true): .single
        case (true, false): .begin
        case (false, true): .end
        case (false, false): .middle
        }
      return tag.rawValue
    }
  }
}

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

  /// - Parameters:
  ///   - lexicon: says which words there are.
  ///   - naming: the lexicon whose codes stand in features.
  init(_ lexicon: Lexicon, naming: Lexicon) {
    reader = StretchReader(lexicon, naming: naming)
  }

  func countFeatures(_ text: SegmentedText, into counts: inout [UInt64: Int32]) {
    for sentence in text.sentences {
      reader.read(sentence.utf8) { _ in
      } example: {
        for feature in $0.features { counts[feature.key, default: 0] += 1 }
      }
    }
  }

  func read(_ text: SegmentedText, _ index: FeatureIndex) -> [TrainingExample] {
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

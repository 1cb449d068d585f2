import Lexicon
import Segmentation

/// Sentences read once, to be cut by several models: stretches to decide, and the words between them.
struct CuttableText {
  private struct Sentence {
    /// Ends of the tokens outside the stretches.
    var outside: [Int]
    var stretches: [StretchExample]
  }

  private var sentences: [Sentence] = []

  init(_ text: SegmentedText, _ lexicon: Lexicon) {
    let reader = StretchReader(lexicon)
    for sentence in text.sentences {
      var read = Sentence(outside: [], stretches: [])
      reader.read(sentence.utf8) {
        read.outside.append($0.upperBound)
      } example: {
        read.stretches.append($0)
      }
      sentences.append(read)
    }
  }

  /// The ends of the words of each sentence, ascending.
  func ends(by model: TrainedModel) -> [[Int]] {
    let stretch = Stretch()
    return sentences.map { sentence in
      var found = sentence.outside
      for example in sentence.stretches {
        stretch.decide(example, model.transitions) { scores in
          for feature in example.features {
            for place in 0..<FeatureIndex.placeCount(feature.key) {
              if let vector = model.vectors[feature.key << 3 | UInt64(place)] {
                scores[Int(feature.target) - place] &+= SIMD4<Int32>(truncatingIfNeeded: vector)
              }
            }
          }
        } decided: { tags in
          for unit in example.fixed.indices
          where tags[unit] == PositionTag.end.rawValue || tags[unit] == PositionTag.single.rawValue {
            found.append(example.offsets[unit + 1])
          }
        }
      }
      return found.sorted()
    }
  }
}

/// Text to measure by.
struct HeldOut {
  private let text: CuttableText
  private let ends: [[Int]]

  init(_ text: SegmentedText, _ lexicon: Lexicon) {
    self.text = CuttableText(text, lexicon)
    ends = text.sentences.map(\.ends)
  }

  func score(_ model: TrainedModel) -> SegmentationScore {
    var total = SegmentationScore()
    for (expected, found) in zip(ends, text.ends(by: model)) { total.add(expected: expected, found: found) }
    return total
  }
}

import Lexicon
import Segmentation

/// Text to measure by: stretches to decide, and the words between them.
struct HeldOut {
  private struct Sentence {
    var ends: [Int]
    /// Ends of the tokens outside the stretches.
    var outside: [Int]
    var stretches: [StretchExample]
  }

  private var sentences: [Sentence] = []

  init(_ text: SegmentedText, _ lexicon: Lexicon) {
    let reader = StretchReader(lexicon, hiddenWords: [])
    for sentence in text.sentences {
      var read = Sentence(ends: sentence.ends, outside: [], stretches: [])
      reader.read(sentence.utf8) {
        read.outside.append($0.upperBound)
      } example: {
        read.stretches.append($0)
      }
      sentences.append(read)
    }
  }

  func score(_ model: TrainedModel, by stretch: Stretch) -> SegmentationScore {
    var total = SegmentationScore()
    for sentence in sentences {
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
      total.add(expected: sentence.ends, found: found.sorted())
    }
    return total
  }
}

package import Lexicon
package import Segmentation

/// How well words were found and tagged: a word is right if both its ends and its tag are.
package struct TaggingScore: Sendable, Equatable {
  package var words = SegmentationScore()
  /// Words found with both ends and the tag right.
  package var right = 0
  /// Of the words cut right, those are tagged right.
  package var accuracy: Double { Double(right) / Double(max(words.right, 1)) }
  package var f1: Double {
    words.expected + words.found == 0 ? 0 : 2 * Double(right) / Double(words.expected + words.found)
  }

  package init() {}

  /// Measures a tagger over the words of mode `precise`.
  package init(_ text: TaggedText, by tagger: Tagger, _ lexicon: Lexicon) {
    let worker = tagger.makeWorker(Segmenter(lexicon: lexicon, mode: .precise))
    for sentence in text.sentences {
      var found: [(start: Int, end: Int, tag: TagID)] = []
      let bytes = Array(sentence.text.utf8)
      bytes.withUnsafeBufferPointer { buffer in
        worker.segment(buffer, 0..<buffer.count) { tokens, tags in
          for (token, tag) in zip(tokens, tags) {
            found.append((token.range.lowerBound, token.range.upperBound, tag))
          }
        }
      }
      add(sentence, found, lexicon)
    }
  }

  private mutating func add(
    _ sentence: TaggedText.Sentence, _ found: [(start: Int, end: Int, tag: TagID)], _ lexicon: Lexicon
  ) {
    var ends: [Int] = []
    var tags: [Int: TagID] = [:]
    var end = 0
    for (word, tag) in zip(sentence.words, sentence.tags) {
      let start = end
      end += word.utf8.count
      ends.append(end)
      tags[start << 32 | end] = lexicon.tagID(named: tag)
    }
    words.add(expected: ends, found: found.map(\.end))
    for word in found where tags[word.start << 32 | word.end] == word.tag { right += 1 }
  }
}

import Lexicon
import Segmentation
import Wenmai

/// Text cut into words by each engine; the words, joined, must give it back.
struct SegmentationTarget: FuzzTarget {
  static let name = "segmentation"
  private let segmenters: [Segmenter]

  init() throws {
    let lexicon = try Analyzer.embeddedLexicon()
    segmenters = SegmentationMode.allCases.map { Segmenter(lexicon: lexicon, mode: $0) }
  }

  func run(_ input: [UInt8]) {
    let text = Array(String(decoding: input, as: UTF8.self).utf8)
    for segmenter in segmenters {
      let tokens = segmenter.makeWorker().tokens(in: text)
      if segmenter.mode == .full { checkCovering(tokens, text) } else { check(tokens, text) }
    }
  }
}

/// Stops where overlapping words leave something out, go back, or cut a character.
func checkCovering(_ tokens: [Token], _ text: [UInt8]) {
  var end = 0
  var start = 0
  for token in tokens {
    expect(token.range.lowerBound >= start && token.range.lowerBound <= end, "words leave nothing out")
    expect(!token.range.isEmpty && text[token.range.lowerBound] & 0xC0 != 0x80, "words begin with a character")
    start = token.range.lowerBound
    end = max(end, token.range.upperBound)
  }
  expect(end == text.count, "words cover the text")
}

/// Stops where words leave something out, overlap, or cut a character.
func check(_ tokens: [Token], _ text: [UInt8]) {
  var end = 0
  var start = 0
  for token in tokens {
    if token.isPart {
      expect(token.range.lowerBound >= start && token.range.upperBound <= end, "parts lie inside their word")
      continue
    }
    expect(token.range.lowerBound == end && !token.range.isEmpty, "words stand side by side")
    expect(text[end] & 0xC0 != 0x80, "words begin with a character")
    start = end
    end = token.range.upperBound
  }
  expect(end == text.count, "words cover the text")
}

import TestSupport
import Testing
import Wenmai

@Suite struct PreciseSegmentationTests {
  struct Case: Decodable, Sendable {
    var input: String
    var expected: String
  }

  @Test(arguments: cases("segmentation/precise", as: Case.self))
  func cutsAsTheNewsDoes(_ row: Case) {
    let words = SharedAnalyzer.standard.segment(row.input, mode: .precise)
    #expect(words.map { String($0.text) }.joined(separator: "|") == row.expected)
  }

  @Test func spansPointAtTheWords() {
    let text = "青石市总工会主席周敏在会上强调，全市共有24.13万名职工。"
    for word in SharedAnalyzer.standard.segment(text, mode: .precise) {
      #expect(Array(text.utf8)[word.span.lower..<word.span.upper].elementsEqual(word.text.utf8))
    }
  }
}

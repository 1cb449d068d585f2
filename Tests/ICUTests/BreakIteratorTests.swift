import ICU
import TestSupport
import Testing

@Suite struct BreakIteratorTests {
  struct WordCase: Decodable {
    let input: String
    /// Each word with the first letter of its status: `中国 i`.
    let expected: [String]
  }

  @Test(arguments: cases("icu/words", as: WordCase.self))
  func words(_ c: WordCase) throws {
    #expect(try describe(BreakIterator(.words), c.input) == c.expected)
  }

  @Test func usedIteratorGivesWhatAFreshOneGives() throws {
    var generator = SeededGenerator(seed: 1)
    let used = try BreakIterator(.words)
    for _ in 0..<50 {
      let text = randomText(scalars: Int.random(in: 0...200, using: &generator), using: &generator)
      #expect(try describe(used, text) == describe(BreakIterator(.words), text))
    }
  }

  @Test(arguments: [BreakIterator.Kind.words, .sentences])
  func segmentsTileTheTextOnScalarBoundaries(_ kind: BreakIterator.Kind) throws {
    let iterator = try BreakIterator(kind)
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      let text = randomText(scalars: 300, using: &generator)
      let ends = try iterator.boundaries(in: Array(text.utf8))
      #expect(ends.last == text.utf8.count)
      #expect(zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 })
      let utf8 = Array(text.utf8)
      #expect(ends.dropLast().allSatisfy { utf8[$0] & 0xC0 != 0x80 })
    }
  }

  @Test func emptyAndInvalidText() throws {
    let iterator = try BreakIterator(.words)
    #expect(try iterator.boundaries(in: []).isEmpty)
    #expect(try iterator.boundaries(in: [0xFF, 0xE4, 0xB8]).last == 3)
  }

  @Test(arguments: [65_535, 65_536])
  func longTextWithoutPunctuation(_ count: Int) throws {
    let text = Array(String(repeating: "国", count: count).utf8)
    #expect(try BreakIterator(.words).boundaries(in: text).last == text.count)
    #expect(try BreakIterator(.sentences).boundaries(in: text) == [text.count])
  }

  private func describe(_ iterator: BreakIterator, _ text: String) throws -> [String] {
    var words: [String] = []
    let utf8 = Array(text.utf8)
    try utf8.withUnsafeBufferPointer { buffer in
      try iterator.forEachSegment(in: buffer) { range, status in
        words.append("\(String(decoding: utf8[range], as: UTF8.self)) \("\(status)".prefix(1))")
      }
    }
    return words
  }
}

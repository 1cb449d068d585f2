import ICU
import TestSupport
import Testing
import Text

@Suite struct SentenceSplitterTests {
  struct Case: Decodable {
    let input: String
    let expected: [String]
  }

  @Test(arguments: cases("text/sentences", as: Case.self))
  func sentences(_ c: Case) { #expect(split(c.input) == c.expected) }

  /// ICU is the oracle for running text. What it does otherwise on purpose stands in the table above: it lets an opening
  /// quote end a sentence, breaks after `1.`, inside titles and brackets, and before a …… that follows an end.
  @Test func agreesWithICUOnNews() throws {
    let text = """
      9月28日，全市职工技能提升行动推进会在西城区召开。市总工会副主席周启明出席会议并讲话，区委常委、组织部部长\
      钱敏主持会议。会议指出，改革实施三年来，全市新建职工创新工作室120家，培训技能人才24.13万人次，同比增长3.5%！\
      “这些数字来之不易。”周启明说，“下一步怎么走？要靠大家一起来谋划。”与会代表认为，要抓好三件事：一是培训；二是竞赛；\
      三是激励。记者了解到，《职工技能提升行动方案》已经印发，今年年底前将覆盖全部街道……沈青是一名快递员，她告诉记者：\
      “现在有了驿站，喝水、充电都方便了。”她笑着说。会议由区总工会承办。
      """
    let ends = try BreakIterator(.sentences).boundaries(in: Array(text.utf8))
    let openers = ["“", "《", "（"].map { Array($0.utf8) }
    let utf8 = Array(text.utf8)
    let corrected = ends.map { end in
      var end = end
      while end < utf8.count, end >= 3, openers.contains(Array(utf8[end - 3..<end])) { end -= 3 }
      return end
    }
    #expect(SentenceSplitter.sentences(in: utf8).map(\.upperBound) == corrected)
    #expect(corrected.count == 10)
  }

  @Test func sentencesTileTheTextWithinTheLimit() {
    for seed in 0..<100 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let utf8 = Array(randomText(scalars: Int.random(in: 0...500, using: &generator), using: &generator).utf8)
      let ranges = SentenceSplitter.sentences(in: utf8)
      expectTiling(ranges, of: utf8)
      #expect(ranges == SentenceSplitter.sentences(in: utf8), "seed \(seed)")
    }
  }

  @Test func anyBytesAreTiled() {
    var generator = SeededGenerator(seed: 7)
    let leads: [UInt8] = [0x22, 0x28, 0x2E, 0x41, 0x80, 0xBB, 0xC2, 0xE2, 0xE3, 0xE4, 0xEF, 0xF0, 0xFF]
    for _ in 0..<500 {
      let length = Int.random(in: 0...60, using: &generator)
      let noise = (0..<length).map { _ in leads.randomElement(using: &generator) ?? 0 }
      let ranges = SentenceSplitter.sentences(in: noise)
      #expect(ranges.map(\.lowerBound) == [0] + ranges.dropLast().map(\.upperBound) || ranges.isEmpty)
      #expect(ranges.last?.upperBound ?? 0 == noise.count)
      #expect(ranges.allSatisfy { !$0.isEmpty })
    }
  }

  @Test func cuttingAtASentenceEndChangesNoOther() {
    // Without straight quotation marks, which open and close by turns.
    for seed in 0..<50 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = randomText(scalars: 300, using: &generator).filter { $0 != "\"" }
      let utf8 = Array(text.utf8)
      let ranges = SentenceSplitter.sentences(in: utf8)
      guard let cut = ranges.randomElement(using: &generator)?.upperBound else { continue }
      let head = SentenceSplitter.sentences(in: Array(utf8[..<cut]))
      let tail = SentenceSplitter.sentences(in: Array(utf8[cut...])).map { $0.lowerBound + cut..<$0.upperBound + cut }
      #expect(head + tail == ranges, "seed \(seed)")
    }
  }

  @Test(arguments: [1, 4095, 4096, 4097, 65_535, 65_536])
  func longTextWithoutPunctuation(_ count: Int) {
    let utf8 = Array(String(repeating: "国", count: count).utf8)
    let ranges = SentenceSplitter.sentences(in: utf8)
    #expect(ranges.count == (count + 4095) / 4096)
    expectTiling(ranges, of: utf8)
  }

  @Test func longSentencesAreCutAfterAComma() {
    let clause = String(repeating: "国", count: 999) + "，"
    let ranges = SentenceSplitter.sentences(in: Array(String(repeating: clause, count: 10).utf8))
    #expect(ranges.map { $0.count / 3 } == [4000, 4000, 2000])
  }

  @Test(arguments: ["《", "（《", "“", "\"", "。，", "。\"", "！", "　", "\n", "(", "。）", "1.", "国.", "——", "。　"])
  func manyMarks(_ mark: String) {
    let utf8 = Array(String(repeating: mark, count: 100_000).utf8)
    expectTiling(SentenceSplitter.sentences(in: utf8), of: utf8)
  }

  private func split(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return SentenceSplitter.sentences(in: utf8).map { String(decoding: utf8[$0], as: UTF8.self) }
  }

  private func expectTiling(_ ranges: [Range<Int>], of utf8: [UInt8], source: SourceLocation = #_sourceLocation) {
    var place = 0
    for range in ranges {
      let scalars = utf8[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
      if range.lowerBound != place || range.isEmpty || utf8[place] & 0xC0 == 0x80 || scalars > SentenceSplitter.limit {
        Issue.record("bad sentence \(range)", sourceLocation: source)
        return
      }
      place = range.upperBound
    }
    #expect(place == utf8.count, sourceLocation: source)
  }
}

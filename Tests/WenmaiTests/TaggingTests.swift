import TestSupport
import Testing
import Wenmai

@Suite struct TaggingTests {
  struct Case: Decodable, Sendable {
    var input: String
    var expected: String
    var mode: String?
    var words: [String]?
    var tagset: String?
  }

  static func tagged(_ words: [Word]) -> String {
    words.map { "\($0.text)/\($0.tag)" }.joined(separator: " ")
  }

  @Test(arguments: cases("segmentation/tags", as: Case.self))
  func tagsAsTheNewsDoes(_ row: Case) throws {
    var options = Analyzer.Options()
    if let words = row.words {
      options.dictionaries = [SourceFile(name: "user.txt", bytes: Array(words.joined(separator: "\n").utf8))]
    }
    let analyzer = row.words == nil ? SharedAnalyzer.standard : try Analyzer(options: options)
    let mode = try #require(SegmentationMode(rawValue: row.mode ?? "precise"))
    let set = try #require(TagSet(rawValue: row.tagset ?? "pku"))
    #expect(Self.tagged(analyzer.segment(row.input, mode: mode, tagSet: set)) == row.expected)
  }

  @Test(arguments: SegmentationMode.allCases, 0..<12)
  func everyWordHasATag(mode: SegmentationMode, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<3000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let segmenter = SharedAnalyzer.standard.makeWordSegmenter(mode: mode)
    for text in [randomText(scalars: 300 * seed, using: &generator), String(decoding: bytes, as: UTF8.self)] {
      let words = segmenter.words(of: text)
      for word in words where word.tag.isEmpty { Issue.record("no tag: \(word.text)") }
      #expect(segmenter.words(of: text) == words, "a segmenter used before gives the same")
    }
  }

  @Test func everyTagHasAUniversalOne() {
    let universal: Set = [
      "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
      "SYM", "VERB", "X",
    ]
    let text = "青石市总工会主席周敏说，2024年3月全市新增职工1.2万名，他们和WTO的专家也很高兴吧？"
    for word in SharedAnalyzer.standard.segment(text, tagSet: .universal) {
      #expect(universal.contains(word.tag), "\(word.text)/\(word.tag)")
    }
  }

  /// More words than are handed out at once.
  @Test func theTagsOfALineDependOnTheLineOnly() {
    let lines = [
      "工作人员工作了一天，工作很认真。", "他在会上作报告", "希望工程给他们希望", "国家主席，", "记者", "他",
    ]
    let segmenter = SharedAnalyzer.standard.makeWordSegmenter()
    let alone = lines.flatMap { segmenter.words(of: $0) }.map(\.tag)
    let text = Array(repeating: lines.joined(separator: "\n"), count: 500).joined(separator: "\n")
    let tags = segmenter.words(of: text).map(\.tag)
    #expect(tags.count == 500 * alone.count)
    for start in stride(from: 0, to: tags.count, by: alone.count) {
      #expect(Array(tags[start..<min(start + alone.count, tags.count)]) == alone)
    }
  }
}

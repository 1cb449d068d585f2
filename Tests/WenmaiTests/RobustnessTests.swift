import Foundation
import TestSupport
import Testing
import Text
import Wenmai

/// Whatever a text looks like, there is a result, and its places are right.
///
/// Nothing here looks at a clock. What is not linear does not end within the limit of a test run: the long inputs would
/// take hours.
@Suite struct RobustnessTests {
  private static let analyzer = Result { try Analyzer() }

  private func analyzer() throws -> Analyzer { try Self.analyzer.get() }

  /// A text that has broken something somewhere.
  struct Ugly: Sendable, CustomTestStringConvertible {
    let name: String
    let text: @Sendable () -> String
    var testDescription: String { name }

    init(_ name: String, _ text: @escaping @Sendable () -> String) {
      self.name = name
      self.text = text
    }
  }

  static let uglyTexts: [Ugly] = [
    Ugly("empty") { "" },
    Ugly("one character") { "中" },
    Ugly("one mark") { "。" },
    Ugly("white space") { " \u{3000}\n\r\n\t\u{A0}" },
    Ugly("65,535 characters without punctuation") { String(repeating: "王小明主任", count: 13_107) },
    Ugly("65,536 characters without punctuation") { String(repeating: "王小明主任", count: 13_107) + "说" },
    Ugly("100,000 opening brackets") { String(repeating: "（", count: 100_000) },
    Ugly("brackets in brackets") { String(repeating: "（记者", count: 1000) + String(repeating: "）", count: 1000) },
    Ugly("opening quotes") { String(repeating: "“王强说，", count: 5000) },
    Ugly("10,000 digits") { String(repeating: "1234567890", count: 1000) + "人" },
    Ugly("10,000 Chinese digits") { String(repeating: "一二三万亿", count: 2000) + "元" },
    Ugly("a number of powers") { "一" + String(repeating: "亿亿万", count: 2000) + "个" },
    Ugly("decimals and commas") { String(repeating: "1,234.5%至", count: 3000) },
    Ugly("dates without end") { String(repeating: "2024年5月1日至", count: 3000) },
    Ugly("supplementary ideographs") { String(repeating: "\u{20000}\u{2A6DF}\u{30000}", count: 5000) + "说。" },
    Ugly("characters of no plane's end") { "\u{FFFD}\u{FFFF}\u{10FFFF}\u{1FFFE}\u{E000}记者王强" },
    Ugly("CR LF") { String(repeating: "记者王强报道\r\n昨天，\r\n\r\n", count: 2000) },
    Ugly("lone CR") { String(repeating: "记者王强报道\r", count: 2000) },
    Ugly("NUL") { "记者\u{0}王强\u{0}\u{0}说，2000\u{0}人。" + String(repeating: "\u{0}", count: 10_000) },
    Ugly("marks on marks") { "王强" + String(repeating: "\u{301}", count: 20_000) },
    Ugly("zero width") { String(repeating: "王\u{200B}强\u{FEFF}", count: 5000) },
    Ugly("a character that expands") { String(repeating: "㋿\u{FDFA}㍿", count: 3000) },
    Ugly("emoji families") { String(repeating: "👨‍👩‍👧‍👦🇨🇳", count: 2000) },
    Ugly("line by line") { String(repeating: "王\n", count: 20_000) },
    Ugly("titles in a row") { String(repeating: "副主任", count: 8000) },
    Ugly("names in a row") { String(repeating: "王强、", count: 8000) },
    Ugly("places in a row") { String(repeating: "北京市朝阳区", count: 5000) },
    Ugly("dots between names") { String(repeating: "约翰·", count: 5000) },
    Ugly("an address without end") { "http://" + String(repeating: "a.b/c?d=e&", count: 5000) },
    Ugly("tags without end") { String(repeating: "<p><b>王强", count: 5000) },
    Ugly("entity references") { "<html>" + String(repeating: "&amp;&#x4e00;&bogus;&", count: 3000) },
  ]

  @Test(arguments: uglyTexts) func analysis(_ ugly: Ugly) throws {
    let text = ugly.text()
    let analysis = try analyzer().analyze(text)
    #expect(analysis.document.utf8 == Array(text.utf8), "spans count in the text that was given")
    expectSound(analysis)
  }

  @Test(arguments: uglyTexts) func words(_ ugly: Ugly) throws {
    let text = ugly.text()
    for mode in SegmentationMode.allCases { try expectCovering(text, mode) }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func randomBytes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...3000, using: &generator)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    expectSound(try analyzer().analyze(bytes: bytes))
    for encoding in TextEncoding.allCases { expectSound(try analyzer().analyze(bytes: bytes, encoding: encoding)) }
  }

  @Test(arguments: 100..<140 as Range<UInt64>) func randomText(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = TestSupport.randomText(scalars: 2000, using: &generator)
    let analysis = try analyzer().analyze(text)
    expectSound(analysis)
    let again = try analyzer().analyze(text)
    #expect(again.entities == analysis.entities && again.roles == analysis.roles, "the same text gives the same")
    #expect(again.quantities == analysis.quantities && again.times == analysis.times)
    for mode in SegmentationMode.allCases { try expectCovering(text, mode) }
  }

  /// A worker that has seen other texts gives what a fresh one gives.
  @Test func usedWorker() throws {
    var used = try analyzer().makeWorker()
    for seed in 200..<220 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = Array(TestSupport.randomText(scalars: 500, using: &generator).utf8)
      let document = try analyzer().document(of: text)
      var fresh = try analyzer().makeWorker()
      #expect(used.analyze(document).entities == fresh.analyze(document).entities)
    }
  }

  /// 10 MB in one line without a mark, and made of names, titles and places, so that rules have work everywhere.
  @Test func longLine() throws {
    let text = String(repeating: "北京市朝阳区总工会主席王小明表示今年三月职工代表大会召开", count: 120_000)
    #expect(text.utf8.count > 10_000_000)
    let analysis = try analyzer().analyze(text)
    expectSound(analysis)
    #expect(analysis.entities.count > 100_000, "a long line is read to its end")
    try expectCovering(text, .fast)
  }

  /// Twice the text gives about twice the results: nothing gives up on the way.
  @Test func resultsGrowWithTheText() throws {
    let once = String(repeating: "记者王小明昨天在北京说，近2000名职工参加了竞赛。", count: 500)
    let few = try analyzer().analyze(once)
    let many = try analyzer().analyze(once + once)
    #expect(!few.entities.isEmpty && !few.quantities.isEmpty)
    #expect(many.entities.count == 2 * few.entities.count)
    #expect(many.quantities.count == 2 * few.quantities.count)
  }

  // MARK: - What must hold

  private func expectSound(_ analysis: Analysis, sourceLocation: SourceLocation = #_sourceLocation) {
    let utf8 = analysis.document.utf8
    func isBoundary(_ offset: Int) -> Bool { offset == utf8.count || utf8[offset] & 0xC0 != 0x80 }
    func isSound(_ span: Span) -> Bool {
      span.lower < span.upper && span.upper <= utf8.count && isBoundary(span.lower) && isBoundary(span.upper)
    }
    #expect(String(validating: utf8, as: UTF8.self) != nil, sourceLocation: sourceLocation)
    for article in analysis.articles {
      let spans = article.entities.map(\.span)
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upper <= $1.lower }, sourceLocation: sourceLocation)
      let all = spans + article.quantities.map(\.span) + article.times.map(\.span) + article.roles.map(\.span)
      #expect((all + article.sentences).allSatisfy(isSound), sourceLocation: sourceLocation)
      #expect(all.allSatisfy { article.article.span.lower <= $0.lower && $0.upper <= article.article.span.upper })
    }
  }

  private func expectCovering(_ text: String, _ mode: SegmentationMode) throws {
    let utf8 = Array(text.utf8)
    var end = 0
    var faults: [String] = []
    var words: [Span] = []
    let segmenter = try analyzer().makeWordSegmenter(mode: mode)
    segmenter.forEachWord(in: utf8) { span, isPart in
      words.append(span)
      if mode == .full {
        // Words overlap; what counts is that nothing is left out.
        let gap = String(decoding: utf8[end..<max(end, span.lower)], as: UTF8.self)
        if !gap.unicodeScalars.allSatisfy(isBlank) { faults.append("'\(gap)' is left out before \(span)") }
        end = max(end, span.upper)
        return
      }
      if isPart {
        if span.upper > end { faults.append("a part at \(span) reaches beyond its word") }
        return
      }
      if span.lower < end || span.upper <= span.lower { faults.append("\(span) stands at or after \(end)") }
      let gap = String(decoding: utf8[min(end, span.lower)..<span.lower], as: UTF8.self)
      if !gap.unicodeScalars.allSatisfy(isBlank) { faults.append("'\(gap)' is left out before \(span)") }
      end = span.upper
    }
    let rest = String(decoding: utf8[end...], as: UTF8.self)
    if !rest.unicodeScalars.allSatisfy(isBlank) { faults.append("'\(rest)' is left out at the end") }
    #expect(faults.isEmpty, "\(mode)")
    var batched: [Span] = []
    segmenter.forEachBatch(in: utf8) { tokens in
      for i in tokens.indices where !tokens[i].isWhiteSpace {
        batched.append(Span(lower: Int(tokens[i].start), upper: Int(tokens[i].end)))
      }
    }
    #expect(batched == words, "\(mode): batches and single words are the same")
  }

  /// What a token of white space holds: marks and ignorable characters stay with the space before them.
  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
      || scalar.properties.generalCategory == .nonspacingMark
  }
}

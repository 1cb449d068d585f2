import Foundation
import Testing
import Text

@Suite struct ArticleTests {
  @Test(arguments: TextFixtures.cases("articles"))
  func articlesAreToldApart(_ row: TextCase) {
    #expect(TextFixtures.read(row.input, words: row.words).dump == row.expected)
  }

  @Test func tablesAreFound() {
    #expect(TextFixtures.cases("articles").count >= 25)
    #expect(TextFixtures.cases("reflow").count >= 15)
    #expect(TextFixtures.cases("html").count >= 15)
    #expect(TextFixtures.pages.count >= 8)
  }

  /// Whole pages. `RECORD_SNAPSHOTS=1` writes what is read beside the page, and fails.
  @Test(arguments: TextFixtures.pages)
  func pagesAreReadAsRecorded(_ name: String) throws {
    let format: Document.Format = name.hasSuffix(".html") ? .html : .plain
    let dump = DocumentReader(cues: TextFixtures.cues).read(try TextFixtures.page(name), format: format).dump
    let golden = TextFixtures.root.appendingPathComponent("pages/\(name).golden")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try (dump.joined(separator: "\n") + "\n").write(to: golden, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name).golden")
    }
    let recorded = try String(contentsOf: golden, encoding: .utf8)
    #expect(dump == recorded.split(separator: "\n").map(String.init))
  }

  @Test func partsOfAnArticleAreHadByName() throws {
    let document = TextFixtures.read("青州举行春季运动会\n——来自赛场的报道\n本报讯（记者 王一）比赛开始。\n第二天继续。\n")
    let article = try #require(document.articles.first)
    #expect(article.title.map { document.text($0.pieces) } == "青州举行春季运动会")
    #expect(article.subtitles.map { document.text($0.pieces) } == ["——来自赛场的报道"])
    #expect(article.body.map { document.text($0.pieces) } == ["本报讯（记者 王一）比赛开始。", "第二天继续。"])
    #expect(article.span == Span(lower: 0, upper: document.utf8.count - 1))
  }

  @Test func aRecordHoldsOneArticle() {
    let text = "标题甲\n本报讯（记者 王一）今天下雨。\n\n\n标题乙\n本报讯（记者 李二）明天放晴。\n"
    let options = DocumentReader.Options(articles: .one)
    let document = DocumentReader(cues: TextFixtures.cues, options: options).read(Array(text.utf8))
    #expect(document.articles.count == 1)
    #expect(TextFixtures.read(text).articles.count == 2)
  }

  @Test func withoutReflowALineIsABlock() {
    let text = "截至今年3月，全县种植茶园三十二万亩，投产面积接近二十八万亩，占山地面积总\n量的四成，比上年增长。"
    let options = DocumentReader.Options(reflow: false)
    let document = DocumentReader(cues: .none, options: options).read(Array(text.utf8))
    #expect(document.articles.flatMap(\.blocks).count == 2)
    #expect(DocumentReader(cues: .none).read(Array(text.utf8)).articles.flatMap(\.blocks).count == 1)
  }
}

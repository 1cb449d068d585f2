import Extraction
import TestSupport
import Testing
import Text
import Wenmai

@Suite struct TimeExpressionTests {
  static let reference = Moment(iso: "2024-11-18")

  @Test(arguments: [
    ("2024年4月18日", "2024-04-18"), ("去年三季度", "2023-35"), ("农历八月十五", "2024-09-17"), ("20世纪90年代", "199X"),
    ("6月3日至8日", "2024-06-03/2024-06-08"), ("今年以来", "2024/.."), ("２０２４年５月", "2024-05"), ("  昨天 ", "2024-11-17"),
    ("“十四五”期间", "2021-01-01/2025-12-31"), ("上週五", "2024-11-15"), ("18日凌晨3点许", "2024-11-18T03:00:00"),
  ])
  func readsOneTime(_ text: String, _ edtf: String) {
    #expect(TimeExpression(text, reference: Self.reference)?.edtf == edtf)
  }

  @Test(arguments: ["", " ", "三只", "三天", "去年和今年", "去年的", "十八", "一起", "2024年4月18日x"])
  func readsNothingElse(_ text: String) {
    #expect(TimeExpression(text, reference: Self.reference) == nil)
  }

  @Test func valuesAreThoseOfTheDocumentation() {
    #expect(TimeExpression("去年三季度", reference: Self.reference)?.value == .period("2023-07-01", "2023-10-01"))
    #expect(TimeExpression("每两年")?.value == .text("P2Y"))
    #expect(TimeExpression("10月12日")?.edtf == "XXXX-10-12")
    #expect(TimeExpression("10月12日")?.value == .unknown)
    #expect(TimeExpression("周一", reference: Moment(iso: "2024-11-20"))?.alternatives == [.text("2024-11-25")])
  }

  @Test func findsTimesWhereTheyStand() {
    let found = TimeExpression.all(in: "８月３日暴雨，次日放晴，历时三天。", reference: Self.reference)
    #expect(found.map(\.edtf) == ["2024-08-03", "2024-08-04"])
    #expect(found.map(\.text) == ["８月３日", "次日"])
    #expect(found.map(\.span) == [Span(lower: 0, upper: 12), Span(lower: 21, upper: 27)])
  }
}

@Suite struct ReferenceTimeTests {
  private func article(_ text: String, given: String? = nil) throws -> ArticleAnalysis {
    var worker = SharedAnalyzer.standard.makeWorker()
    let document = SharedAnalyzer.standard.document(of: Array(text.utf8))
    return try #require(worker.analyze(document, referenceTime: given.flatMap { Moment(iso: $0) }).articles.first)
  }

  private static let report = "大桥合龙\n\n    新华社云岭2023年4月30日电 记者从现场获悉，昨日，云岭大桥合龙。市民前来观看。\n"

  @Test func theDatelineIsWhatYesterdayCountsFrom() throws {
    let found = try article(Self.report)
    #expect(found.referenceTime?.source == .dateline)
    #expect(found.referenceTime?.moment == Moment(iso: "2023-04-30"))
    #expect(found.referenceTime?.span != nil)
    #expect(found.times.first { $0.text == "昨日" }?.value == .text("2023-04-29"))
  }

  @Test func theCallerComesFirst() throws {
    let found = try article(Self.report, given: "2024-05-02")
    #expect(found.referenceTime == ReferenceTime(moment: try #require(Moment(iso: "2024-05-02")), source: .given))
    #expect(found.times.first { $0.text == "昨日" }?.value == .text("2024-05-01"))
  }

  @Test func withoutAnyItStaysOpen() throws {
    let found = try article("大桥合龙\n\n    昨日，云岭大桥合龙。10月12日，通车。\n")
    #expect(found.referenceTime == nil)
    #expect(found.times.map(\.value) == [.unknown, .unknown])
    #expect(found.times.map(\.edtf) == [nil, "XXXX-10-12"])
  }

  @Test func aPageTellsItsDateOfPublication() throws {
    let page = """
      <html><head><meta charset="utf-8"><meta property="article:published_time" content="2023-05-01T08:30:00+08:00">
      <title>大桥合龙</title></head><body><article><h1>大桥合龙</h1>
      <p>云岭大桥昨日合龙，市民前来观看，现场十分热闹。</p></article></body></html>
      """
    let found = try article(page)
    #expect(found.referenceTime?.source == .published)
    #expect(found.referenceTime?.moment == Moment(iso: "2023-05-01T08:30:00"))
    #expect(found.times.first?.value == .text("2023-04-30"))
  }

  @Test func aDatelineTakesItsYearFromThePage() throws {
    let page = """
      <html><head><meta name="publishdate" content="2023-05-01"><title>大桥合龙</title></head><body><article>
      <h1>大桥合龙</h1><p>新华社云岭4月30日电 云岭大桥昨日合龙，市民前来观看，现场十分热闹。</p></article></body></html>
      """
    let found = try article(page)
    #expect(found.referenceTime?.source == .dateline)
    #expect(found.referenceTime?.moment == Moment(iso: "2023-04-30"))
  }

  @Test func otherElementsAreNoPublication() {
    for head in [
      "", "<meta name=\"viewport\" content=\"2023-05-01\">", "<meta name=\"date\">",
      "<meta name=\"date\" content=\"soon\">",
      "<meta data-name=\"date\" data-content=\"2023-05-01\">", "<body><meta name=\"date\" content=\"2023-05-01\">",
    ] {
      #expect(HTMLReader.publishedTime(in: Array("<html>\(head)</html>".utf8)) == nil, "\(head)")
    }
  }
}

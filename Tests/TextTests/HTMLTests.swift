import Testing
import Text

@Suite struct HTMLTests {
  @Test(arguments: TextFixtures.cases("html"))
  func pagesAreReadInBlocks(_ row: TextCase) {
    #expect(TextFixtures.read(row.input, format: .html).dump == row.expected)
  }

  @Test func referencesPointAtTheirSource() throws {
    let document = TextFixtures.read("<p>甲&amp;乙&#x4E2D;&nbsp;丙&hellip;&lt;</p>", format: .html)
    let pieces = try #require(document.articles.first?.blocks.first?.pieces)
    #expect(document.text(pieces) == "甲&乙中\u{A0}丙…<")
    #expect(
      pieces.filter { $0.replacement != nil }.map { document.text($0.span) } == [
        "&amp;", "&#x4E2D;", "&nbsp;", "&hellip;", "&lt;",
      ])
  }

  @Test(arguments: [
    ("<meta charset=\"gb2312\">", "gb2312"), ("<META http-equiv=x content='text/html; CHARSET = Big5'>", "Big5"),
    ("<html><head><title>x</title><meta name=a><meta charset=utf-8>", "utf-8"), ("<p>charset=gbk</p>", nil),
    ("<meta charset=>", nil), ("<meta charset", nil), ("", nil),
  ])
  func theDeclaredEncodingIsFound(_ page: String, _ name: String?) {
    #expect(HTMLReader.declaredEncoding(in: Array(page.utf8)) == name)
  }

  @Test(arguments: [
    ("", InputFormat.plain), ("今天下雨。", .plain), ("<新闻>今天下雨。", .plain), ("3 < 5", .plain), ("{甲}乙", .plain),
    ("  <!DOCTYPE html><p>x", .html), ("\u{FEFF}<html>", .html), ("<P>段落</P>", .html), ("正文<br>第二行<br/>", .html),
    ("{\"id\":1,\"text\":\"x\"}\n", .jsonLines), ("{ }", .jsonLines), ("[1]", .plain),
  ])
  func formatsAreToldApart(_ input: String, _ format: InputFormat) {
    #expect(InputFormat.detect(Array(input.utf8)) == format)
  }
}

import TestSupport
import Testing
import Text
import Wenmai

/// Every result points into the text as it was given, whatever was read in its place.
@Suite struct PositionTests {
  /// The given text with the people and organizations of it marked.
  private func marked(_ text: String) -> String {
    let entities = SharedAnalyzer.standard.analyze(text).entities
    return MarkedText.marking(
      text, entities.filter { $0.category == .person || $0.category == .organization }.map(\.span))
  }

  @Test func traditionalCharacters() throws {
    #expect(marked("臨湖市總工會主席張國華出席會議。") == "【臨湖市總工會】主席【張國華】出席會議。")
    let entities = SharedAnalyzer.standard.analyze("臨湖市總工會主席張國華出席會議。").entities
    let person = try #require(entities.first { $0.category == .person })
    #expect(person.text == "張國華")
    #expect(person.canonical == "张国华")
  }

  @Test func zeroWidthCharacters() {
    #expect(marked("云岭\u{200B}大学教\u{FEFF}授周\u{200B}敏介绍。") == "【云岭\u{200B}大学】教\u{FEFF}授【周\u{200B}敏】介绍。")
  }

  @Test func fullWidthAndSupplementaryCharacters() {
    #expect(marked("𠀀𠮷ＡＢ，云岭大学教授周敏说：𠮷。") == "𠀀𠮷ＡＢ，【云岭大学】教授【周敏】说：𠮷。")
  }

  @Test func linesThatWereJoined() throws {
    let text = """
      临湖铁路职工志愿者走进山村小学，为孩子们讲解火车运行的知识，受到欢迎。活动由临湖市总

      工会主办，市总工会副主席周敏表示，今后每年都将组织这样的志愿服务活动，让更多孩子受益。

      """
    let analysis = SharedAnalyzer.standard.analyze(text)
    let organization = try #require(analysis.entities.first { $0.category == .organization && $0.text == "临湖市总工会" })
    #expect(analysis.document.text(organization.span) == "临湖市总\n\n工会")
  }

  @Test func carriageReturns() {
    #expect(marked("今日要闻\r\n\r\n云岭大学教授周敏介绍了情况。\r\n") == "今日要闻\r\n\r\n【云岭大学】教授【周敏】介绍了情况。\r\n")
  }
}

import TestSupport
import Testing
import Wenmai

/// A name found once with good evidence is found wherever it stands in the article, and in no other article.
@Suite struct DocumentMemoryTests {
  private func people(_ text: String) -> [String] {
    SharedAnalyzer.standard.analyze(text).entities.filter { $0.category == .person }.map(\.text)
  }

  private static let introduction = "市总工会主席汲明哲介绍了情况。"
  /// Nothing around the name says that it is one.
  private static let bare = "这里用的是汲明哲的办法。"

  @Test func nameIsRememberedForwardAndBackward() {
    #expect(people(Self.introduction + Self.bare) == ["汲明哲", "汲明哲"])
    #expect(people(Self.bare + Self.introduction) == ["汲明哲", "汲明哲"])
  }

  @Test func memorySaysSoInTheRule() {
    let rules = SharedAnalyzer.standard.analyze("市长和平介绍了情况。他们热爱和平。").entities.map(\.rule.name)
    #expect(!rules.contains("document.memory"), "an ordinary word became a name")
  }

  @Test func nameIsNotCutOutOfALongerOne() {
    let text = Self.introduction + "汲明哲学院今年招生。"
    for entity in SharedAnalyzer.standard.analyze(text).entities where entity.span.lower > 45 {
      #expect(entity.category != .person || entity.text == "汲明哲")
    }
  }

  /// The text is searched by the last bytes of a character: of one, two, three and four.
  @Test(arguments: ["QH文化", "Ω文化", "青禾", "𠮷文化"])
  func definedNamesAreFoundWhateverTheyBeginWith(_ name: String) {
    let text = "记者从\(name)获悉，今年已有进展。青禾文化有限公司（以下简称“\(name)”）介绍了情况。"
    let found = SharedAnalyzer.standard.analyze(text).entities.filter { $0.text == name }
    #expect(found.map(\.category) == [.organization, .organization])
  }
}

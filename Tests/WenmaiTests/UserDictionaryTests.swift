import TestSupport
import Testing
import Wenmai

/// A user's word always holds, whatever characters are in it, without a frequency.
@Suite struct UserDictionaryTests {
  private func analyzer(_ lines: String) throws -> Analyzer {
    var options = Analyzer.Options()
    options.dictionaries = [SourceFile(name: "user.tsv", text: lines)]
    return try Analyzer(options: options)
  }

  @Test(arguments: [
    ("史蒂夫·乔布斯", Entity.Category.person, "苹果公司创始人史蒂夫·乔布斯曾到访北京大学。"),
    ("糖类抗原19-9", .title, "检查显示糖类抗原19-9升高。"),
    ("sql server", .organization, "他在sql server团队工作多年。"),
    ("SQL Server", .organization, "他在sql server团队工作多年。"),
    ("和平", .person, "大家都热爱和平与安宁。"),
    ("万余元", .person, "捐款万余元。"),
    ("【临湖】号", .place, "轮船【临湖】号今天靠岸。"),
  ])
  func wordHolds(_ word: String, _ category: Entity.Category, _ text: String) throws {
    try expectHolds(word, category, text)
  }

  private func expectHolds(_ word: String, _ category: Entity.Category, _ text: String) throws {
    let analyzer = try analyzer("\(word)\t\(category.rawValue)\n")
    let found = analyzer.analyze(text).entities.filter { $0.category == category }.map { $0.text.lowercased() }
    #expect(found.contains(word.lowercased()))
    let without = SharedAnalyzer.standard.analyze(text).entities.filter { $0.category == category }
    #expect(!without.contains { $0.text == word } || category == .person, "the case shows nothing")
  }

  @Test func analyzersDoNotSeeEachOthersWords() throws {
    let text = "检查显示糖类抗原19-9升高。"
    _ = try analyzer("糖类抗原19-9\tTITLE\n")
    #expect(SharedAnalyzer.standard.analyze(text).entities.isEmpty)
  }

  @Test func oddThingsAreToldAndErrorsStop() throws {
    #expect(try analyzer("\u{FEFF}临湖号\tPLACE\r\n").warnings.count == 2)
    #expect(throws: DictionaryErrors.self) { try analyzer("临湖号\tno-such\n") }
  }

  @Test func preferredWordsAreFoundByExtractionToo() throws {
    let entities = try analyzer("鹿鸣乐坊\tORG\t\tprefer\n").analyze("周敏昨天参观了鹿鸣乐坊。").entities
    #expect(entities.contains { $0.text == "鹿鸣乐坊" && $0.category == .organization })
  }

  @Test func titlesOfTheUsersHaveNoKindOfTheLibrarys() throws {
    let entities = try analyzer("首席数据官\tTITLE\n").analyze("首席数据官周敏介绍了情况。").entities
    let title = try #require(entities.first { $0.category == .title })
    #expect(title.text == "首席数据官" && title.kind == nil)
  }

  @Test func explanationsNameTheLineOfAWord() throws {
    let analyzer = try analyzer("# mine\n鹿鸣乐坊\tORG\n")
    let explanation = analyzer.explainSegmentation(of: "鹿鸣乐坊的商品 和服务", whyNot: "和服")
    #expect(explanation.cuts.map(\.text).joined() == "鹿鸣乐坊的商品和服务")
    let source = explanation.cuts.first?.source
    #expect(source?.file == "user.tsv" && source?.line == 2)
    #expect(explanation.cuts.first?.decision == .userWord)
    #expect(explanation.refusals.map(\.verdict) == [.model])
  }

  private static let rules = """
    # concern:  instruments
    # source:   written for the tests
    # licence:  Apache-2.0
    rule instrument.known
      match   thing:( INSTRUMENT )
      make    INSTRUMENT thing
      weight  4
      yes     他会【弹琴】
      no      他会弹【琴】

    """

  @Test func rulesSeeClassesOfTheUsers() throws {
    var options = Analyzer.Options()
    options.dictionaries = [
      SourceFile(name: "a.tsv", text: "月琴\tINSTRUMENT\n周敏\tINSTRUMNET\n"),
      SourceFile(name: "b.tsv", text: "柳胡\tINSTRUMENT\n"),
    ]
    options.rules = [SourceFile(name: "own.rules", text: Self.rules)]
    let analyzer = try Analyzer(options: options)
    let found = analyzer.analyze("他带来了月琴和柳胡。").entities.filter { $0.category.rawValue == "INSTRUMENT" }
    #expect(found.map(\.text) == ["月琴", "柳胡"])
    #expect(analyzer.warnings == [DictionaryError(file: "a.tsv", line: 2, reason: .unusedClass("INSTRUMNET"))])
  }
}

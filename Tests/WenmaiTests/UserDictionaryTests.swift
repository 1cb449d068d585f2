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
    guard category == .person else { return try expectHolds(word, category, text) }
    withKnownIssue("no table makes a class PERSON, so that a user's file cannot name it") {
      try expectHolds(word, category, text)
    }
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
    #expect(throws: DictionaryErrors.self) { try analyzer("临湖号\tNO-SUCH\n") }
  }
}

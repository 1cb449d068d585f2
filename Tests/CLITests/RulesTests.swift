import Foundation
import Testing

/// `wenmai rules`, and what is told of rules that are wrong.
@Suite struct RulesTests {
  private static let examples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Examples")
  private static let header = "# concern:  a test\n# source:   written for the tests\n# licence:  Apache-2.0\nstage 9\n"
  private static let rule = """
    rule deer.model
      match   "鹿鸣" model:( LETTER{1,3} )
      make    PRODUCT model
      weight  9
      yes     鹿鸣【XL】上市
      no      山猫【XL】上市

    """

  private func path(_ name: String) -> String { Self.examples.appending(path: name).path }

  /// The worked example of README.md and of the guide.
  @Test func shippedExampleHolds() throws {
    let own = ["--dictionary", path("products.tsv")]
    let tested = try Command.run(["rules", "test", path("products.rules")] + own)
    #expect(tested.status == 0)
    #expect(tested.error == "")
    #expect(tested.lines.last == "5 rules, 11 examples: all hold")
    let result = try Command.run(
      ["extract", "--format", "jsonl", "--rules", path("products.rules"), path("products.txt")] + own)
    let entities = try #require(result.objects.first?["entities"] as? [[String: Any]])
    let own2 = entities.filter { ["PRODUCT", "LAUNCH"].contains($0["type"] as? String ?? "") }
    #expect(
      own2.map { "\($0["type"] ?? "") \($0["text"] ?? "") \($0["kind"] ?? "")" } == [
        "PRODUCT 星河X200 car", "PRODUCT 山猫500 Pro ", "PRODUCT X300 ", "PRODUCT X400 ", "PRODUCT A9 ",
        "LAUNCH 展示了 ", "PRODUCT 星河X200 ",
      ])
  }

  /// What README.md and the guide show of it is what the file says.
  @Test(arguments: ["README.md", "Sources/Wenmai/Documentation.docc/WritingRules.md"])
  func documentsShowTheExample(_ name: String) throws {
    let rules = try String(contentsOfFile: path("products.rules"), encoding: .utf8)
    let document = Self.examples.deletingLastPathComponent().appending(path: name)
    let blocks = try String(contentsOf: document, encoding: .utf8).components(separatedBy: "```\n")
      .filter { $0.hasPrefix("rule product") || $0.hasPrefix("stage ") }
    #expect(!blocks.isEmpty)
    // A stage or a definition may stand further up in the file than what is shown with it.
    for block in blocks {
      for part in block.components(separatedBy: "\n\n") {
        #expect(rules.contains(part.trimmingCharacters(in: .newlines)))
      }
    }
  }

  @Test func failuresAreExplained() throws {
    let folder = try TemporaryFolder()
    let more = Self.rule + "  yes     驼铃【XL】上市\n  no      鹿鸣【AB】上市\n"
    let file = try folder.write(Self.header + more.replacing("上市\n\n", with: "上市\n"), "own.rules")
    let result = try Command.run(["rules", "test", file])
    #expect(result.status == 1)
    #expect(result.lines.first == "FAIL  deer.model  \(file):5  4 examples")
    #expect(result.lines.contains("      \(file):11: yes 驼铃【XL】上市"))
    #expect(result.lines.contains("        would take it with \"鹿鸣\" right before it, where '驼铃' stands"))
    #expect(result.lines.contains("      \(file):12: no 鹿鸣【AB】上市"))
    #expect(result.lines.contains("        matched \"鹿鸣\" · LETTER A · LETTER B"))
    #expect(result.lines.last == "1 rule, 4 examples: 2 failed")
  }

  @Test func libraryRulesHold() throws {
    let result = try Command.run(["rules", "test"])
    #expect(result.status == 0)
    #expect(result.lines.last?.hasSuffix("examples: all hold") == true)
  }

  @Test func errorsShowTheLine() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Self.header + Self.rule.replacing("LETTER", with: "LETER"), "own.rules")
    let expected = """
      wenmai: \(file):6:24: there is no dictionary class 'LETER'; did you mean 'LETTER'?
          match   "鹿鸣" model:( LETER{1,3} )
                   \u{3000}\u{3000}          ^

      """
    for command in [
      ["rules", "test", file], ["dictionary", "lint", file], ["explain", "extract", "好", "--rules", file],
    ] {
      let result = try Command.run(command)
      #expect(result.status == 1)
      #expect(result.error == expected)
    }
  }

  @Test func ruleIsTraced() throws {
    let result = try Command.run(["rules", "trace", "person.title-before", "总理李强到主席办公室"])
    #expect(result.status == 0)
    #expect(result.lines.first?.hasPrefix("person.title-before  rules/3-people.rules:") == true)
    #expect(result.lines.contains { $0.hasPrefix("  ├─ person     SURNAME 李 people/surnames.tsv:") })
    #expect(result.lines.contains("  └─ makes      PERSON 李强  a result"))
    #expect(result.lines.contains("1:6  takes 主席, then asks for SURNAME, where '办公室' stands"))
    let unknown = try Command.run(["rules", "trace", "person.title-befor", "好"])
    #expect(unknown.status == 1)
    #expect(unknown.error == "wenmai: there is no rule 'person.title-befor'; did you mean 'person.title-before'?\n")
  }

  @Test func rulesAreListed() throws {
    let all = try Command.run(["rules", "list"])
    let people = try Command.run(["rules", "list", "--type", "PERSON"])
    #expect(people.lines.count > 5 && people.lines.count < all.lines.count)
    #expect(people.lines.dropFirst().allSatisfy { $0.contains("PERSON") })
    let own = try Command.run(["rules", "list", path("products.rules"), "--dictionary", path("products.tsv")])
    #expect(own.lines.count == 6)
  }
}

import Foundation
import TestSupport
import Testing
import Wenmai

/// What `explainExtraction` tells, by rules of the tests over the dictionaries of the library.
@Suite struct ExtractionExplanationTests {
  struct Case: Decodable, Sendable {
    let note: String
    /// Lines of a rule file behind its header; rules whose names begin with `case` are looked at.
    let rules: [String]
    let text: String
    let whyNot: String
    /// What the rules say of it, the nearest first.
    let expected: [String]
  }

  private static let header = "# concern:  a test\n# source:   written for the tests\n# licence:  Apache-2.0\nstage 9\n"

  @Test(arguments: cases("rules/why-not", as: Case.self))
  func nearestRulesAreTold(_ c: Case) throws {
    var options = Analyzer.Options()
    let examples = ["  yes 【甲】", "  no 【乙】"]
    let lines = c.rules.flatMap { $0.hasPrefix("rule ") ? [$0] + examples : [$0] }
    options.rules = [SourceFile(name: "case.rules", text: Self.header + lines.map { $0 + "\n" }.joined())]
    let refusals = try Analyzer(options: options).explainExtraction(of: c.text, whyNot: c.whyNot).refusals
    let found = refusals.flatMap(\.findings).filter { $0.rule.name.hasPrefix("case") }
    #expect(found.map { "\($0.rule.name) \(Self.describe($0.outcome))" } == c.expected, "\(c.note)")
  }

  private static func describe(_ outcome: ExtractionExplanation.Outcome) -> String {
    switch outcome {
    case .stands(let proposal): "stands: \(proposal.category.rawValue)"
    case .refused(_, .belowThreshold): "below the threshold"
    case .refused(_, .lost(let winner, _, let advantage)): "lost to \(winner): \(advantage)"
    case .refused(_, .outweighed(let readings, _)): "outweighed by \(readings.map(\.text).joined(separator: " + "))"
    case .condition(let condition): "condition: \(condition.text), found \(condition.found ?? "nothing")"
    case .evidence(_, let least): "evidence below \(least)"
    case .context(let lack, true): "lacks before: \(lack.expected.joined(separator: ", ")), found \(lack.found)"
    case .context(let lack, false): "lacks behind: \(lack.expected.joined(separator: ", ")), found \(lack.found)"
    case .pattern(let taken, let lack):
      "takes \(taken), lacks \(lack.expected.joined(separator: ", ")), found \(lack.found)"
    }
  }

  @Test func explanationHasWhatAnalysisHas() throws {
    let text = "市总工会主席周敏介绍，云岭大学法学院教授欧阳文静昨天展示了320余个新产品。周敏说，周敏的工作很重要。"
    let analysis = SharedAnalyzer.standard.analyze(text)
    let explanation = SharedAnalyzer.standard.explainExtraction(of: text)
    #expect(explanation.results.map(\.proposal.span) == analysis.entities.map(\.span))
    #expect(explanation.results.map(\.proposal.rule) == analysis.entities.map(\.rule))
    #expect(explanation.facts.count == analysis.quantities.count + analysis.times.count)
    #expect(explanation.roles == analysis.roles)
    for (result, entity) in zip(explanation.results, analysis.entities) {
      let weighing = try #require(result.proposal.weighing)
      #expect(abs(weighing.parts.reduce(0) { $0 + $1.nats } - weighing.score) < 1e-6, "\(entity.text)")
      let sum = result.proposal.parts.reduce(0) { $0 + $1.nats }
      #expect(abs(sum - result.proposal.evidence) < 0.02, "\(entity.text)")
      #expect(abs(result.proposal.score - entity.score) < 0.001, "\(entity.text)")
      if !entity.rule.file.isEmpty { #expect(!result.steps.isEmpty, "\(entity.text)") }
    }
  }

  @Test(arguments: articleFiles())
  func probabilitiesAreTheScores(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let entities = SharedAnalyzer.standard.analyze(text).entities
    let results = SharedAnalyzer.standard.explainExtraction(of: text).results
    #expect(results.map(\.proposal.span) == entities.map(\.span))
    for (result, entity) in zip(results, entities) {
      #expect(abs(result.proposal.score - entity.score) < 0.005, "\(entity.text)")
      for rival in result.rivals {
        if case .outweighed(_, let nats) = rival.verdict { #expect(nats >= 0, "\(rival.proposal.text)") }
      }
    }
  }

  @Test func theModelIsAskedToo() throws {
    let text = "江州市教育局局长陈立介绍了情况。"
    func weighed(_ name: String) throws -> [ExtractionExplanation.Weighed] {
      let refusal = SharedAnalyzer.standard.explainExtraction(of: text, whyNot: name).refusals.first
      return try #require(refusal?.weighed)
    }
    let person = try #require(try weighed("陈立").first { $0.category == .person })
    #expect(person.verdict == nil)
    #expect(person.weighing.parts.contains { $0.name == "first" && $0.detail == "陈" })
    // No shape of a name begins within a word and goes on beyond it.
    #expect(try weighed("长陈").isEmpty)
    let inside = try #require(try weighed("教育局").first { $0.category == .organization })
    guard case .outweighed(let readings, let nats) = inside.verdict else {
      Issue.record("\(String(describing: inside.verdict))")
      return
    }
    #expect(readings.map(\.text) == ["江州市教育局"])
    #expect(nats > 0)
  }

  @Test func dictionaryLinesAndConditionsAreTold() throws {
    var options = Analyzer.Options()
    options.dictionaries = [SourceFile(name: "own.tsv", text: "# mine\n鹿鸣\tBRAND\n")]
    let rules = """
      rule case.brand
        match   BRAND product:( LETTER{1,3} )
        unless  followed by "级"
        make    PRODUCT product
        weight  30
        yes     鹿鸣【X】上市
        no      山猫【X】上市

      """
    options.rules = [SourceFile(name: "own.rules", text: Self.header + rules)]
    let explanation = try Analyzer(options: options).explainExtraction(of: "鹿鸣XL上市")
    let result = try #require(explanation.results.first { $0.proposal.category.rawValue == "PRODUCT" })
    #expect(result.proposal.text == "XL")
    #expect(result.proposal.rule == RuleReference(name: "case.brand", file: "own.rules", line: 5))
    #expect(result.steps.first?.element == "BRAND")
    #expect(result.steps.first?.sources.map { "\($0.file):\($0.line)" } == ["own.tsv:2"])
    #expect(result.steps.dropFirst().map(\.part) == ["product", "product"])
    #expect(result.conditions.map(\.holds) == [true])
    #expect(
      result.rivals.contains {
        $0.proposal.text == "X" && $0.verdict == .lost(to: "XL", category: .init(rawValue: "PRODUCT"), by: "longer")
      })
  }

  @Test func anyTextIsExplained() {
    for seed in 0..<8 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let text = randomText(scalars: 10 * seed, using: &generator)
      let name = String(text.prefix(2))
      let explanation = SharedAnalyzer.standard.explainExtraction(of: text, whyNot: name.isEmpty ? "甲" : name)
      #expect(explanation.results.count == SharedAnalyzer.standard.analyze(text).entities.count)
    }
  }
}

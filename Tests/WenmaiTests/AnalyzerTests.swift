import Foundation
import TestSupport
import Testing
import Text
import Wenmai

@Suite struct AnalyzerTests {
  @Test func everyResultExplainsItself() throws {
    let analysis = SharedAnalyzer.standard.analyze("市总工会主席周敏介绍了情况。")
    let person = try #require(analysis.entities.first { $0.category == .person })
    #expect(person.text == "周敏")
    #expect(person.span == Span(lower: 18, upper: 24))
    #expect(person.rule.name.hasPrefix("person."))
    #expect(person.rule.file.hasPrefix("rules/"))
    #expect(person.rule.line > 0)
    #expect(person.score > 0.9)
  }

  @Test func threadsGetTheSame() async throws {
    let texts = try articleFiles().map { try String(contentsOf: $0, encoding: .utf8) }
    let analyzer = SharedAnalyzer.standard
    let alone = texts.map { AnalysisDump.text(analyzer.analyze($0)) }
    let together = await withTaskGroup(of: (Int, String).self) { group in
      for round in 0..<4 {
        for (index, text) in texts.enumerated() {
          group.addTask { (round * texts.count + index, AnalysisDump.text(analyzer.analyze(text))) }
        }
      }
      return await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect(together.count == 4 * texts.count)
    for (index, dump) in together { #expect(dump == alone[index % texts.count]) }
  }

  @Test func thresholdLeavesOutTheDoubtful() throws {
    var options = Analyzer.Options()
    options.threshold = 0.95
    let strict = try Analyzer(options: options)
    for file in articleFiles() {
      let text = try String(contentsOf: file, encoding: .utf8)
      let entities = strict.analyze(text).entities
      #expect(entities.allSatisfy { $0.score >= 0.95 })
      #expect(!entities.isEmpty)
    }
  }

  @Test func higherThresholdsFindLess() throws {
    let texts = try articleFiles().map { try String(contentsOf: $0, encoding: .utf8) }
    // Below that, doubtful long posts stand where two short ones would.
    let counts = try [0.3, 0.4, 0.6, 0.8, 0.99].map { threshold in
      var options = Analyzer.Options()
      options.threshold = threshold
      let analyzer = try Analyzer(options: options)
      return texts.reduce(0) { $0 + analyzer.analyze($1).entities.count }
    }
    #expect(counts == counts.sorted(by: >))
    #expect(Set(counts).count > 3)
  }

  @Test func rulesAloneDecideIfAsked() throws {
    var options = Analyzer.Options()
    options.rulesOnly = true
    let rules = try Analyzer(options: options)
    var withModel = 0
    for file in articleFiles() {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!rules.analyze(text).entities.isEmpty)
      #expect(rules.analyze(text).entities.allSatisfy { $0.rule.name != "entity.model" })
      let explained = rules.explainExtraction(of: text, whyNot: "会")
      #expect(explained.results.allSatisfy { $0.proposal.weighing == nil })
      #expect(explained.refusals.allSatisfy { $0.weighed == nil })
      withModel += SharedAnalyzer.standard.analyze(text).entities.count { $0.rule.name == "entity.model" }
    }
    // The model finds what no rule proposes: otherwise this would test nothing.
    #expect(withModel > 0)
  }
}

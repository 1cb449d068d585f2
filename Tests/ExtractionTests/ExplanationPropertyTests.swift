import Extraction
import Foundation
import TestSupport
import Testing

/// What is explained is what happened: the tracer, which reads patterns by itself, finds what the engine proposes, and the parts of the
/// evidence add up.
@Suite struct ExplanationPropertyTests {
  private let explainer = ExtractionExplainer(RuleChoiceTests.extractor)

  @Test(arguments: articleFiles())
  func articlesAgree(_ file: URL) throws {
    // Some sentences of each: tracing asks every rule at every place.
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).prefix(12) {
      expectAgreement(String(line.prefix(120)))
    }
  }

  @Test(arguments: 0..<10)
  func randomTextAgrees(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    expectAgreement(randomText(scalars: 12 * seed, using: &generator))
  }

  @Test(arguments: [
    "山田健二表示欢迎，王女士和刘某某、欧阳志强在云岭大学法学院工会主席办公室", "中美关系，作家玛丽亚·冈萨雷斯，本报记者 何 梅 方志远",
    "省委常委、常务副省长陈立出席",
  ])
  func constructionsAgree(_ text: String) {
    #expect(explainer.proposals(for: text).engine.count > 3)
    expectAgreement(text)
  }

  @Test func nothingIsProposedForNothing() { expectAgreement("") }

  private func expectAgreement(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let (engine, traced) = explainer.proposals(for: text)
    #expect(engine.map(\.key) == traced.map(\.key), "\(text)", sourceLocation: sourceLocation)
    for (a, b) in zip(engine, traced) where a.key == b.key {
      #expect(abs(a.evidence - b.evidence) < 0.02, "\(a.key) in \(text)", sourceLocation: sourceLocation)
    }
  }
}

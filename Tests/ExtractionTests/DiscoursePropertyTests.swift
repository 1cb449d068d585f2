import Foundation
import TestSupport
import Testing
import Text
import Wenmai

/// What holds of roles and statements whatever the text.
@Suite struct DiscoursePropertyTests {
  static let analyzer = SharedAnalyzer.standard

  @Test(arguments: 0..<60)
  func resultsLieInTheText(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 700)
    expectSound(Self.news(parts: Int.random(in: 1...250, using: &generator), using: &generator))
    expectSound(randomText(scalars: Int.random(in: 0...800, using: &generator), using: &generator))
  }

  @Test(arguments: articleFiles())
  func resultsOfArticlesLieInTheText(_ file: URL) throws {
    expectSound(try String(contentsOf: file, encoding: .utf8))
  }

  /// Marks without end, lists without end: linear, and no trap.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      String(repeating: "“", count: 100_000), String(repeating: "”", count: 100_000),
      String(repeating: "“‘", count: 50_000), String(repeating: "周敏说：“", count: 10_000),
      String(repeating: "“好。”周敏说。", count: 8_000), String(repeating: "说", count: 50_000),
      String(repeating: "周敏说，", count: 10_000), String(repeating: "\"", count: 100_000),
      String(repeating: "周敏任主席、", count: 8_000), String(repeating: "市总工会主席、", count: 8_000) + "周敏",
      String(repeating: "周敏、", count: 8_000) + "任主席" + String(repeating: "、书记", count: 8_000),
      String(repeating: "任命", count: 30_000), "任命" + String(repeating: "周敏为主席，", count: 8_000),
      String(repeating: "他说他", count: 20_000), String(repeating: "（", count: 50_000) + "周敏",
    ])
  func sizesThatBreakThings(_ text: String) { expectSound(text) }

  /// Twice the text takes not much more than twice the time.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: ["周敏说：“好", "“好”周敏", "周敏、", "主席、", "周敏任主席，", "任命周敏为主席、书记，"])
  func timeIsLinear(_ part: String) {
    func time(_ count: Int) -> Duration {
      let document = Self.analyzer.document(of: Array(String(repeating: part, count: count).utf8))
      var worker = Self.analyzer.makeWorker()
      return (0..<3).map { _ in threadTime { _ = worker.analyze(document) } }.min() ?? .zero
    }
    let one = time(2_000)
    let four = time(8_000)
    // 16 would be a square.
    #expect(four < max(one, .milliseconds(2)) * 10, "\(part): \(one) and \(four)")
  }

  private func expectSound(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let utf8 = Array(text.utf8)
    func expect(_ condition: Bool, _ what: String) {
      if !condition { Issue.record("\(what) in \(text.prefix(300))", sourceLocation: sourceLocation) }
    }
    func isSound(_ span: Span, _ outer: Span) -> Bool {
      outer.contains(span)
        && [span.lower, span.upper].allSatisfy { $0 == utf8.count || $0 < utf8.count && utf8[$0] & 0xC0 != 0x80 }
    }
    for article in Self.analyzer.analyze(text).articles {
      let whole = article.article.span
      let entities = Set(article.entities)
      for role in article.roles {
        expect(isSound(role.span, whole), "a role lies outside")
        expect(role.sentence.contains(role.span), "a role goes out of its sentence")
        expect(!role.evidence.isEmpty, "a role has no evidence")
        expect(role.evidence.allSatisfy { role.span.contains($0.span) }, "evidence outside of its role")
        expect(role.evidence.map(\.span.lower) == role.evidence.map(\.span.lower).sorted(), "evidence out of order")
        for entity in [role.person, role.title, role.organization, role.place].compactMap(\.self) {
          expect(entities.contains(entity), "a part of a role is no entity")
        }
        expect(role.time.map(article.times.contains) ?? true, "the time of a role is none of the article")
      }
      for statement in article.statements {
        expect(isSound(statement.span, whole), "a statement lies outside")
        expect(statement.span.contains(statement.content) && !statement.content.isEmpty, "content lies outside")
        for span in [statement.verb, statement.speakerSpan].compactMap(\.self) {
          expect(statement.span.contains(span) && isSound(span, whole), "a part of a statement lies outside")
        }
        expect(statement.speaker.map(entities.contains) ?? true, "a speaker is no entity")
      }
    }
  }

  /// Words of roles and of speech in any order.
  private static func news(parts count: Int, using generator: inout SeededGenerator) -> String {
    let parts = [
      "周敏", "马春生", "欧阳静怡", "市总工会", "省教育厅", "云岭市", "主席", "副主席", "党组书记", "任", "现任", "当选", "任命", "免去", "为", "由", "接替",
      "辞去", "作为", "来自", "的", "、", "，", "和", "兼", "原", "代", "他", "其", "分别", "说", "表示", "认为", "据", "从", "获悉", "介绍", "对",
      "记者",
      "“", "”", "‘", "’", "\"", "：", "；", "。", "（", "）", "2021年3月", "第三届", "职务", "等", "没有", "知情人士", "\n",
    ]
    return (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
  }
}

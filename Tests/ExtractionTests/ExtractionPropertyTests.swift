import Foundation
import TestSupport
import Testing
import Text
import Wenmai

/// What holds for every text.
@Suite struct ExtractionPropertyTests {
  static let analyzer = SharedAnalyzer.standard

  @Test(arguments: 0..<60)
  func resultsLieInTheTextInOrder(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    expectSound(Self.news(sentences: Int.random(in: 1...30, using: &generator), using: &generator))
    expectSound(randomText(scalars: Int.random(in: 0...800, using: &generator), using: &generator))
  }

  @Test(arguments: articleFiles())
  func resultsOfArticlesLieInTheTextInOrder(_ file: URL) throws {
    expectSound(try String(contentsOf: file, encoding: .utf8))
  }

  @Test func workerUsedBeforeGivesWhatAFreshOneGives() throws {
    var used = Self.analyzer.makeWorker()
    var generator = SeededGenerator(seed: 11)
    var texts = try articleFiles().map { try String(contentsOf: $0, encoding: .utf8) }
    texts += (0..<20).map { _ in randomText(scalars: 300, using: &generator) }
    for text in texts.shuffled(using: &generator) {
      let document = Self.analyzer.document(of: Array(text.utf8))
      var fresh = Self.analyzer.makeWorker()
      #expect(AnalysisDump.text(used.analyze(document)) == AnalysisDump.text(fresh.analyze(document)))
    }
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "", "。", "\u{FEFF}", "张", "\r\n\r\n", "　　", String(repeating: "张伟", count: 33_000),
      String(repeating: "国", count: 65_535), String(repeating: "𠀀", count: 65_536),
      String(repeating: "（", count: 1_000),
      String(repeating: "9", count: 10_000), String(repeating: "张伟、", count: 5_000),
      String(repeating: "市总工会主席", count: 5_000), String(repeating: "中华人民共和国", count: 5_000),
    ])
  func sizesThatBreakThings(_ text: String) { expectSound(text) }

  /// Spans on scalar boundaries, inside the article, in order, apart; texts are those at their spans.
  private func expectSound(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let utf8 = Array(text.utf8)
    let analysis = Self.analyzer.analyze(text)
    func expect(_ condition: Bool, _ what: String) {
      if !condition {
        Issue.record("\(what) in \(text.prefix(300))", sourceLocation: sourceLocation)
      }
    }
    func isBoundary(_ offset: Int) -> Bool {
      offset == utf8.count || offset < utf8.count && utf8[offset] & 0xC0 != 0x80
    }
    func check(_ entities: [Entity], inside outer: Span) {
      for entity in entities {
        expect(isBoundary(entity.span.lower) && isBoundary(entity.span.upper), "\(entity.text) cuts a scalar")
        expect(outer.contains(entity.span) && !entity.span.isEmpty, "\(entity.text) lies outside")
        expect((0...1).contains(entity.score), "\(entity.text) has a score of \(entity.score)")
        expectSoundReferences(of: entity, expect)
        check(entity.nested, inside: entity.span)
      }
      for (first, second) in zip(entities, entities.dropFirst()) {
        expect(first.span.upper <= second.span.lower, "\(first.text) and \(second.text) overlap")
      }
    }
    for article in analysis.articles {
      check(article.entities, inside: article.article.span)
      for fact in article.quantities + article.times {
        expect(article.article.span.contains(fact.span), "\(fact.text) lies outside")
        expect(isBoundary(fact.span.lower) && isBoundary(fact.span.upper), "\(fact.text) cuts a scalar")
      }
      for role in article.roles {
        expect(article.entities.contains(role.person), "a role's person is no entity")
        expect(role.title.map(article.entities.contains) ?? true, "a role's title is no entity")
        expect(role.organization.map(article.entities.contains) ?? true, "a role's organization is no entity")
        expect(role.title != nil || role.organization != nil, "a role says nothing")
        let isMeant = !role.evidence.contains { $0.part == .person && $0.span == role.person.span }
        expect(isMeant || role.span.contains(role.person.span), "a role's span misses its person")
      }
    }
  }

  /// Names that say something, confidences that are shares, evidence that lies in the text.
  private func expectSoundReferences(of entity: Entity, _ expect: (Bool, String) -> Void) {
    expect(
      entity.canonical.map { !$0.isEmpty && $0 != entity.text } ?? true, "\(entity.text) has an empty canonical name")
    expect(entity.references.allSatisfy { !$0.name.isEmpty }, "\(entity.text) has a candidate without a name")
    expect(entity.references.allSatisfy { 0 < $0.confidence && $0.confidence <= 1 }, "\(entity.text) has no share")
    expect(entity.references.reduce(0) { $0 + $1.confidence } < 1.0001, "\(entity.text) has more than all")
    let confidences = entity.references.map(\.confidence)
    expect(confidences == confidences.sorted(by: >), "\(entity.text) has its candidates out of order")
    expect(entity.place.map { !$0.name.isEmpty } ?? true, "\(entity.text) is a place without a name")
  }

  /// Names that refer to one another, over and over: the time for each stays what it is.
  @Test(
    .timeLimit(.minutes(3)),
    arguments: [
      "云岭大学（以下简称“云大”）。云大。", "北京市总工会、市总工会。", "方志远主席、方主席。", "朝阳区、鼓楼区。", "工会主席周敏，公司董事长马骏，",
    ])
  func manyReferencesTakeLinearTime(_ text: String) {
    func time(_ count: Int) -> Duration {
      let text = String(repeating: text, count: count)
      return threadTime { _ = Self.analyzer.analyze(text) }
    }
    _ = time(100)
    let few = time(2_500)
    let many = time(20_000)
    // Eight times the text; quadratic would take sixty-four times as long.
    #expect(many < few * 24 + .milliseconds(200), "\(few) for 2,500, \(many) for 20,000")
    expectSound(String(repeating: text, count: 500))
  }

  /// Sentences like those of the news, of parts that are drawn.
  private static func news(sentences: Int, using generator: inout SeededGenerator) -> String {
    let parts = [
      "临湖市", "江陵省", "市总工会", "省教育厅", "公司", "主席", "副主席", "党组书记", "、", "，", "和", "周敏", "欧阳静怡", "贺启明", "张伟", "说",
      "介绍", "任命", "为", "“", "”", "（", "）", "今年3月", "24.13万人", "近2000名", "，", "\n", "\u{3000}\u{3000}", "國務院",
      "罗德里戈·阿尔梅达", "阿尔梅达", "的", "朝阳区", "辽宁", "鼓楼区", "（以下简称“", "”）", "云岭大学", "云大", "，简称", "周主席", "区总工会",
      "记者", "：",
    ]
    var text = ""
    for _ in 0..<sentences {
      for _ in 0..<Int.random(in: 1...15, using: &generator) { text += parts.randomElement(using: &generator) ?? "" }
      text += "。"
    }
    return text
  }
}

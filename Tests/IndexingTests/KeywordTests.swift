import Extraction
import Indexing
import TestSupport
import Testing
import Text

@Suite struct KeywordTests {
  struct Case: Decodable, Sendable { let input: String, names: [String], expected: [String], absent: [String] }

  private func keywords(_ input: String, names: [String] = []) -> [Keyword] {
    let utf8 = Array(input.utf8)
    var blocks: [Block] = []
    var offset = 0
    for (index, line) in input.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let span = Span(lower: offset, upper: offset + line.utf8.count)
      if !span.isEmpty { blocks.append(Block(kind: index == 0 ? .title : .paragraph, pieces: [Piece(span: span)])) }
      offset = span.upper + 1
    }
    let article = Article(blocks: blocks, bylines: [], dateline: nil)
    let entities = names.flatMap { name in
      input.ranges(of: name).map { range in
        let lower = input.utf8.distance(from: input.startIndex, to: range.lowerBound)
        return Entity(
          category: .person, span: Span(lower: lower, upper: lower + name.utf8.count), text: name, canonical: nil,
          kind: nil, score: 1, rule: RuleReference(name: "test", file: "", line: 0), nested: [])
      }
    }
    return KeywordExtractor(lexicon: testLexicon).keywords(
      of: [article], in: Document(utf8: utf8, articles: [article], format: .plain), entities: entities, limit: 20)
  }

  @Test(arguments: cases("indexing/keywords", as: Case.self))
  func keywords(_ c: Case) {
    let found = keywords(c.input, names: c.names)
    let texts = found.map(\.text)
    #expect(Set(c.expected).isSubset(of: texts), "\(texts)")
    #expect(Set(c.absent).isDisjoint(with: texts), "\(texts)")
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    for keyword in found {
      for span in keyword.spans {
        #expect(String(decoding: Array(c.input.utf8)[span.range], as: UTF8.self) == keyword.text)
      }
    }
  }

  @Test func namesCountOnceForEachPlace() {
    let found = keywords("改革\n林若溪表示，林若溪在改革。", names: ["林若溪"])
    #expect(found.first { $0.text == "林若溪" }?.count == 2)
    #expect(found.first { $0.text == "林若溪" }?.entityType == "PERSON")
  }

  @Test func anyTextGivesKeywordsThatStandInIt() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<30 {
      let text = randomText(scalars: 200, using: &generator)
      for keyword in keywords(text) {
        #expect(keyword.spans.allSatisfy { $0.upper <= text.utf8.count && !$0.isEmpty })
        #expect(keyword.score.isFinite)
      }
    }
  }
}

import Extraction
import Indexing
import TestSupport
import Testing
import Text

@Suite struct KeywordTests {
  struct Case: Decodable, Sendable {
    let input: String, names: [String], expected: [String], absent: [String]
    var phrases: Bool?
  }

  private func keywords(
    _ input: String, names: [String] = [], _ options: KeywordOptions = KeywordOptions(limit: 20),
    frequencies: DocumentFrequencies? = nil
  ) -> [Keyword] {
    let (article, document) = Self.article(input)
    return KeywordEngine(lexicon: testLexicon, frequencies: frequencies).keywords(
      of: article, in: document, entities: Self.people(names, in: input), options)
  }

  /// The first line is the headline, every other line a paragraph.
  private static func article(_ input: String) -> (Article, Document) {
    var blocks: [Block] = []
    var offset = 0
    for (index, line) in input.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let span = Span(lower: offset, upper: offset + line.utf8.count)
      if !span.isEmpty { blocks.append(Block(kind: index == 0 ? .title : .paragraph, pieces: [Piece(span: span)])) }
      offset = span.upper + 1
    }
    let article = Article(blocks: blocks, bylines: [], dateline: nil)
    return (article, Document(utf8: Array(input.utf8), articles: [article], format: .plain))
  }

  private static func people(_ names: [String], in input: String) -> [Entity] {
    names.flatMap { name in
      input.ranges(of: name).map { range in
        let lower = input.utf8.distance(from: input.startIndex, to: range.lowerBound)
        return Entity(
          category: .person, span: Span(lower: lower, upper: lower + name.utf8.count), text: name, canonical: nil,
          kind: nil, score: 1, rule: RuleReference(name: "test", file: "", line: 0), nested: [])
      }
    }
  }

  @Test(arguments: cases("indexing/keywords", as: Case.self))
  func keywords(_ c: Case) {
    let found = keywords(c.input, names: c.names, KeywordOptions(limit: 20, phrases: c.phrases ?? true))
    let texts = found.map(\.text)
    #expect(Set(c.expected).isSubset(of: texts), "\(texts)")
    #expect(Set(c.absent).isDisjoint(with: texts), "\(texts)")
    #expect(found.map(\.score) == found.map(\.score).sorted(by: >))
    for keyword in found {
      #expect(keyword.count == keyword.spans.count && keyword.count > 0)
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

  @Test func ownFrequenciesDecideWhatIsRare() {
    let text = "消息\n治理污水，改革产业。"
    func best(_ counts: [String: Int]) -> String? {
      keywords(text, frequencies: DocumentFrequencies(counts: counts, articles: 100)).first?.text
    }
    #expect(best(["污水": 90, "改革": 90, "产业": 2, "治理": 90]) == "产业")
    #expect(best(["污水": 2, "改革": 90, "产业": 90, "治理": 90]) == "污水")
  }

  @Test func textRankIsHighestInTheMiddle() {
    // 培训 stands beside both others, they never beside each other.
    let found = keywords(
      "消息\n污水培训。培训大会。污水培训。培训大会。", KeywordOptions(method: .textrank, limit: 3, phrases: false))
    #expect(found.first?.text == "培训")
  }

  @Test(arguments: KeywordMethod.allCases) func anyTextGivesKeywordsThatStandInIt(_ method: KeywordMethod) {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<30 {
      let text = randomText(scalars: 200, using: &generator)
      let found = keywords(text, KeywordOptions(method: method, limit: 50))
      #expect(found == keywords(text, KeywordOptions(method: method, limit: 50)))
      for keyword in found {
        #expect(keyword.spans.allSatisfy { $0.upper <= text.utf8.count && !$0.isEmpty })
        #expect(keyword.score.isFinite && keyword.score >= 0)
      }
    }
  }

  @Test func aCollectionTellsMeansAndArticles() {
    var collection = KeywordCollection()
    let engine = KeywordEngine(lexicon: testLexicon)
    let texts = ["污水\n治理污水。", "改革\n改革产业。", "污水\n污水治理大会。"]
    var scores = 0.0
    for text in texts {
      let (article, document) = Self.article(text)
      let terms = engine.terms(of: article, in: document, entities: [], KeywordOptions())
      scores += terms.first { $0.text == "污水" }?.score ?? 0
      collection.add(terms.map { ($0, $0.spans.map(\.range)) })
    }
    let entry = collection.keywords(limit: 10).first { $0.keyword.text == "污水" }
    #expect(entry?.keyword.articleCount == 2)
    #expect(entry?.keyword.count == 4)
    #expect(entry?.places.map(\.article) == [0, 0, 2, 2])
    #expect(abs((entry?.keyword.score ?? 0) - scores / 3) < 1e-12)
  }
}

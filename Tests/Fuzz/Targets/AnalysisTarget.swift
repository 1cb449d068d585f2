import Text
import Wenmai

/// Bytes in any encoding: decoded, told apart into articles, analysed.
struct AnalysisTarget: FuzzTarget {
  static let name = "analysis"
  private let analyzer: Analyzer

  init() throws { analyzer = try Analyzer() }

  func run(_ input: [UInt8]) {
    check(analyzer.analyze(bytes: input))
  }
}

/// Stops where a result lies about its place.
func check(_ analysis: Analysis) {
  let utf8 = analysis.document.utf8
  expect(String(validating: utf8, as: UTF8.self) != nil, "decoded text is UTF-8")
  var end = 0
  for article in analysis.articles {
    expect(article.article.span.lower >= end, "articles stand one after the other")
    end = article.article.span.upper
    for sentence in article.sentences { check(sentence, utf8) }
    var last = 0
    for entity in article.entities {
      check(entity.span, utf8)
      expect(entity.span.lower >= last, "entities are sorted and do not overlap")
      expect(!entity.text.isEmpty && (0...1).contains(entity.score), "an entity has text and a score")
      last = entity.span.upper
    }
    for fact in article.quantities + article.times {
      check(fact.span, utf8)
      expect(!fact.text.isEmpty, "a fact has text")
    }
    for role in article.roles { check(role.span, utf8) }
  }
}

private func check(_ span: Span, _ utf8: [UInt8]) {
  expect(span.lower < span.upper && span.upper <= utf8.count, "spans lie in the text")
  expect(utf8[span.lower] & 0xC0 != 0x80, "spans begin with a character")
  expect(span.upper == utf8.count || utf8[span.upper] & 0xC0 != 0x80, "spans end with a character")
}

import Extraction
public import Indexing

extension ArchiveIndex {
  /// Makes what was found in some sources all that the archive has of them, in one transaction.
  ///
  /// Articles that are there already, the same to the letter, are left as they are; others are added; what a source no
  /// longer has is removed. Hand in some dozens of sources at a time.
  @discardableResult
  public func update(_ sources: [(name: String, analysis: Analysis)]) async throws(ArchiveError) -> ArchiveChanges {
    try await update(sources.map { ($0.name, ArchiveArticle.articles(of: $0.analysis)) })
  }
}

extension ArchiveArticle {
  /// The articles of an analysis as an archive takes them in.
  static func articles(of analysis: Analysis) -> [ArchiveArticle] {
    analysis.articles.map { found in
      var article = ArchiveArticle(found.article, in: analysis.document)
      article.sentences = found.sentences
      article.entities = found.entities
      article.roles = found.roles
      article.quantities = found.quantities.map { fact in
        let (value, lower, upper) = fact.numbers
        return Quantity(
          kind: fact.kind.rawValue, text: fact.text, span: fact.span, value: value, unit: fact.unit,
          approximation: fact.approximation.rawValue, lower: lower, upper: upper)
      }
      article.times = found.times.map { fact in
        let (from, to) = fact.times
        return Time(kind: fact.kind.rawValue, text: fact.text, span: fact.span, from: from, to: to)
      }
      return article
    }
  }
}

extension NumericFact {
  /// The value and the interval it leaves, as numbers.
  fileprivate var numbers: (value: Double?, lower: Double?, upper: Double?) {
    switch value {
    case .number(let number): (number.double, lower, upper)
    case .interval(let from, let to): (nil, from?.double, to?.double)
    case .unknown, .text, .period: (nil, lower, upper)
    }
  }

  /// The ends of a time in ISO 8601; a point has only the first.
  fileprivate var times: (from: String?, to: String?) {
    switch value {
    case .text(let text): (text, nil)
    case .period(let from, let to): (from, to)
    case .unknown, .number, .interval: (nil, nil)
    }
  }
}

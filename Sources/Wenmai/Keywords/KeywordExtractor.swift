public import Indexing

/// Finds the words, phrases and names that characterize texts; share one between tasks.
///
/// ```swift
/// let extractor = KeywordExtractor(analyzer)
/// for keyword in extractor.keywords(of: analyzer.analyze(text)) { print(keyword.text, keyword.score, keyword.count) }
/// ```
/// A keyword is frequent in the text and rare elsewhere; see <doc:Keywords> for the methods.
public struct KeywordExtractor: Sendable {
  public let options: KeywordOptions
  package let engine: KeywordEngine

  /// - Complexity: some milliseconds; keep it.
  public init(_ analyzer: Analyzer, options: KeywordOptions = KeywordOptions()) {
    self.options = options
    engine = KeywordEngine(lexicon: analyzer.lexicon)
  }

  /// - Parameter frequencies: a table of document frequencies, as `wenmai keywords learn` writes it, instead of the
  ///   library's.
  /// - Throws: ``DictionaryErrors``, what is wrong in the table, with file and line.
  public init(
    _ analyzer: Analyzer, options: KeywordOptions = KeywordOptions(), frequencies: SourceFile
  ) throws(DictionaryErrors) {
    self.options = options
    let own = try FrequencyTable.parse(frequencies.bytes, file: frequencies.name, lexicon: analyzer.lexicon)
    engine = KeywordEngine(lexicon: analyzer.lexicon, frequencies: own)
  }

  /// The keywords of one article, the best first.
  public func keywords(of article: ArticleAnalysis, in analysis: Analysis) -> [Keyword] {
    engine.keywords(of: article.article, in: analysis.document, entities: article.entities, options)
  }

  /// The keywords of all articles of a text together, the best first.
  ///
  /// A term's score is the mean of its scores in the articles; for a text of one article they are those of the article.
  public func keywords(of analysis: Analysis) -> [Keyword] {
    if analysis.articles.count == 1 { return keywords(of: analysis.articles[0], in: analysis) }
    return keywords(of: [analysis])
  }

  /// The keywords of several texts together, such as those of a week; their ``Keyword/spans`` are empty.
  public func keywords(of analyses: [Analysis]) -> [Keyword] {
    var collection = KeywordCollection()
    for analysis in analyses {
      for article in analysis.articles {
        let terms = engine.terms(of: article.article, in: analysis.document, entities: article.entities, options)
        collection.add(terms.map { ($0, []) })
      }
    }
    return collection.keywords(limit: options.limit).map(\.keyword)
  }
}

extension Analyzer {
  /// The words and names that characterize an article, the best first; for many, make a ``KeywordExtractor``.
  public func keywords(of article: ArticleAnalysis, in analysis: Analysis, limit: Int = 20) -> [Keyword] {
    KeywordExtractor(self, options: KeywordOptions(limit: limit)).keywords(of: article, in: analysis)
  }

  /// The words and names that characterize all articles of a text together, the best first.
  public func keywords(of analysis: Analysis, limit: Int = 20) -> [Keyword] {
    KeywordExtractor(self, options: KeywordOptions(limit: limit)).keywords(of: analysis)
  }
}

import Indexing
import Text

/// Writes the keywords of files of any number and size: of each article, or of all together.
package struct KeywordBatch {
  private let batch: ExtractionBatch
  private let values: OrderedValues<KeywordCollector.Article>
  private let settings: Settings

  package struct Settings: Sendable {
    package var format = KeywordFormat.table
    /// Whether all articles together have keywords, and not each.
    package var isJoint = false
    /// Whether ``KeywordBatch/run(_:into:)`` gives the keywords of all articles.
    package var collects = false
    package var style = TerminalStyle(isEnabled: false)
    package var width: Int?
    package init() {}
  }

  private let limit: Int

  package init(
    _ analyzer: Analyzer, _ extractor: KeywordExtractor, _ settings: Settings, input: InputOptions,
    output: OutputOptions
  ) {
    self.settings = settings
    limit = extractor.options.limit
    values = OrderedValues()
    let collector = KeywordCollector(
      engine: extractor.engine, options: extractor.options, settings: settings, values: values)
    batch = ExtractionBatch(analyzer, writer: collector, input: input, output: output)
  }

  /// Reads all `sources` in order and writes keywords; what fails is reported, the rest still done.
  ///
  /// - Returns: the best keywords of all articles, if the settings ask for them or for joint ones.
  /// - Throws: what the sink's `write` throws; nothing more is read then.
  package func run(_ sources: [InputSource], into sink: BatchSink) throws -> [Keyword] {
    var collection = KeywordCollection()
    var names: [String] = []
    if settings.format == .csv { try sink.write(KeywordCSVWriter.head) }
    let keeps = settings.isJoint || settings.collects
    let inner = BatchSink(
      write: { tickets in
        for article in values.take(tickets) {
          if !article.bytes.isEmpty { try sink.write(article.bytes) }
          guard keeps else { continue }
          names.append(article.name)
          collection.add(article.terms)
        }
      }, report: sink.report, progress: sink.progress)
    try batch.run(sources, into: inner)
    guard keeps else { return [] }
    let entries = collection.keywords(limit: limit)
    if settings.isJoint {
      let rows = entries.map { entry in
        KeywordListing.Row(
          keyword: entry.keyword,
          places: entry.places.map { .init(article: names[$0.article], start: $0.start, end: $0.end) })
      }
      var out: [UInt8] = []
      settings.write(
        KeywordListing(id: nil, name: "*", title: nil, articleCount: collection.articleCount, rows: rows), into: &out)
      try sink.write(out)
    }
    return entries.map(\.keyword)
  }
}

extension KeywordBatch.Settings {
  func write(_ listing: KeywordListing, into out: inout [UInt8]) {
    switch format {
    case .table: KeywordTableWriter(style: style, width: width).write(listing, into: &out)
    case .csv: KeywordCSVWriter.write(listing, into: &out)
    case .jsonl: KeywordJSONWriter.write(listing, into: &out)
    }
  }
}

/// Finds the terms of each article on the workers' threads.
struct KeywordCollector: ResultWriter {
  let engine: KeywordEngine
  let options: KeywordOptions
  let settings: KeywordBatch.Settings
  let values: OrderedValues<Article>

  struct Article: Sendable {
    var name: String
    /// What is written of it.
    var bytes: [UInt8] = []
    /// All its terms, if they are to be joined with those of others.
    var terms: [(keyword: Keyword, places: [Range<Int>])] = []
  }

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let terms = engine.terms(
      of: report.analysis.article, in: report.document, entities: report.analysis.entities, options)
    var article = Article(name: report.name)
    if !settings.isJoint {
      let rows = KeywordSelection.best(terms, limit: options.limit).map { keyword in
        KeywordListing.Row(
          keyword: keyword,
          places: places(keyword, report).map { .init(article: nil, start: $0.lowerBound, end: $0.upperBound) })
      }
      settings.write(
        KeywordListing(
          id: report.id, name: report.name, title: report.analysis.title, articleCount: nil, rows: rows),
        into: &article.bytes)
    }
    if settings.isJoint || settings.collects { article.terms = terms.map { ($0, places($0, report)) } }
    values.deposit(article, into: &out)
  }

  private func places(_ keyword: Keyword, _ report: ArticleReport) -> [Range<Int>] {
    keyword.spans.map { report.positions.offset($0.lower)..<report.positions.offset($0.upper) }
  }
}

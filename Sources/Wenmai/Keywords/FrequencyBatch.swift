import Indexing

/// Counts in how many articles each word and name stands.
package struct FrequencyBatch {
  private let batch: ExtractionBatch
  private let values = OrderedValues<Set<String>>()

  package init(_ analyzer: Analyzer, input: InputOptions) {
    let counter = Counter(engine: KeywordEngine(lexicon: analyzer.lexicon), values: values)
    batch = ExtractionBatch(analyzer, writer: counter, input: input, output: OutputOptions())
  }

  /// Reads all `sources` and writes a table of document frequencies, which ``KeywordExtractor`` takes.
  ///
  /// - Parameter least: words in fewer articles are left out.
  /// - Returns: how many articles were read; with none, nothing is written.
  package func run(_ sources: [InputSource], least: Int, into sink: BatchSink) throws -> Int {
    var counts: [String: Int] = [:]
    var articles = 0
    let inner = BatchSink(
      write: { tickets in
        for words in values.take(tickets) {
          articles += 1
          for word in words { counts[word, default: 0] += 1 }
        }
      }, report: sink.report, progress: sink.progress)
    try batch.run(sources, into: inner)
    if articles > 0 { try sink.write(FrequencyTable.write(counts, articles: articles, least: least)) }
    return articles
  }

  private struct Counter: ResultWriter {
    let engine: KeywordEngine
    let values: OrderedValues<Set<String>>

    func write(_ report: ArticleReport, into out: inout [UInt8]) {
      let words = engine.words(
        of: report.analysis.article, in: report.document, entities: report.analysis.entities)
      values.deposit(words, into: &out)
    }
  }
}

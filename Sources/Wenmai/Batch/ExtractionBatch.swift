import Extraction
import Text

/// Extracts from files of any number and size, on several threads, in bounded memory.
package struct ExtractionBatch {
  private let analyzer: Analyzer
  private let writer: any ResultWriter
  private let input: InputOptions
  private let offsets: OffsetUnit
  private let hasLines: Bool

  package init(_ analyzer: Analyzer, format: ExtractionFormat, input: InputOptions, output: OutputOptions) {
    self.analyzer = analyzer
    self.input = input
    writer = format.writer(output)
    offsets = output.offsets
    hasLines = format == .table || format == .html
  }

  /// A batch with a writer of its own, such as that of keywords.
  ///
  /// - Parameter hasLines: whether the writer tells lines and columns.
  package init(
    _ analyzer: Analyzer, writer: any ResultWriter, input: InputOptions, output: OutputOptions, hasLines: Bool = false
  ) {
    self.analyzer = analyzer
    self.writer = writer
    self.input = input
    offsets = output.offsets
    self.hasLines = hasLines
  }

  /// Reads all `sources` in order and writes what was found; what fails is reported, the rest still done.
  ///
  /// - Throws: what the sink's `write` throws; nothing more is read then.
  package func run(_ sources: [InputSource], into sink: BatchSink) throws {
    try sink.write(writer.head)
    let analyzer = analyzer
    let writer = writer
    let offsets = offsets
    let hasLines = hasLines
    let workers = OrderedWorkers<ExtractionJob, BatchOutput>(threads: input.threads) {
      var worker = ExtractionJobWorker(analyzer: analyzer, writer: writer, unit: offsets, hasLines: hasLines)
      return { worker.perform($0) }
    } emit: {
      try sink.take($0)
    }
    for source in sources {
      do {
        let opened = try OpenedInput(source, options: input)
        switch opened.format {
        case .jsonLines: try readRecords(opened, workers)
        case .plain: try readText(opened, workers)
        case .html: try readPage(opened, workers)
        }
      } catch let problem as InputProblem {
        sink.report(problem)
      }
    }
    try workers.finish()
    try sink.write(writer.tail)
  }

  private typealias Workers = OrderedWorkers<ExtractionJob, BatchOutput>

  private func readRecords(_ opened: OpenedInput, _ workers: Workers) throws {
    var reader = LineBatchReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.batchSize)
    while let batch = try reader.next() {
      try workers.submit(.records(batch, name: opened.file.name))
    }
  }

  private func readPage(_ opened: OpenedInput, _ workers: Workers) throws {
    let (text, count) = try opened.readAll()
    var reader = ArticleReader(name: opened.file.name, unit: offsets, hasLines: hasLines)
    let document = analyzer.document(of: text.utf8, format: .html)
    for job in reader.jobs(document, articles: document.articles, readCount: count) { try workers.submit(job) }
    if let warning = WindowReader.warning(
      opened.file.name, opened.encoding, count: text.broken.count, first: text.broken.places.first?.input)
    {
      try workers.submit(.problem(warning))
    }
  }

  private func readText(_ opened: OpenedInput, _ workers: Workers) throws {
    var windows = WindowReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.windowSize)
    var reader = ArticleReader(name: opened.file.name, unit: offsets, hasLines: hasLines)
    var failure: InputProblem?
    func nextWindow() -> [UInt8]? {
      do { return try windows.next() } catch {
        failure = error
        return nil
      }
    }
    var upcoming = nextWindow()
    var buffer: [UInt8] = []
    while let window = upcoming {
      upcoming = nextWindow()
      buffer += window
      let document = analyzer.document(of: buffer, format: .plain)
      var articles = document.articles[...]
      var end = buffer.count
      if upcoming != nil {
        // The last article may go on in the next window: it is read again with it.
        if articles.count > 1, let last = articles.last {
          articles.removeLast()
          end = Self.lineStart(of: last.span.lower, in: buffer)
        } else if buffer.count < Self.longestArticle {
          continue
        }
      }
      for job in reader.jobs(document, articles: Array(articles), readCount: end) { try workers.submit(job) }
      if upcoming == nil { break }
      buffer.withUnsafeBufferPointer { reader.advance(over: UnsafeBufferPointer(rebasing: $0[..<end])) }
      buffer.removeSubrange(..<end)
    }
    if let warning = windows.warning { try workers.submit(.problem(warning)) }
    if let failure { throw failure }
  }

  private static func lineStart(of offset: Int, in bytes: [UInt8]) -> Int {
    bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? offset
  }

  /// JSON Lines a job, in bytes: some dozens of news articles.
  private static let batchSize = 128 << 10
  /// Text that is read at once, in bytes: a newspaper page has 20 to 60 thousand.
  private static let windowSize = 256 << 10
  /// A text that shows no end of an article within so many bytes is cut all the same.
  private static let longestArticle = 512 << 10
}

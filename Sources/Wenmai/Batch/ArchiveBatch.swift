import Extraction
import Indexing
import Text

/// Reads files into an archive: analysis on several threads, one writer.
///
/// Every file, and every record of JSON Lines, is a source of the archive; a file is analysed in one piece.
package struct ArchiveBatch {
  private let analyzer: Analyzer
  private let archive: ArchiveIndex
  private let input: InputOptions

  package init(_ analyzer: Analyzer, archive: ArchiveIndex, input: InputOptions) {
    self.analyzer = analyzer
    self.archive = archive
    self.input = input
  }

  private enum Job: Sendable {
    case file(utf8: [UInt8], format: Document.Format, name: String, readCount: Int)
    case records(LineBatchReader.Batch, name: String)
  }

  private struct Output: Sendable {
    var sources: [(name: String, articles: [ArchiveArticle])] = []
    var problems: [InputProblem] = []
    var readCount = 0
  }

  /// Reads all `sources`; what fails is reported, the rest still done. Each commit is final, so that a run that was
  /// broken off can be started again and skips what is there.
  ///
  /// - Throws: ``ArchiveError`` where the archive cannot be written.
  package func run(
    _ sources: [InputSource], report: @escaping (InputProblem) -> Void, progress: @escaping (Int) -> Void
  ) throws -> ArchiveChanges {
    var changes = ArchiveChanges()
    var pending = Output()
    func commit() throws {
      if !pending.sources.isEmpty { changes = changes + (try archive.blockingUpdate(pending.sources)) }
      progress(pending.readCount)
      pending = Output()
    }
    let analyzer = analyzer
    let workers = OrderedWorkers<Job, Output>(threads: input.threads) {
      var worker = analyzer.makeWorker()
      return { Self.perform($0, analyzer, &worker) }
    } emit: { output in
      output.problems.forEach(report)
      pending.sources += output.sources
      pending.readCount += output.readCount
      if pending.readCount >= Self.commitSize { try commit() }
    }
    for source in sources {
      do {
        try submit(try OpenedInput(source, options: input), to: workers, report)
      } catch let problem as InputProblem {
        report(problem)
      }
    }
    try workers.finish()
    try commit()
    return changes
  }

  private func submit(
    _ opened: OpenedInput, to workers: OrderedWorkers<Job, Output>, _ report: (InputProblem) -> Void
  ) throws {
    let name = opened.file.name
    if opened.format == .jsonLines {
      var reader = LineBatchReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.batchSize)
      while let batch = try reader.next() { try workers.submit(.records(batch, name: name)) }
      return
    }
    let (text, count) = try opened.readAll()
    if let warning = WindowReader.warning(
      name, opened.encoding, count: text.broken.count, first: text.broken.places.first?.input)
    {
      report(warning)
    }
    let format: Document.Format = opened.format == .html ? .html : .plain
    try workers.submit(.file(utf8: text.utf8, format: format, name: name, readCount: count))
  }

  private static func perform(_ job: Job, _ analyzer: Analyzer, _ worker: inout AnalysisWorker) -> Output {
    var output = Output()
    switch job {
    case .file(let utf8, let format, let name, let readCount):
      output.readCount = readCount
      let analysis = worker.analyze(analyzer.document(of: utf8, format: format))
      output.sources.append((name, ArchiveArticle.articles(of: analysis)))
    case .records(let batch, let name):
      output.readCount = batch.readCount
      batch.forEachRecord(name: name) { record in
        switch record {
        case .failure(let problem): output.problems.append(problem)
        case .success(let record):
          let analysis = worker.analyze(analyzer.article(of: record.text))
          output.sources.append((record.name, ArchiveArticle.articles(of: analysis)))
        }
      }
    }
    return output
  }

  /// JSON Lines a job, in bytes.
  private static let batchSize = 128 << 10
  /// Text a commit, in bytes: large enough that FTS5 merges little, small enough that little is done twice.
  private static let commitSize = 4 << 20
}

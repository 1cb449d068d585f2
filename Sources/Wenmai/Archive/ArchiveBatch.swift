import Extraction
package import Indexing
import Text

/// Reads files into an archive: analysis on several threads, one writer.
///
/// Every file, and every record of JSON Lines, is a source of the archive. Files that are there to the byte are skipped
/// without being read, articles that are there to the letter without being analysed.
package struct ArchiveBatch: Sendable {
  private let analyzer: Analyzer
  private let archive: ArchiveIndex
  private let input: InputOptions
  private let findsEntities: Bool
  private let analysis: ArchiveAnalysis

  /// - Parameter findsEntities: false for the full text alone.
  package init(_ analyzer: Analyzer, archive: ArchiveIndex, input: InputOptions, findsEntities: Bool) {
    self.analyzer = analyzer
    self.archive = archive
    self.input = input
    self.findsEntities = findsEntities
    analysis = findsEntities ? analyzer.archiveAnalysis : .words
  }

  /// What is final by now.
  package struct Progress: Sendable {
    /// Bytes of the inputs, and articles of them, since the last time.
    package var readCount = 0
    package var articleCount = 0
    package var changes = ArchiveChanges()
    /// Inputs that are in the archive to their end.
    package var finished: [String] = []
  }

  /// Reads all `sources`; what fails is reported, the rest still done. Each commit is final, so that a run that was
  /// broken off can be started again and skips what is there.
  ///
  /// - Parameter progress: is told after each commit.
  /// - Throws: ``ArchiveError`` where the archive cannot be written.
  package func run(
    _ sources: [InputSource], report: @escaping (InputProblem) -> Void, progress: @escaping (Progress) -> Void
  ) throws -> ArchiveChanges {
    try archive.build(analysis) { build in
      var total = ArchiveChanges()
      var pending = Progress()
      // They are read again the next time, so that what is wrong with them is told until it is mended.
      var brokenInputs: Set<String> = []
      func commit() throws {
        pending.changes = try build.commit()
        pending.changes.unchanged += pending.articleCount
        pending.articleCount = pending.changes.added + pending.changes.unchanged + pending.changes.renewed
        total = total + pending.changes
        progress(pending)
        pending = Progress()
      }
      let makeWorker: @Sendable () -> ArchiveJobWorker = { [self] in
        ArchiveJobWorker(analyzer, archive, analysis, findsEntities: findsEntities)
      }
      let workers = Workers(threads: input.threads, ahead: Self.jobsAhead) {
        let worker = makeWorker()
        return { worker.perform($0) }
      } emit: { output in
        output.problems.forEach(report)
        if let failure = output.failure { throw failure }
        for part in output.parts { try build.write(part) }
        // Records of a crawl may bear one name by mistake.
        for name in build.takeRepeatedSources() {
          report(InputProblem(input: name, reason: "comes again; the archive has what came last", isWarning: true))
        }
        if let name = output.brokenInput { brokenInputs.insert(name) }
        if let (name, hash) = output.finished, !brokenInputs.contains(name) {
          try build.finish(input: name, hash: hash)
          pending.finished.append(name)
        }
        pending.articleCount += output.skippedCount
        pending.readCount += output.readCount
        if pending.readCount >= Self.commitSize { try commit() }
      }
      let feed = JobFeed<ArchiveJob>(limit: Self.jobsAhead) { [self] feed in
        for source in sources where !read(source, into: feed) { return }
      }
      defer { feed.cancel() }
      while let job = feed.next() { try workers.submit(job) }
      try workers.finish()
      try commit()
      return total
    }
  }

  /// Takes inputs out of the archive, folders with all that is below; returns how many articles they had.
  package func remove(_ names: [String], report: (InputProblem) -> Void) throws -> ArchiveChanges {
    try archive.build(analysis) { build in
      for name in names where try build.remove(name) == 0 {
        report(InputProblem(input: name, reason: "is not in the archive"))
      }
      return try build.commit()
    }
  }

  private typealias Workers = OrderedWorkers<ArchiveJob, ArchiveJobWorker.Output>

  /// Puts the jobs of a source into the feed; false if nobody wants any more.
  private func read(_ source: InputSource, into feed: JobFeed<ArchiveJob>) -> Bool {
    do {
      return try jobs(of: source) { feed.put($0) }
    } catch let problem as InputProblem {
      return feed.put(.problem(problem))
    } catch let error as ArchiveError {
      return feed.put(.failure(error))
    } catch {
      return feed.put(.problem(InputProblem(input: source.name, reason: "\(error)")))
    }
  }

  private func jobs(of source: InputSource, _ put: (ArchiveJob) -> Bool) throws -> Bool {
    let hash = try InputHash.hash(of: source, options: input)
    if let hash, let count = try archive.currentArticles(input: source.name, hash: hash, analysis) {
      let size = InputFile.size(of: source) ?? 0
      return put(.skipped(source.name, hash: hash, articleCount: count, readCount: size))
    }
    let opened = try OpenedInput(source, options: input)
    switch opened.format {
    case .jsonLines:
      var reader = LineBatchReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.jobSize)
      while let batch = try reader.next() {
        if !put(.records(batch, name: source.name)) { return false }
      }
    case .plain, .html:
      let known = try archive.knownArticles(ofSources: [source.name], analysis)
      var reader = ArchiveFileReader(opened, known: known[0], analyzer: analyzer, jobSize: Self.jobSize)
      while let job = try reader.next() {
        if !put(job) { return false }
      }
      if let warning = reader.warning, !put(.problem(warning)) { return false }
    }
    return hash.map { put(.finished(source.name, hash: $0)) } ?? true
  }

  /// Bytes of text that are worth handing over to another thread.
  private static let jobSize = 64 << 10
  /// Threads may be so many jobs ahead of the writer, which is busy for some tenths of a second with each commit.
  private static let jobsAhead = 16
  /// Text a commit, in bytes: large enough that FTS5 merges little, small enough that little is done twice.
  private static let commitSize = 8 << 20
}

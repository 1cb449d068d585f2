import Extraction
import Indexing
import SearchTokens
import Text

/// Makes articles ready for an archive, on one thread.
final class ArchiveJobWorker {
  private let analyzer: Analyzer
  private let archive: ArchiveIndex
  private let analysis: ArchiveAnalysis
  private let tokens: IndexTokens
  /// nil if only words are wanted.
  private var worker: AnalysisWorker?

  struct Output: Sendable {
    var parts: [ArchivePart] = []
    var finished: (name: String, hash: [UInt8])?
    var problems: [InputProblem] = []
    /// An input of which a record could not be read.
    var brokenInput: String?
    /// Articles of inputs that were skipped whole.
    var skippedCount = 0
    var readCount = 0
    /// The archive could not be read.
    var failure: ArchiveError?
  }

  init(_ analyzer: Analyzer, _ archive: ArchiveIndex, _ analysis: ArchiveAnalysis, findsEntities: Bool) {
    self.analyzer = analyzer
    self.archive = archive
    self.analysis = analysis
    tokens = IndexTokens(lexicon: analyzer.lexicon)
    worker = findsEntities ? analyzer.makeWorker() : nil
  }

  func perform(_ job: ArchiveJob) -> Output {
    var output = Output()
    switch job {
    case .articles(let articles):
      output.parts = [perform(articles)]
      output.readCount = articles.readCount
    case .records(let batch, let name): perform(batch, name, &output)
    case .skipped(let name, let hash, let articleCount, let readCount):
      output.finished = (name, hash)
      output.skippedCount = articleCount
      output.readCount = readCount
    case .finished(let name, let hash): output.finished = (name, hash)
    case .problem(let problem): output.problems = [problem]
    case .failure(let error): output.failure = error
    }
    return output
  }

  private func perform(_ job: ArchiveJob.Articles) -> ArchivePart {
    var part = ArchivePart(source: job.name, input: job.name)
    part.isFirst = job.isFirst
    part.isLast = job.isLast
    for article in job.document.articles {
      part.entries.append(entry(article, in: job.document, offset: job.offset, known: job.known))
    }
    return part
  }

  private func perform(_ batch: LineBatchReader.Batch, _ name: String, _ output: inout Output) {
    output.readCount = batch.readCount
    var records: [LineBatchReader.NamedRecord] = []
    batch.forEachRecord(name: name) { record in
      switch record {
      case .failure(let problem):
        output.problems.append(problem)
        output.brokenInput = name
      case .success(let record): records.append(record)
      }
    }
    let known: [KnownArticles]
    do { known = try archive.knownArticles(ofSources: records.map(\.name), analysis) } catch {
      output.failure = error
      return
    }
    for (record, known) in zip(records, known) {
      var part = ArchivePart(source: record.name, input: name)
      let document = analyzer.article(of: record.text)
      let time = record.referenceTime.flatMap { Moment(iso: $0) }
      if let written = record.referenceTime, time == nil {
        let reason = "the reference time '\(written)' is not ISO 8601"
        output.problems.append(InputProblem(input: record.name, reason: reason, isWarning: true))
      }
      for article in document.articles {
        part.entries.append(entry(article, in: document, time: time, known: known))
      }
      output.parts.append(part)
    }
  }

  private func entry(
    _ article: Article, in document: Document, offset: Int = 0, time: Moment? = nil, known: KnownArticles
  ) -> ArchivePart.Entry {
    var result = ArchiveArticle(article, in: document)
    result.offset = offset
    result.date = time.map { "\($0.date)" }
    let hash = result.hash(time: time.map { "\($0)" })
    let known = known.claim(hash)
    if let known, known.isCurrent { return .known(known.id, result) }
    if worker != nil {
      let alone = Document(utf8: document.utf8, articles: [article], format: document.format)
      if let found = worker?.analyze(alone, referenceTime: time).articles.first { result.add(found) }
    }
    result.divide()
    if let known { return .renewed(known.id, result) }
    result.prepare(tokens)
    return .new(result, hash: hash)
  }
}

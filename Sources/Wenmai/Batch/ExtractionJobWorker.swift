import Extraction
import Text

/// Does extraction jobs on one thread.
struct ExtractionJobWorker {
  private let analyzer: Analyzer
  private var analysis: AnalysisWorker
  private let writer: any ResultWriter
  private let unit: OffsetUnit
  private let hasLines: Bool
  private let room = ByteRoom()

  init(analyzer: Analyzer, writer: any ResultWriter, unit: OffsetUnit, hasLines: Bool) {
    self.analyzer = analyzer
    analysis = analyzer.makeWorker()
    self.writer = writer
    self.unit = unit
    self.hasLines = hasLines
  }

  mutating func perform(_ job: ExtractionJob) -> BatchOutput {
    switch job {
    case .articles(let articles): perform(articles)
    case .records(let batch, let name): perform(batch, name: name)
    case .problem(let problem): BatchOutput(problems: [problem])
    }
  }

  /// With room for what is written of so much text, some times its length; one that is very long need not have all of it at
  /// once.
  private static func output(_ readCount: Int) -> BatchOutput {
    var output = BatchOutput(readCount: readCount)
    output.bytes.reserveCapacity(min(8 * readCount, 4 << 20))
    return output
  }

  private mutating func perform(_ job: ExtractionJob.Articles) -> BatchOutput {
    var output = Self.output(job.readCount)
    let result = analysis.analyze(job.document)
    for (index, article) in result.articles.enumerated() {
      let number = job.firstNumber + index
      let name = number == 1 ? job.name : "\(job.name)#\(number)"
      var id = JSONWriter()
      id.string(name)
      let report = ArticleReport(
        id: id.bytes, name: name, document: job.document, analysis: article, positions: job.positions, room: room)
      writer.write(report, into: &output.bytes)
      if let facts = writer.facts(report) { output.facts.append(facts) }
    }
    return output
  }

  private mutating func perform(_ batch: LineBatchReader.Batch, name: String) -> BatchOutput {
    var output = Self.output(batch.readCount)
    batch.forEachRecord(name: name) { record in
      switch record {
      case .failure(let problem): output.problems.append(problem)
      case .success(let record): perform(record, into: &output)
      }
    }
    return output
  }

  private mutating func perform(_ record: LineBatchReader.NamedRecord, into output: inout BatchOutput) {
    let document = analyzer.article(of: record.text)
    // A time that is not understood counts as none: the text is still worth reading.
    let time = record.referenceTime.flatMap { Moment(iso: $0) }
    if let written = record.referenceTime, time == nil {
      output.problems.append(
        InputProblem(input: record.name, reason: "the reference time '\(written)' is not ISO 8601", isWarning: true))
    }
    let result = analysis.analyze(document, referenceTime: time)
    let report = ArticleReport(
      id: record.id, name: record.name, document: document, analysis: ArticleAnalysis(merging: result.articles),
      positions: Positions(utf8: record.text, origin: InputPlace(), unit: unit, hasLines: hasLines), room: room)
    writer.write(report, into: &output.bytes)
    if let facts = writer.facts(report) { output.facts.append(facts) }
  }
}

extension ArticleAnalysis {
  /// All articles as one: a record is one article, whatever it looks like.
  init(merging articles: [ArticleAnalysis]) {
    if articles.count == 1 {
      self = articles[0]
      return
    }
    self.init(
      article: Article(
        blocks: articles.flatMap(\.article.blocks), bylines: articles.flatMap(\.article.bylines),
        dateline: articles.lazy.compactMap(\.article.dateline).first),
      title: articles.lazy.compactMap(\.title).first, sentences: articles.flatMap(\.sentences),
      entities: articles.flatMap(\.entities), quantities: articles.flatMap(\.quantities),
      times: articles.flatMap(\.times), measurements: articles.flatMap(\.measurements),
      roles: articles.flatMap(\.roles), statements: articles.flatMap(\.statements),
      referenceTime: articles.lazy.compactMap(\.referenceTime).first)
  }
}

import Indexing
import Text

/// Exports the facts of files into a new SQLite database: analysis on several threads, one writer, one transaction.
package struct FactDatabaseBatch {
  private let batch: ExtractionBatch
  private let kinds: [FactKind]

  package init(_ analyzer: Analyzer, kinds: [FactKind], input: InputOptions, output: OutputOptions) {
    batch = ExtractionBatch(
      analyzer, writer: FactCollector(kinds: kinds, isChecked: false), input: input, output: output, hasLines: true)
    self.kinds = kinds
  }

  /// Reads all `sources` and writes the database; it appears at `path` only when it is whole.
  ///
  /// - Throws: ``FactDatabaseError`` where the file cannot be written; what was at `path` stays.
  package func run(
    _ sources: [InputSource], path: String, report: @escaping (InputProblem) -> Void,
    progress: @escaping (Int) -> Void
  ) throws {
    let tables = kinds.map { kind in
      FactDatabase.Table(
        name: kind.rawValue,
        columns: kind.columns.map { FactDatabase.Column(name: "\($0.name)", type: $0.value.sqlite) },
        indexed: kind.indexed)
    }
    try FactDatabase.write(to: path, tables: tables) { database in
      var sink = BatchSink(write: { _ in }, report: report, progress: progress)
      sink.facts = { facts in
        let article = try database.addArticle(
          name: facts.name, title: facts.title, start: facts.start, end: facts.end)
        for row in facts.rows {
          try database.add(
            to: row.kind.rawValue, article: article, sentence: row.sentence, start: row.start, end: row.end,
            place: row.place, text: row.text, values: row.values)
        }
      }
      try batch.run(sources, into: sink)
    }
  }
}

/// Hands the facts of articles on instead of writing them.
struct FactCollector: ResultWriter {
  let kinds: [FactKind]
  let isChecked: Bool

  func write(_ report: ArticleReport, into out: inout [UInt8]) {}

  func facts(_ report: ArticleReport) -> ArticleFacts? {
    var facts = ArticleFacts(report, kinds: kinds)
    if isChecked {
      facts.checked = CheckedFact.facts(of: report)
      facts.dates = ImpossibleDates.find(in: report)
    }
    return facts
  }
}

extension FactKind {
  /// The columns that one looks for.
  fileprivate var indexed: [String] {
    switch self {
    case .measurements: ["subject", "thing", "time_from"]
    case .roles: ["person", "organization"]
    case .statements: ["speaker"]
    }
  }
}

extension FactKind.Column.Value {
  fileprivate var sqlite: String {
    switch self {
    case .text: "TEXT"
    case .integer, .flag: "INTEGER"
    case .number: "REAL"
    }
  }
}

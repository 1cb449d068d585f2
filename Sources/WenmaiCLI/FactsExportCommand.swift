import ArgumentParser
import Wenmai

struct FactsExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Exports measurements, roles and statements, one row each.",
    discussion: """
      EXAMPLES:
        wenmai facts page.txt
        wenmai facts --kinds measurements --format csv archive/ > figures.csv
        wenmai facts --format csv --bom --kinds roles archive/ -o people.csv
        wenmai facts --format sqlite archive/ -o facts.db
        sqlite3 facts.db 'SELECT subject, value, unit, time FROM measurements'

      Every row tells its article, its sentence (from 1), its positions and the words of the text. CSV is that of RFC \
      4180; with --bom spreadsheet programs take it for UTF-8. Several kinds share one table of CSV, with empty fields for \
      what a kind does not have; SQLite has a table for each, which refer to the tables articles and sentences. The \
      database is written in one transaction, and a file appears under its name only when it is whole.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var rules: RuleArguments

  @Option(help: "The format of the output; sqlite needs --output.")
  var format: Format = .table

  @Flag(name: .customLong("bom"), help: "Begin CSV with a byte order mark. Off if not asked for, also on a terminal.")
  var hasByteOrderMark = false

  @Option(
    help: ArgumentHelp(
      "What is exported, with commas between: measurements, roles, statements; all of them by default.",
      valueName: "kinds"),
    completion: .list(FactKind.allCases.map(\.rawValue)))
  var kinds: Kinds = Kinds(list: FactKind.allCases)

  @Option(help: ArgumentHelp("The time that 去年 or 昨天 count from: 2024-04-29.", valueName: "time"))
  var referenceTime: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, jsonl, sqlite
  }

  struct Kinds: ExpressibleByArgument {
    let list: [FactKind]

    init(list: [FactKind]) { self.list = list }

    init?(argument: String) {
      let names = argument.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
      let kinds = names.compactMap { FactKind(rawValue: String($0)) }
      guard !kinds.isEmpty, kinds.count == names.count, Set(kinds).count == kinds.count else { return nil }
      list = kinds
    }

    var defaultValueDescription: String { list.map(\.rawValue).joined(separator: ",") }
  }

  func validate() throws {
    if format == .sqlite, output.output == nil || output.output == "-" {
      throw ValidationError("--format sqlite needs --output: a database is no stream")
    }
    if hasByteOrderMark, format != .csv { throw ValidationError("--bom goes with --format csv") }
    if let referenceTime, Moment(iso: referenceTime) == nil {
      throw ValidationError("--reference-time is a date or time in ISO 8601, such as 2024-04-29")
    }
  }

  func run() throws {
    let analyzer = try Setup.reportingErrors { try Analyzer(options: try analyzerOptions()) }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    let writer: any ResultWriter
    switch format {
    case .sqlite: return try writeDatabase(analyzer)
    case .table: writer = FactFormat.table.writer(kinds.list, output.options)
    case .jsonl: writer = FactFormat.jsonl.writer(kinds.list, output.options)
    case .csv: writer = FactFormat.csv(byteOrderMark: hasByteOrderMark).writer(kinds.list, output.options)
    }
    let batch = ExtractionBatch(
      analyzer, writer: writer, input: input.options, output: output.options, hasLines: true)
    try BatchRun.perform(input, output) { try batch.run($0, into: $1) }
  }

  private func writeDatabase(_ analyzer: Analyzer) throws {
    guard let path = output.output else { return }
    let batch = FactDatabaseBatch(analyzer, kinds: kinds.list, input: input.options, output: output.options)
    let failures = try BatchRun.collect(input) { sources, report, progress in
      try batch.run(sources, path: path, report: report, progress: progress)
    }.failures
    if failures > 0 { throw ExitCode(1) }
  }

  private func analyzerOptions() throws -> Analyzer.Options {
    var options = Analyzer.Options()
    options.dictionaries = try dictionaries.files()
    options.rules = try rules.files()
    options.referenceTime = referenceTime.flatMap { Moment(iso: $0) }
    return options
  }
}

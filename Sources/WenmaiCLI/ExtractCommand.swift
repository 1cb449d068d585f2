import ArgumentParser
import Wenmai

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Finds people, posts, organizations, places, times and quantities.",
    discussion: """
      EXAMPLES:
        wenmai extract page.txt
        wenmai extract --format html --output page.html page.txt
        wenmai extract --format jsonl --reference-time 2024-04-29 archive/
        wenmai extract --dictionary names.tsv --rules own.rules < article.txt

      A file may hold several articles, as a newspaper page does: each is told apart and gives a result of its own, FILE, \
      FILE#2 and so on. With --format jsonl that is an object an article; for JSON Lines input an object a record, with \
      its id. Positions count from the start of the file, or of the record's text.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(help: "The format of the output; text is the article with marks in it.")
  var format: Format = .table

  @OptionGroup var rules: RuleArguments

  @Flag(help: "Also list what lies inside: places in names of organizations, numerals in quantities.")
  var nested = false

  @Flag(help: "Rules alone decide, without the model.")
  var rulesOnly = false

  @Option(help: "The least score of an entity, from 0 to 1.")
  var threshold: Double?

  @Option(
    help: ArgumentHelp(
      "The time that 去年 or 昨天 count from: 2024-04-29 or 2024-04-29T09:00:00. A record's own comes first.",
      valueName: "time"))
  var referenceTime: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl, html, text
  }

  func validate() throws {
    if let threshold, !(0...1).contains(threshold) { throw ValidationError("--threshold is a number from 0 to 1") }
    if let referenceTime, Moment(iso: referenceTime) == nil {
      throw ValidationError("--reference-time is a date or time in ISO 8601, such as 2024-04-29 or 2024-04-29T09:00:00")
    }
  }

  func run() throws {
    let analyzer = try Setup.reportingErrors { try Analyzer(options: try analyzerOptions()) }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    var options = output.options
    options.includesNested = nested
    let batch = ExtractionBatch(
      analyzer, format: ExtractionFormat(rawValue: format.rawValue) ?? .table, input: input.options, output: options)
    try BatchRun.perform(input, output) { try batch.run($0, into: $1) }
  }

  private func analyzerOptions() throws -> Analyzer.Options {
    var options = Analyzer.Options()
    options.dictionaries = try dictionaries.files()
    options.rules = try rules.files()
    if let threshold { options.threshold = threshold }
    options.referenceTime = referenceTime.flatMap { Moment(iso: $0) }
    options.nested = nested
    options.rulesOnly = rulesOnly
    return options
  }
}

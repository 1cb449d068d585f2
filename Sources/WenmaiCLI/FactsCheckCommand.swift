import ArgumentParser
import Wenmai

struct FactsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Tells figures that contradict each other, and days that no calendar has.",
    discussion: """
      EXAMPLES:
        wenmai facts check page.txt
        wenmai facts check --format jsonl archive/ > findings.jsonl

      It tells, each with its places (file:line:column): the same fact with two figures, in an article or in several \
      (conflict); parts that do not add up to their whole (parts); shares that their counts contradict (share); changes \
      that do not fit the values before and after them (change); and days such as 2月30日 (date). Figures count as \
      precise as they are written: 近2000 and 1987 are no conflict. What is not certain is not told.

      Exit status: 0 when nothing was found; 1 when something was found, or some input failed; 64 for bad usage.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(help: "The format of the output.")
  var format: Format = .text

  @Option(help: ArgumentHelp("The time that 去年 or 昨天 count from: 2024-04-29.", valueName: "time"))
  var referenceTime: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func validate() throws {
    if let referenceTime, Moment(iso: referenceTime) == nil {
      throw ValidationError("--reference-time is a date or time in ISO 8601, such as 2024-04-29")
    }
  }

  func run() throws {
    let analyzer = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      options.referenceTime = referenceTime.flatMap { Moment(iso: $0) }
      return try Analyzer(options: options)
    }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    let batch = FactCheckBatch(analyzer, input: input.options, output: output.options)
    let result = try BatchRun.collect(input) { try batch.run($0, report: $1, progress: $2) }
    try Setup.reportingErrors {
      let file = try OutputFile(output.output)
      for finding in result.value { try file.write(format == .jsonl ? finding.json : Array(finding.text.utf8)) }
      try file.finish()
    }
    if result.failures > 0 || !result.value.isEmpty { throw ExitCode(1) }
  }
}

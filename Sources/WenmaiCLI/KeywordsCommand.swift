import ArgumentParser
import Wenmai

struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords", abstract: "Tells the words and names that characterize articles.",
    discussion: """
      EXAMPLES:
        wenmai keywords page.txt
        wenmai keywords --top 5 --format jsonl archive/ > keywords.jsonl

      A keyword is frequent in the article and rare elsewhere. Names count as one word. Each article of a file gets its \
      own.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(name: [.customLong("top")], help: "How many keywords an article gets at most.")
  var top = 10

  @Option(help: "The format of the output.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func validate() throws {
    if top < 1 { throw ValidationError("--top is a number from 1") }
  }

  func run() throws {
    let analyzer = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      return try Analyzer(options: options)
    }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    let batch = ExtractionBatch(
      analyzer, writer: analyzer.keywordWriter(limit: top, isJSON: format == .jsonl), input: input.options,
      output: output.options)
    try BatchRun.perform(input, output) { try batch.run($0, into: $1) }
  }
}

import ArgumentParser
import Wenmai

struct ExplainExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Tells why a text gives its results, or why not.",
    discussion: """
      EXAMPLES:
        wenmai explain extract 总理李强出席会议
        wenmai explain extract 总理办公室发布通知 --why-not 办公室
        wenmai explain extract --rules own.rules --dictionary own-words.tsv news.txt
        wenmai explain extract --format jsonl - < news.txt

      For each result: the rule with its file and line, what its pattern took from which lines of the dictionaries, its \
      conditions, the evidence part by part in nats (log-odds); then the features of the model that chose it with the \
      weight of each, and what else was proposed over the same characters with what decided against it. With --why-not: \
      what became of a name wherever it stands, which rules came nearest with what they lacked, what the model says of it.
      """)

  @Argument(
    help: ArgumentHelp("A text; or a file, if there is one of that name; - is standard input.", valueName: "text"),
    completion: .file())
  var text: String

  @Option(help: ArgumentHelp("Tell why these characters are no result, wherever they stand.", valueName: "name"))
  var whyNot: String?

  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var rules: RuleArguments

  @Flag(help: "Rules alone decide, without the model.")
  var rulesOnly = false

  @Option(help: "The least score of an entity, from 0 to 1.")
  var threshold: Double?

  @Option(help: "The format of the output.")
  var format: ExplainSegmentCommand.Format = .text

  func validate() throws {
    if whyNot?.isEmpty == true { throw ValidationError("--why-not is a name") }
    if let threshold, !(0...1).contains(threshold) { throw ValidationError("--threshold is a number from 0 to 1") }
  }

  func run() throws {
    try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      options.rules = try rules.files()
      options.rulesOnly = rulesOnly
      if let threshold { options.threshold = threshold }
      let tool = try ExtractionExplanationTool(
        options: options, whyNot: whyNot, isJSON: format == .jsonl, output: output.options)
      Setup.tell(tool.warnings, isQuiet: false)
      let file = try OutputFile(output.output)
      try tool.explain(try ExplanationTool.read(text)) { try file.write($0) }
      try file.finish()
    }
  }
}

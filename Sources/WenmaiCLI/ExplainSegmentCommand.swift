import ArgumentParser
import Wenmai

struct ExplainSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Tells why a text is cut into its words.",
    discussion: """
      EXAMPLES:
        wenmai explain segment 商品和服务
        wenmai explain segment 商品和服务 --why-not 和服
        wenmai explain segment --mode fast --dictionary own-words.tsv news.txt
        wenmai explain segment --format jsonl - < news.txt

      For each word: what decided (the lexicon's cheapest way, the model, a word of the user's …), the words of the \
      dictionaries that begin there with file, line and cost in nats (the negative logarithm of their probability), the \
      cheapest other way with what it costs more, and for the model the scores of both and the features that told \
      them apart (weights as in Dictionaries/models/segment.tsv). Lines are explained one by one.
      """)

  @Argument(
    help: ArgumentHelp("A text; or a file, if there is one of that name; - is standard input.", valueName: "text"),
    completion: .file())
  var text: String

  @Option(help: ArgumentHelp("Tell what beat this word, wherever it stands in the text.", valueName: "word"))
  var whyNot: String?

  @Option(
    help: "The mode to explain; search and full are made of the cut of fast, icu gives no reasons.",
    completion: .list(SegmentationMode.allCases.map(\.rawValue)))
  var mode: SegmentCommand.Mode = .precise

  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var model: ModelArguments

  @Option(help: "The format of the output.")
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func validate() throws {
    try model.check(mode.mode)
    if whyNot?.isEmpty == true { throw ValidationError("--why-not is a word") }
  }

  func run() throws {
    try Setup.reportingErrors {
      let tool = try ExplanationTool(
        mode: mode.mode, dictionaries: try dictionaries.files(), model: try model.file(), whyNot: whyNot,
        isJSON: format == .jsonl,
        output: output.options)
      Setup.tell(tool.warnings, isQuiet: false)
      let file = try OutputFile(output.output)
      try tool.explain(try ExplanationTool.read(text)) { try file.write($0) }
      try file.finish()
    }
  }
}

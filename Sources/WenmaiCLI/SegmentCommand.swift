import ArgumentParser
import Wenmai

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Cuts text into words.",
    discussion: """
      EXAMPLES:
        wenmai segment news.txt
        echo 他来到北京清华大学 | wenmai segment --mode search
        echo 他在中国政法大学学习 | wenmai segment --mode full --format table
        wenmai segment --pos --tagset universal news.txt
        wenmai segment --format jsonl --offsets utf16 < records.jsonl
        wenmai segment --dictionary own-words.tsv news.txt

      Each line of text gives a line of words with spaces between. With --format jsonl each line of a text, or each \
      record of JSON Lines, gives {"id", "tokens": [{"text", "start", "end", "pos"?, "part"?}]}; the id of a line is \
      FILE:LINE, its positions count from the start of the file.

      Mode search gives each word of fast, and behind it the shorter words inside it; mode full all words of the \
      dictionary wherever they begin, the shorter first, and single characters only where no longer word covers them. \
      What fast would not give is a part: "part":true in jsonl, └ in a table; in text nothing marks it.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var model: ModelArguments

  @Option(
    help: """
      How to cut: icu (ICU's words), fast (best path through the lexicon), precise (as the news standard cuts, by a \
      trained model), search (fast, and the words inside words) or full (all words of the lexicon, overlapping).
      """,
    completion: .list(SegmentationMode.allCases.map(\.rawValue)))
  var mode: Mode = .precise

  @Option(help: "The format of the output.")
  var format: Format = .text

  @Flag(help: "Write the parts of speech: 词/n in text, \"pos\" in jsonl.")
  var pos = false

  @Option(
    help: """
      The names of parts of speech: pku (n, vn, nr: those of the news standard) or universal (NOUN, VERB, PROPN: \
      Universal Dependencies). Implies --pos.
      """)
  var tagset: TagSetName?

  enum TagSetName: String, ExpressibleByArgument, CaseIterable {
    case pku, universal
  }

  struct Mode: ExpressibleByArgument {
    let mode: SegmentationMode
    static let precise = Mode(mode: .precise)
    static var allValueStrings: [String] { SegmentationMode.allCases.map(\.rawValue) }
    var defaultValueDescription: String { mode.rawValue }

    init(mode: SegmentationMode) { self.mode = mode }

    init?(argument: String) {
      guard let mode = SegmentationMode(rawValue: argument) else { return nil }
      self.mode = mode
    }
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl, table
  }

  func validate() throws { try model.check(mode.mode) }

  func run() throws {
    let batch = try Setup.reportingErrors {
      try SegmentationBatch(
        mode: mode.mode, dictionaries: try dictionaries.files(), model: try model.file(),
        format: SegmentationFormat(rawValue: format.rawValue) ?? .text,
        tags: tagset.flatMap { TagSet(rawValue: $0.rawValue) } ?? (pos ? .pku : nil),
        input: input.options, output: output.options)
    }
    Setup.tell(batch.warnings, isQuiet: input.isQuiet)
    try BatchRun.perform(input, output) { try batch.run($0, into: $1) }
  }
}

import ArgumentParser
import Wenmai

struct SegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Cuts text into words.",
    discussion: """
      EXAMPLES:
        wenmai segment news.txt
        echo 他来到北京清华大学 | wenmai segment --mode search
        wenmai segment --pos --tagset universal news.txt
        wenmai segment --format jsonl --offsets utf16 < records.jsonl

      Each line of text gives a line of words with spaces between. With --format jsonl each line of a text, or each \
      record of JSON Lines, gives {"id", "tokens": [{"text", "start", "end", "pos"?}]}; the id of a line is FILE:LINE, \
      its positions count from the start of the file.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(
    help: """
      How to cut: icu (ICU's words), fast (best path through the lexicon), precise (as the news standard cuts, by a \
      trained model) or search (fast, and the words inside words).
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

  func run() throws {
    let batch = try Setup.reportingErrors {
      try SegmentationBatch(
        mode: mode.mode, dictionaries: try dictionaries.files(),
        format: SegmentationFormat(rawValue: format.rawValue) ?? .text,
        tags: tagset.flatMap { TagSet(rawValue: $0.rawValue) } ?? (pos ? .pku : nil),
        input: input.options, output: output.options)
    }
    Setup.tell(batch.warnings, isQuiet: input.isQuiet)
    try BatchRun.perform(input, output) { try batch.run($0, into: $1) }
  }
}

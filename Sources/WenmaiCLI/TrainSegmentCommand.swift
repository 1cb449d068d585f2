import ArgumentParser
import Wenmai

struct TrainSegmentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segment", abstract: "Trains the model that cuts words in mode precise.",
    discussion: """
      EXAMPLES:
        wenmai train segment own.jsonl --output own.tsv
        wenmai train segment news.jsonl --other web.jsonl --dev dev.jsonl --dictionaries Dictionaries \
          --output Dictionaries/models/segment.tsv

      Text is JSON Lines, a sentence a line: {"text": "市总工会", "tokens": ["市", "总工会"]}. The same text and options \
      always give the same weights; use them with 'wenmai segment --model', or compile them with 'wenmai dictionary compile'.
      """)

  @Argument(help: "Segmented text to learn from.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(
    help: "Text cut by another standard: its new words are learnt, not its standard. Repeatable.",
    completion: .file(extensions: ["jsonl"]))
  var other: [String] = []

  @Option(
    help: "The dictionary to train for, if its lexicon/news-counts.tsv was counted in the text; else the library's own.",
    completion: .directory)
  var dictionaries: String?

  @Option(help: "Segmented text to measure by after each epoch. Repeatable.", completion: .file(extensions: ["jsonl"]))
  var dev: [String] = []

  @Option(name: [.short, .long], help: "The file to write.", completion: .file(extensions: ["tsv"]))
  var output: String

  @Option(help: "How many times the text is gone through.")
  var epochs = ModelTool.SegmentationTraining().epochs

  @Option(help: "The seed of the order in which sentences are seen.")
  var seed = ModelTool.SegmentationTraining().seed

  @Option(help: "Keep at most so many features, those with the greatest weights.")
  var features = ModelTool.SegmentationTraining().maximumRows

  @Option(help: "Where the text is from, for the header of the weights.")
  var source = ModelTool.SegmentationTraining().source

  @Option(help: "The licence of the weights, for their header.")
  var licence = ModelTool.SegmentationTraining().licence

  func validate() throws {
    if epochs < 1 || epochs > 1000 { throw ValidationError("--epochs is from 1 to 1000.") }
    if features < 1 { throw ValidationError("--features is 1 or more.") }
  }

  func run() throws {
    var options = ModelTool.SegmentationTraining()
    options.epochs = epochs
    options.seed = seed
    options.maximumRows = features
    options.dictionaries = dictionaries
    options.source = source
    options.licence = licence
    try Setup.reportingErrors {
      let table = try ModelTool.trainSegmentation(
        on: files.map { try SourceFile(reading: $0) }, others: other.map { try SourceFile(reading: $0) }, heldOut: dev.map { try SourceFile(reading: $0) },
        options: options
      ) { Terminal.complain("\($0)\n") }
      let file = try OutputFile(output)
      try file.write(table)
      try file.finish()
    }
  }
}

import ArgumentParser
import Wenmai

struct TrainTagsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pos", abstract: "Trains the model that tags words with their parts of speech.",
    discussion: """
      EXAMPLES:
        wenmai train pos train.jsonl --dev dev.jsonl --output Dictionaries/models/pos.tsv

      Text is JSON Lines, a sentence a line: {"tokens": ["市", "总工会"], "pos": ["n", "n"]}, with the tags of \
      Dictionaries/lexicon/tags.tsv. The same text and options always give the same weights; compile them with 'wenmai \
      dictionary compile'.
      """)

  @Argument(help: "Tagged text to learn from.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(help: "Tagged text to measure by after each epoch. Repeatable.", completion: .file(extensions: ["jsonl"]))
  var dev: [String] = []

  @Option(name: [.short, .long], help: "The file to write.", completion: .file(extensions: ["tsv"]))
  var output: String

  @Option(help: "How many times the text is gone through.")
  var epochs = ModelTool.TaggingTraining().epochs

  @Option(help: "The seed of the order in which sentences are seen.")
  var seed = ModelTool.TaggingTraining().seed

  @Option(help: "Keep at most so many features, those with the greatest weights.")
  var features = ModelTool.TaggingTraining().maximumRows

  @Option(help: "Where the text is from, for the header of the weights.")
  var source = ModelTool.TaggingTraining().source

  @Option(help: "The licence of the weights, for their header.")
  var licence = ModelTool.TaggingTraining().licence

  func validate() throws {
    if epochs < 1 || epochs > 1000 { throw ValidationError("--epochs is from 1 to 1000.") }
    if features < 1 { throw ValidationError("--features is 1 or more.") }
  }

  func run() throws {
    var options = ModelTool.TaggingTraining()
    options.epochs = epochs
    options.seed = seed
    options.maximumRows = features
    options.source = source
    options.licence = licence
    try Setup.reportingErrors {
      let table = try ModelTool.trainTagging(
        on: files.map { try SourceFile(reading: $0) }, heldOut: dev.map { try SourceFile(reading: $0) },
        options: options
      ) { Terminal.complain("\($0)\n") }
      let file = try OutputFile(output)
      try file.write(table)
      try file.finish()
    }
  }
}

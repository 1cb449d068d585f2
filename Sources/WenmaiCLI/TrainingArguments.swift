import ArgumentParser
import Wenmai

/// What all commands that train have in common.
struct TrainingArguments: ParsableArguments {
  @Argument(help: "Text to learn from.", completion: .file(extensions: ["jsonl"]))
  var files: [String]

  @Option(help: "Text to measure by after each epoch. Repeatable.", completion: .file(extensions: ["jsonl"]))
  var dev: [String] = []

  @Option(name: [.short, .long], help: "The file to write.", completion: .file(extensions: ["tsv"]))
  var output: String

  @Option(help: "How many times the text is gone through.")
  var epochs: Int?

  @Option(help: "The seed of the order in which sentences are seen.")
  var seed: UInt64?

  @Option(help: "Keep at most so many features, those with the greatest weights.")
  var features: Int?

  @Option(help: "Where the text is from, for the header of the weights.")
  var source = "your own text"

  @Option(help: "The licence of the weights, for their header.")
  var licence = "that of the training text"

  func validate() throws {
    if let epochs, epochs < 1 || epochs > 1000 { throw ValidationError("--epochs is from 1 to 1000.") }
    if let features, features < 1 { throw ValidationError("--features is 1 or more.") }
  }

  /// Trains with these options and writes what came of it.
  func perform(
    _ train: (_ texts: [SourceFile], _ held: [SourceFile], _ options: ModelTool.Options) throws -> [UInt8]
  ) throws {
    try Setup.reportingErrors {
      let options = ModelTool.Options(
        epochs: epochs, seed: seed, maximumRows: features, source: source, licence: licence)
      let table = try train(
        try files.map { try SourceFile(reading: $0) }, try dev.map { try SourceFile(reading: $0) }, options)
      let file = try OutputFile(output)
      try file.write(table)
      try file.finish()
    }
  }
}

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
      always give the same weights; use them with 'wenmai segment --model', or compile them with 'wenmai dictionary \
      compile'. By default 8 epochs, seed 1998, 110000 features.
      """)

  @OptionGroup var training: TrainingArguments

  @Option(
    help: "Text cut by another standard: its new words are learnt, not its standard. Repeatable.",
    completion: .file(extensions: ["jsonl"]))
  var other: [String] = []

  @Option(
    help:
      "The dictionary to train for, if its lexicon/news-counts.tsv was counted in the text; else the library's own.",
    completion: .directory)
  var dictionaries: String?

  func run() throws {
    try training.perform { texts, held, options in
      try ModelTool.trainSegmentation(
        on: texts, others: other.map { try SourceFile(reading: $0) }, heldOut: held, dictionaries: dictionaries,
        options: options
      ) { Terminal.complain("\($0)\n") }
    }
  }
}

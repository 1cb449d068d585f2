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
      dictionary compile'. By default 6 epochs, seed 1998, 150000 features.
      """)

  @OptionGroup var training: TrainingArguments

  func run() throws {
    try training.perform { texts, held, options in
      try ModelTool.trainTagging(on: texts, heldOut: held, options: options) { Terminal.complain("\($0)\n") }
    }
  }
}

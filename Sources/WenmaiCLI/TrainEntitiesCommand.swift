import ArgumentParser
import Wenmai

struct TrainEntitiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities", abstract: "Trains the model that scores people, organizations and places.",
    discussion: """
      EXAMPLES:
        wenmai train entities news.jsonl --silver silver.jsonl --entities wiki.jsonl --entities-weight 4 \
          --dev dev.jsonl --output Dictionaries/models/entities.tsv

      News is JSON Lines, a sentence a line: {"id": "a1", "tokens": ["市", "总工会"], "pos": ["n", "n"]}, with the tags of \
      Dictionaries/lexicon/tags.tsv; rules label it. Text labelled by hand, for --entities and --dev, is {"text": \
      "市总工会", "entities": [{"start": 0, "end": 4, "type": "ORG"}]}, places in code points, types PERSON, ORG and PLACE. \
      The same text and options always give the same weights; compile them with 'wenmai dictionary compile'.
      """)

  @OptionGroup var training: TrainingArguments

  @Option(
    help: "Labels of another program for the news: {\"id\": \"a1\", \"entities\": [[0, 4, \"ORG\"]]}. Repeatable.",
    completion: .file(extensions: ["jsonl"]))
  var silver: [String] = []

  @Option(help: "Text labelled by hand. Repeatable.", completion: .file(extensions: ["jsonl"]))
  var entities: [String] = []

  @Option(help: "How many sentences of news one labelled by hand counts for.")
  var entitiesWeight = 1.0

  @Option(help: "How much a sentence of the news counts once more with other names in it; 0 for not at all.")
  var replacedWeight: Double?

  @Option(
    help: "Write the news with its labels here too, to be looked at.", completion: .file(extensions: ["jsonl"]))
  var labels: String?

  func validate() throws {
    guard entitiesWeight > 0, entitiesWeight <= 1000 else {
      throw ValidationError("--entities-weight is above 0 and at most 1000.")
    }
    if let replacedWeight, !(0...1000 ~= replacedWeight) {
      throw ValidationError("--replaced-weight is from 0 to 1000.")
    }
  }

  func run() throws {
    try training.perform { news, held, options in
      let texts = ModelTool.EntityTexts(
        news: news, silver: try silver.map { try SourceFile(reading: $0) },
        labelled: try entities.map { try SourceFile(reading: $0) }, weight: entitiesWeight,
        replacedWeight: replacedWeight)
      if let labels {
        let file = try OutputFile(labels)
        try file.write(try ModelTool.labelledNews(texts))
        try file.finish()
      }
      return try ModelTool.trainEntities(on: texts, heldOut: held, options: options) { Terminal.complain("\($0)\n") }
    }
  }
}

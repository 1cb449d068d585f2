import Extraction
import Lexicon
import Training

extension ModelTool {
  /// What the scorer of entities is trained on.
  package struct EntityTexts {
    /// News as JSON Lines of `{"id", "tokens", "pos"}`, to be labelled by rules.
    package var news: [SourceFile]
    /// Labels of another program for the news, by id: `{"id", "entities": [[start, end, type]]}`; may be none.
    package var silver: [SourceFile]
    /// Text labelled by hand: JSON Lines of `{"text", "entities": [{"start", "end", "type"}]}`.
    package var labelled: [SourceFile]
    /// How many times a sentence of the news one of these counts.
    package var weight: Double
    /// What a sentence of the news counts once more with other names in it; nil for what the trainer finds best.
    package var replacedWeight: Double?

    package init(
      news: [SourceFile], silver: [SourceFile] = [], labelled: [SourceFile] = [], weight: Double = 1,
      replacedWeight: Double? = nil
    ) {
      self.news = news
      self.silver = silver
      self.labelled = labelled
      self.weight = weight
      self.replacedWeight = replacedWeight
    }
  }

  /// Trains the model that scores people, organizations and places.
  ///
  /// - Parameters:
  ///   - held: files with labels to measure by after each epoch; may be none.
  ///   - report: is given a line for the text, one after each epoch, and one for the result.
  /// - Returns: the table of weights, as `Dictionaries/models/entities.tsv` holds it.
  /// - Throws: what is wrong in the files, with file and line.
  package static func trainEntities(
    on texts: EntityTexts, heldOut held: [SourceFile], options: Options, report: (String) -> Void
  ) throws -> [UInt8] {
    var trainer = EntityTrainer.Options()
    trainer.epochs = options.epochs ?? trainer.epochs
    trainer.seed = options.seed ?? trainer.seed
    trainer.maximumRows = options.maximumRows ?? trainer.maximumRows
    trainer.replacedWeight = texts.replacedWeight ?? trainer.replacedWeight
    let news = try labels(of: texts)
    let gold = try labelled(texts.labelled, weight: texts.weight)
    report("\(news.count) sentences of news, \(gold.count) labelled by hand")
    let lexicon = try Analyzer.embeddedLexicon()
    let extractor = try Extractor(lexicon: lexicon, folding: lexicon.folding)
    let model = try EntityTrainer(extractor: extractor, options: trainer)
      .train(on: news + gold, replacing: news, heldOut: labelled(held)) { report(line($0)) }
    let table = model.table(source: options.source, licence: options.licence)
    report("\(model.rows.count) features, \(table.count) bytes")
    return table
  }

  /// The news with the labels that rules gave it, as JSON Lines that can be read as labelled text again.
  ///
  /// - Throws: what is wrong in the files, with file and line.
  package static func labelledNews(_ texts: EntityTexts) throws -> [UInt8] {
    EntityText(try labels(of: texts)).jsonLines
  }

  private static func labels(of texts: EntityTexts) throws -> [LabelledSentence] {
    var silver = SilverLabels()
    for file in texts.silver {
      let read = try SilverLabels(jsonLines: file.bytes, file: file.name)
      silver.labels.merge(read.labels) { $0 + $1 }
    }
    let labels = NewsLabels(lexicon: try Analyzer.embeddedLexicon())
    return try texts.news.flatMap { file in
      labels.label(try TaggedText(jsonLines: file.bytes, file: file.name), silver: silver)
    }
  }

  private static func labelled(_ files: [SourceFile], weight: Double = 1) throws -> [LabelledSentence] {
    try files.flatMap { try EntityText(jsonLines: $0.bytes, file: $0.name, weight: weight).sentences }
  }

  private static func line(_ progress: EntityTrainer.Progress) -> String {
    let likelihood = (progress.likelihood * 1000).rounded() / 1000
    var line = "epoch \(progress.epoch) of \(progress.epochs): mean log-likelihood \(likelihood)"
    if let score = progress.score { line += ", held out F1 \(percent(score.f1))" }
    return line
  }
}

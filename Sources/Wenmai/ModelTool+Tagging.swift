import Lexicon
import Training

extension ModelTool {
  /// Trains the model that tags words from JSON Lines of `{"tokens", "pos"}`.
  ///
  /// - Parameters:
  ///   - texts: files to learn from.
  ///   - held: files to measure by after each epoch, with words as mode `precise` cuts them; may be none.
  ///   - report: is given a line after each epoch, and one for the result.
  /// - Returns: the table of weights, as `Dictionaries/models/pos.tsv` holds it.
  /// - Throws: what is wrong in the files, with file and line.
  package static func trainTagging(
    on texts: [SourceFile], heldOut held: [SourceFile], options: Options, report: (String) -> Void
  ) throws -> [UInt8] {
    var trainer = TagTrainer.Options()
    trainer.epochs = options.epochs ?? trainer.epochs
    trainer.seed = options.seed ?? trainer.seed
    trainer.maximumRows = options.maximumRows ?? trainer.maximumRows
    let model = try TagTrainer(lexicon: Analyzer.embeddedLexicon(), options: trainer)
      .train(on: tagged(texts), heldOut: held.isEmpty ? nil : tagged(held)) { report(Self.line($0)) }
    let table = model.table(source: options.source, licence: options.licence)
    report("\(model.rows.count - model.featureCount) words, \(model.featureCount) features, \(table.count) bytes")
    return table
  }

  private static func tagged(_ files: [SourceFile]) throws -> TaggedText {
    var text = TaggedText([])
    for file in files { text.sentences += try TaggedText(jsonLines: file.bytes, file: file.name).sentences }
    return text
  }

  private static func line(_ progress: TagTrainer.Progress) -> String {
    var line = "epoch \(progress.epoch) of \(progress.epochs): \(percent(progress.mistakes)) % of words mistaken"
    if let score = progress.score {
      line += ", held out F1 of words \(percent(score.words.f1)), of words and tags \(percent(score.f1)), "
      line += "right tags of right words \(percent(score.accuracy))"
    }
    return line
  }
}

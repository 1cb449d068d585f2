import Lexicon
import Training

/// What the command does with models: train them.
package enum ModelTool {
  /// How to train a model that cuts words.
  package struct SegmentationTraining: Sendable {
    package var epochs = 8
    package var seed: UInt64 = 1998
    package var maximumRows = 110_000
    /// Where the training text is from, and under which licence; both go into the header of the weights.
    package var source = "your own text"
    package var licence = "that of the training text"

    package init() {}
  }

  /// Trains the model of mode `precise` from JSON Lines of `{"text", "tokens"}`.
  ///
  /// - Parameters:
  ///   - texts: files to learn from.
  ///   - held: files to measure by after each epoch; may be none.
  ///   - report: is given a line after each epoch, and one for the result.
  /// - Returns: the table of weights, as `Dictionaries/models/segment.tsv` holds it.
  /// - Throws: what is wrong in the files, with file and line.
  package static func trainSegmentation(
    on texts: [SourceFile], heldOut held: [SourceFile], options: SegmentationTraining, report: (String) -> Void
  ) throws -> [UInt8] {
    var trainer = SegmentTrainer.Options()
    trainer.epochs = options.epochs
    trainer.seed = options.seed
    trainer.maximumRows = options.maximumRows
    let model = try SegmentTrainer(lexicon: Analyzer.embeddedLexicon(), options: trainer)
      .train(on: read(texts), heldOut: held.isEmpty ? nil : read(held)) { report(Self.line($0)) }
    let table = model.table(source: options.source, licence: options.licence)
    report("\(model.rows.count) features, \(table.count) bytes")
    return table
  }

  private static func read(_ files: [SourceFile]) throws -> SegmentedText {
    var text = SegmentedText([])
    for file in files { text.sentences += try SegmentedText(jsonLines: file.bytes, file: file.name).sentences }
    return text
  }

  static func line(_ progress: SegmentTrainer.Progress) -> String {
    var line = "epoch \(progress.epoch) of \(progress.epochs): "
    line += "\(percent(progress.mistakenSentences)) % of stretches with a mistake"
    if let score = progress.score {
      line += ", held out F1 \(percent(score.f1)), crossing \(percent(score.crossingPerThousand / 100)) per 1000"
    }
    return line
  }

  /// A share in hundredths with two decimals.
  static func percent(_ share: Double) -> String {
    let hundredths = Int((share * 10_000).rounded())
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}

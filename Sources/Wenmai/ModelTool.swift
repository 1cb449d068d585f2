import DictionaryCompiler
import Lexicon
import Training

/// What the command does with models: train them.
package enum ModelTool {
  /// How to train a model; nil for what the trainer finds best.
  package struct Options: Sendable {
    package var epochs: Int?
    package var seed: UInt64?
    package var maximumRows: Int?
    /// Where the training text is from, and under which licence; both go into the header of the weights.
    package var source: String
    package var licence: String

    package init(epochs: Int?, seed: UInt64?, maximumRows: Int?, source: String, licence: String) {
      self.epochs = epochs
      self.seed = seed
      self.maximumRows = maximumRows
      self.source = source
      self.licence = licence
    }
  }

  /// Trains the model of mode `precise` from JSON Lines of `{"text", "tokens"}`.
  ///
  /// - Parameters:
  ///   - texts: files to learn from.
  ///   - others: files cut by another standard, to learn new words from; see `OtherStandard`.
  ///   - held: files to measure by after each epoch; may be none.
  ///   - dictionaries: the folder of the dictionary that the model is for, whose `lexicon/news-counts.tsv` was counted in the
  ///     training text; nil for the library's own dictionary and text that it does not know.
  ///   - report: is given a line after each epoch, and one for the result.
  /// - Returns: the table of weights, as `Dictionaries/models/segment.tsv` holds it.
  /// - Throws: what is wrong in the files, with file and line.
  package static func trainSegmentation(
    on texts: [SourceFile], others: [SourceFile] = [], heldOut held: [SourceFile],
    dictionaries: String? = nil, options: Options, report: (String) -> Void
  ) throws -> [UInt8] {
    var training = SegmentTrainer.Options()
    training.epochs = options.epochs ?? training.epochs
    training.seed = options.seed ?? training.seed
    training.maximumRows = options.maximumRows ?? training.maximumRows
    let text = try read(texts)
    let (lexicon, parts) = try parts(of: text, dictionaries)
    let trainer = SegmentTrainer(lexicon: lexicon, options: training)
    let test = held.isEmpty ? nil : try read(held)
    var model = try trainer.train(on: parts, heldOut: test) { report(line($0)) }
    if !others.isEmpty {
      let other = OtherStandard(of: text).convert(try read(others), cutBy: model, lexicon)
      report("\(other.sentences.count) sentences of another standard")
      model = try trainer.train(on: parts + [.init(other, lexicon: lexicon)], heldOut: test) { report(line($0)) }
    }
    let table = model.table(source: options.source, licence: options.licence)
    report("\(model.rows.count) features, \(table.count) bytes")
    return table
  }

  /// The text in tenths, each with a lexicon that does not know it.
  private static func parts(
    of text: SegmentedText, _ folder: String?
  ) throws -> (Lexicon, [SegmentTrainer.Part]) {
    guard let folder else {
      let lexicon = try Analyzer.embeddedLexicon()
      return (lexicon, [.init(text, lexicon: lexicon)])
    }
    let sources = try DictionarySources.read(folder)
    func compile(_ sources: DictionarySources) throws -> Lexicon {
      try Lexicon(compiled: LexiconStorage(copying: try DictionaryCompiler.compile(sources).bytes), thorough: false)
    }
    let count = text.sentences.count
    let parts = try (0..<10).map { tenth in
      var part = text
      part.sentences = Array(text.sentences[count * tenth / 10..<count * (tenth + 1) / 10])
      return SegmentTrainer.Part(part, lexicon: try compile(sources.uncounting(part.wordCounts)))
    }
    return (try compile(sources.uncounting([:])), parts)
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

import DictionaryCompiler
import Lexicon
import TestSupport
import Training

/// A model of a few sentences over the tiny lexicon.
enum TinyModel {
  static let sentences: [[String]] = [
    ["三亚市", "总工会", "召开", "会议"], ["市", "总工会", "主席", "周", "敏", "出席", "会议"],
    ["研究", "生命", "的", "起源"], ["研究生", "出席", "会议"], ["主席", "的", "研究", "起", "了", "作用"],
    ["工会", "一起", "研究", "会议", "的", "主席"], ["三", "人", "一起", "出席"], ["周", "敏", "是", "研究生"],
    ["市", "工会", "召开", "三", "次", "会议"], ["生命", "的", "起源", "是", "会议", "的", "主题"],
    ["东区", "工会", "的", "人", "出席", "了", "三亚市", "的", "会议"], ["主席", "研究", "了", "会议", "的", "主题"],
  ]

  static func train(on lexicon: Lexicon, seed: UInt64 = 7, maximumRows: Int = 5_000) throws -> TrainedModel {
    var options = SegmentTrainer.Options()
    options.epochs = 10
    options.seed = seed
    options.minimumCount = 1
    options.maximumRows = maximumRows
    return try train(on: lexicon, options: options)
  }

  static func train(
    on lexicon: Lexicon, options: SegmentTrainer.Options, heldOut: SegmentedText? = nil,
    progress: (SegmentTrainer.Progress) -> Void = { _ in }
  ) throws -> TrainedModel {
    try SegmentTrainer(lexicon: lexicon, options: options)
      .train(on: [.init(SegmentedText(sentences), lexicon: lexicon)], heldOut: heldOut, progress: progress)
  }

  static func table(_ model: TrainedModel) -> [UInt8] { model.table(source: "the tests", licence: "Apache-2.0") }

  /// The tiny lexicon with `table` as its model.
  static func lexicon(with table: [UInt8]) throws -> (lexicon: Lexicon, warnings: [DictionaryError]) {
    var files = TinyLexicon.files
    files["models/segment.tsv"] = table
    let (bytes, report) = try DictionaryCompiler.compile(DictionarySources(files: files))
    return (try Lexicon(compiled: LexiconStorage(copying: bytes)), report.warnings)
  }

  static func lexicon() throws -> Lexicon {
    try lexicon(with: table(train(on: TinyLexicon.compiled()))).lexicon
  }
}

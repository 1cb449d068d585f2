import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing
import Training

@Suite struct TagTrainerTests {
  static let sentences: [[(word: String, tag: String)]] = [
    "主席/n 研究/v 会议/n", "研究/n 的/n 主席/n", "市/n 总工会/n 召开/v 会议/n", "会议/n 的/n 研究/n", "人/n 研究/v 生命/n",
    "三/m 人/n 起/v", "周敏/nr 召开/v 会议/n", "三亚市/ns 的/n 研究/n", "东区/ns 的/n 会议/n", "李梅/nr 研究/v 起源/n",
  ].map { line in
    line.split(separator: " ").map { pair in
      let parts = pair.split(separator: "/").map(String.init)
      return (parts[0], parts[1])
    }
  }

  static func train(on lexicon: Lexicon, seed: UInt64 = 7, maximumRows: Int = 5_000) throws -> TrainedTagModel {
    var options = TagTrainer.Options()
    options.epochs = 10
    options.seed = seed
    options.maximumRows = maximumRows
    return try TagTrainer(lexicon: lexicon, options: options).train(on: TaggedText(sentences))
  }

  static func table(_ model: TrainedTagModel) -> [UInt8] { model.table(source: "the tests", licence: "Apache-2.0") }

  static func lexicon(with table: [UInt8]) throws -> (lexicon: Lexicon, warnings: [DictionaryError]) {
    var files = TinyLexicon.files
    files["models/pos.tsv"] = table
    let (bytes, report) = try DictionaryCompiler.compile(DictionarySources(files: files))
    return (try Lexicon(compiled: LexiconStorage(copying: bytes)), report.warnings)
  }

  static func tags(_ lexicon: Lexicon, _ text: String) -> [String] {
    var names: [String] = []
    let worker = Tagger(lexicon: lexicon).makeWorker(Segmenter(lexicon: lexicon, mode: .fast))
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      worker.segment(bytes, 0..<bytes.count) { _, tags in names += tags.map { lexicon.tagName($0) } }
    }
    return names
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    let lexicon = try TinyLexicon.compiled()
    let first = try Self.table(Self.train(on: lexicon))
    #expect(try first == Self.table(Self.train(on: lexicon)))
    #expect(first.count > 1_000)
  }

  @Test func whatWasLearntIsFoundAgain() throws {
    let (lexicon, warnings) = try Self.lexicon(with: Self.table(Self.train(on: TinyLexicon.compiled())))
    #expect(warnings.isEmpty)
    #expect(Self.tags(lexicon, "主席研究会议") == ["n", "v", "n"])
    #expect(Self.tags(lexicon, "会议的研究") == ["n", "n", "n"])
    // Trained again over the lexicon that now has a model: the model does not see itself.
    #expect(try Self.table(Self.train(on: lexicon)) == Self.table(Self.train(on: TinyLexicon.compiled())))
  }

  /// Asked for one by one, from the end or here and there, tags are those of the whole text.
  @Test func tagsAskedForAreThoseOfTheText() throws {
    let (lexicon, _) = try Self.lexicon(with: Self.table(Self.train(on: TinyLexicon.compiled())))
    let worker = Tagger(lexicon: lexicon).makeWorker(Segmenter(lexicon: lexicon, mode: .fast))
    let words = ["主席", "研究", "会议", "的", "三", "人", "起", "周敏", "召开", "三亚市", "\n", " ", "，", "A", "生命"]
    var random = SeededGenerator(seed: 5)
    for length in 0..<60 {
      let text = (0..<length).map { _ in words.randomElement(using: &random) ?? "" }.joined()
      let all = Self.tags(lexicon, text)
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        let count = worker.open(bytes, 0..<bytes.count).count
        #expect(count == all.count)
        for index in (0..<count).shuffled(using: &random).prefix(10) {
          #expect(lexicon.tagName(worker.tag(ofToken: index, in: bytes)) == all[index], "\(text)")
        }
      }
    }
  }

  @Test func withoutAModelTheLexiconTells() throws {
    #expect(Self.tags(try TinyLexicon.compiled(), "三亚市召开会议 五") == ["ns", "v", "n", "", "m"])
  }

  @Test func onlyWhatMattersMostIsKept() throws {
    #expect(try Self.train(on: TinyLexicon.compiled(), maximumRows: 20).featureCount == 20)
  }

  @Test func progressTellsHowItGoes() throws {
    let text = TaggedText(Self.sentences)
    var scores: [Double] = []
    _ = try TagTrainer(lexicon: TinyLexicon.compiled()).train(on: text, heldOut: text) {
      scores.append($0.score?.accuracy ?? -1)
    }
    #expect(scores.count == TagTrainer.Options().epochs)
    #expect(scores.last.map { $0 > 0.95 } == true)
  }

  @Test func wrongLinesAreNamed() {
    let error = TrainingError(file: "a.jsonl", line: 2, reason: .notTagged)
    #expect(throws: error) {
      try TaggedText(
        jsonLines: Array("{\"tokens\":[\"市\"],\"pos\":[\"n\"]}\n{\"tokens\":[\"市\"],\"pos\":[]}\n".utf8),
        file: "a.jsonl")
    }
    #expect(throws: TrainingError(file: "the training text", line: 0, reason: .empty)) {
      try TagTrainer(lexicon: TinyLexicon.compiled()).train(on: TaggedText([[("市", "no tag")]]))
    }
  }

  @Test(arguments: [
    ("own|市\tn", "weights"), ("own|市\tn=200", "weights"), ("own|市\tn=1 n=2", "weights"), ("seen|市\tn=0", "weights"),
    ("own\tn=1", "feature"), ("owns|市\tn=1", "feature"), ("tagOwn|市|q\tn=1", "feature"), ("tag|市\tn=1", "feature"),
    ("last|市人\tn=1", "feature"),
  ])
  func wrongRowsAreNamed(row: String, column: String) throws {
    let table = TinyLexicon.table(columns: "feature\tweights", rows: [row])
    let error = #expect(throws: DictionaryErrors.self) { try Self.lexicon(with: table) }
    let reason = try #require(error?.errors.first?.reason)
    guard case .badField(let found, _, _) = reason else {
      Issue.record("\(reason)")
      return
    }
    #expect(found == column)
  }
}

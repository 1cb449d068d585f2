import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing
import Training

@Suite struct SegmentTrainerTests {
  @Test func trainingTwiceGivesTheSameBytes() throws {
    let lexicon = try TinyLexicon.compiled()
    let first = try TinyModel.table(TinyModel.train(on: lexicon))
    #expect(try first == TinyModel.table(TinyModel.train(on: lexicon)))
    #expect(first.count > 1_000)
  }

  @Test func whatWasLearntIsFoundAgain() throws {
    let lexicon = try TinyModel.lexicon()
    let worker = Segmenter(lexicon: lexicon, mode: .precise).makeWorker()
    for sentence in TinyModel.sentences {
      let utf8 = Array(sentence.joined().utf8)
      #expect(worker.tokens(in: utf8).map { String(decoding: utf8[$0.range], as: UTF8.self) } == sentence)
    }
  }

  @Test func compiledWeightsAreThoseOfTraining() throws {
    let lexicon = try TinyLexicon.compiled()
    let table = try TinyModel.table(TinyModel.train(on: lexicon))
    let compiled = try TinyModel.lexicon(with: table)
    #expect(compiled.warnings.isEmpty)
    // Trained again over the lexicon that now has a model: the model does not see itself.
    #expect(try TinyModel.table(TinyModel.train(on: compiled.lexicon)) == table)
  }

  @Test func onlyTheGreatestWeightsAreKept() throws {
    let model = try TinyModel.train(on: TinyLexicon.compiled(), maximumRows: 20)
    // Beside the 20, a row for each tag before.
    #expect(model.rows.count == 24)
  }

  @Test func progressTellsHowItGoes() throws {
    var options = SegmentTrainer.Options()
    options.epochs = 6
    options.minimumCount = 1
    let text = SegmentedText(TinyModel.sentences)
    var scores: [Double] = []
    _ = try TinyModel.train(on: TinyLexicon.compiled(), options: options, heldOut: text) {
      scores.append($0.score?.f1 ?? -1)
    }
    #expect(scores.count == 6)
    #expect(scores.last.map { $0 > 0.99 } == true)
  }

  @Test func wrongLinesAreNamed() {
    let error = TrainingError(file: "a.jsonl", line: 2, reason: .notSegmented)
    #expect(throws: error) {
      try SegmentedText(jsonLines: Array("{\"tokens\":[\"市\"]}\n{\"text\":\"市\"}\n".utf8), file: "a.jsonl")
    }
    #expect(throws: TrainingError(file: "the training text", line: 0, reason: .empty)) {
      let lexicon = try TinyLexicon.compiled()
      return try SegmentTrainer(lexicon: lexicon).train(on: [.init(SegmentedText([["WTO", "，"]]), lexicon: lexicon)])
    }
  }

  @Test(arguments: [
    ("市|总工会", "市|总工会", 2, 2, 0), ("市|总工会", "市总|工会", 2, 0, 1), ("市总工会", "市|总工会", 1, 0, 0),
    ("市|总|工会", "市|总工会", 3, 1, 0), ("一|二三|四", "一二|三四", 3, 0, 2),
  ])
  func scores(gold: String, found: String, expected: Int, right: Int, crossing: Int) {
    func ends(_ text: String) -> [Int] { SegmentedText.Sentence(text.split(separator: "|").map(String.init)).ends }
    var score = SegmentationScore()
    score.add(expected: ends(gold), found: ends(found))
    #expect([score.expected, score.right, score.crossing] == [expected, right, crossing])
  }
}

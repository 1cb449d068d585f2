import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

/// An explanation explains what segmentation does, and its figures add up.
@Suite struct ExplanationProperties {
  let layered: Lexicon

  init() throws {
    let lexicon = try TinyModel.lexicon()
    let lines = "会议的\n市总\t\t\tprefer\n研究生命\t\t\tprefer\n人二\t\t\tprefer\nAB市\n，。\t\t\tprefer\n"
    layered = lexicon.layering(try UserDictionary.parse(Array(lines.utf8), file: "u", lexicon: lexicon).layer)
  }

  private func text(seed: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(seed))
    var text = randomText(scalars: 60 * seed + 40, using: &generator)
    text += "研究生命起源的研究生，三亚市总工会主席的会议召开第二十三次、百分之五。" + text
    return Array(text.utf8)
  }

  @Test(arguments: [SegmentationMode.icu, .fast, .precise, .search], 0..<25)
  func cutsAreTheTokens(mode: SegmentationMode, seed: Int) {
    let text = text(seed: seed)
    let segmenter = Segmenter(lexicon: layered, mode: mode)
    let tokens = segmenter.makeWorker().tokens(in: text).filter { !$0.isPart }
    let trace = SegmentationTracer(segmenter).trace(text)
    let areEqual = trace.cuts.map(\.range) == tokens.map(\.range)
    #expect(areEqual)
    #expect(trace.cuts.map(\.kind) == tokens.map(\.kind))
    #expect(trace.cuts.map(\.word) == tokens.map { $0.word(in: layered) ?? .none })
  }

  @Test(arguments: 0..<25)
  func costsAddUp(seed: Int) {
    let trace = SegmentationTracer(Segmenter(lexicon: layered)).trace(text(seed: seed))
    for cut in trace.cuts where cut.kind != .space && cut.kind != .lineBreak {
      #expect(cut.path.map(\.range) == [cut.range])
      guard let detour = cut.runnerUp else { continue }
      let difference = sum(detour.pieces) - sum(detour.rivals)
      #expect(abs(difference - detour.difference) < 1e-6, "the path is the cheapest way")
      #expect(detour.difference >= 0)
      #expect(detour.pieces.map(\.range) != detour.rivals.map(\.range) || detour.pieces != detour.rivals)
      #expect(detour.pieces.first?.range.lowerBound == detour.rivals.first?.range.lowerBound)
      #expect(detour.pieces.last?.range.upperBound == detour.rivals.last?.range.upperBound)
    }
  }

  private func sum(_ pieces: [SegmentationTrace.Piece]) -> Double { pieces.reduce(0) { $0 + $1.cost } }

  @Test(arguments: 0..<25)
  func scoresAddUp(seed: Int) {
    let trace = SegmentationTracer(Segmenter(lexicon: layered, mode: .precise)).trace(text(seed: seed), whyNot: "研究生")
    let votes = trace.cuts.compactMap(\.model)
    #expect(!votes.isEmpty)
    for vote in votes {
      #expect(vote.score >= vote.rivalScore)
      #expect(vote.features.reduce(0) { $0 + $1.difference } == vote.score - vote.rivalScore)
      #expect(vote.words != vote.rivals && !vote.words.isEmpty)
    }
    for refusal in trace.refusals where refusal.verdict == .model {
      #expect(refusal.model.map { $0.score <= $0.rivalScore && $0.words.contains(refusal.range) } == true)
    }
  }

  /// The runner-up of the model is the best of all other cuts: compared with every cut of a few characters.
  @Test func theModelsRunnerUpIsTheBest() throws {
    let segmenter = Segmenter(lexicon: layered, mode: .precise)
    for text in ["研究生的起源", "主席一起出席", "三亚市工会"] {
      let trace = SegmentationTracer(segmenter).trace(Array(text.utf8))
      for cut in trace.cuts {
        let vote = try #require(cut.model)
        // Of each other word that the text could have there, the best cut with it is no better.
        for start in stride(from: 0, to: text.utf8.count, by: 3) {
          for end in stride(from: start + 3, through: text.utf8.count, by: 3) {
            let other = start..<end
            if !other.overlaps(cut.range) || other == cut.range { continue }
            let word = String(decoding: Array(text.utf8)[other], as: UTF8.self)
            let refusals = SegmentationTracer(segmenter).trace(Array(text.utf8), whyNot: word).refusals
            for refusal in refusals where refusal.range == other {
              guard let model = refusal.model else { continue }
              #expect(model.rivalScore - model.score >= vote.score - vote.rivalScore)
            }
          }
        }
      }
    }
  }
}

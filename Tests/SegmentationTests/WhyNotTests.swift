import Lexicon
import Segmentation
import TestSupport
import Testing

/// What beat a word.
@Suite struct WhyNotTests {
  struct Case: Decodable, Sendable {
    var input: String
    var words: [String]?
    var whyNot: String
    var expected: [String]
  }

  private func name(_ verdict: SegmentationTrace.Refusal.Verdict) -> String {
    switch verdict {
    case .isWord: "isWord"
    case .userWord: "userWord"
    case .run: "run"
    case .notInLexicon: "notInLexicon"
    case .costs: "costs"
    case .model: "model"
    }
  }

  @Test(arguments: cases("segmentation/why-not", as: Case.self))
  func verdicts(_ row: Case) throws {
    let lexicon = try TinyLexicon.compiled().with(words: row.words ?? [])
    let trace = SegmentationTracer(Segmenter(lexicon: lexicon)).trace(Array(row.input.utf8), whyNot: row.whyNot)
    #expect(trace.refusals.map { name($0.verdict) } == row.expected)
    for refusal in trace.refusals where refusal.verdict == .costs {
      let detour = try #require(refusal.detour)
      #expect(detour.difference >= 0 && detour.pieces.contains { $0.range == refusal.range })
    }
  }

  @Test func linesOfDictionariesAreTold() throws {
    let lexicon = try TinyLexicon.compiled().with(words: ["会召", "市总\t\t\tprefer"])
    let trace = SegmentationTracer(Segmenter(lexicon: lexicon)).trace(Array("市总会召三亚市".utf8))
    let sources = trace.cuts.map { lexicon.source(of: $0.word) }
    #expect(sources.prefix(2) == [WordSource(file: "user.tsv", line: 2), WordSource(file: "user.tsv", line: 1)])
    #expect(sources.last??.file == "lexicon/words.tsv")
    #expect(trace.cuts.map(\.decision) == [.user, .user, .lexicon])
    #expect(trace.cuts[2].lattice.count == 6, "三 三亚 三亚市 三 (a number) 亚 (no word, but a character) 市")
  }
}

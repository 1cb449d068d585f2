import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

struct SegmentationCase: Decodable, Sendable {
  var input: String
  var words: [String]?
  var expected: String
}

/// The tokens of `text`, joined by `|`.
func segmented(_ text: String, _ segmenter: Segmenter) -> String {
  let utf8 = Array(text.utf8)
  return segmenter.makeWorker().tokens(in: utf8).map { String(decoding: utf8[$0.range], as: UTF8.self) }
    .joined(separator: "|")
}

@Suite struct SegmentationTests {
  let lexicon: Lexicon
  init() throws { lexicon = try TinyLexicon.compiled() }

  @Test(arguments: cases("segmentation/fast", as: SegmentationCase.self))
  func fast(_ row: SegmentationCase) {
    #expect(segmented(row.input, Segmenter(lexicon: lexicon)) == row.expected)
  }

  @Test(arguments: cases("segmentation/user", as: SegmentationCase.self))
  func userWordsHold(_ row: SegmentationCase) throws {
    let source = (row.words ?? []).map { $0 + "\t" }.joined(separator: "\n").replacing("\t\t", with: "\t")
    let user = try UserDictionary.parse(
      Array(source.replacing("PLACE\t", with: "PLACE").utf8), file: "user.tsv", lexicon: lexicon)
    #expect(segmented(row.input, Segmenter(lexicon: lexicon.layering(user.layer))) == row.expected)
  }

  @Test func searchGivesWordsInsideWords() {
    let utf8 = Array("三亚市总工会".utf8)
    let tokens = Segmenter(lexicon: lexicon, mode: .search).makeWorker().tokens(in: utf8)
    let shown = tokens.map { ($0.isPart ? "-" : "") + String(decoding: utf8[$0.range], as: UTF8.self) }
    #expect(shown == ["三亚市", "-三亚", "总工会", "-工会"])
  }

  @Test func icuGivesTheTextBack() {
    let text = "三亚市总工会召开会议，2025年。"
    #expect(segmented(text, Segmenter(lexicon: lexicon, mode: .icu)).replacing("|", with: "") == text)
  }

  @Test func latticeHoldsWordsOfClassesAndOfTheUser() throws {
    let user = try UserDictionary.parse(Array("青石\tPLACE\n".utf8), file: "user.tsv", lexicon: lexicon)
    let layered = lexicon.layering(user.layer)
    let lattice = Segmenter(lexicon: layered).makeWorker().lattice(of: Array("在青石镇的主席".utf8))
    let place = try #require(layered.classID(named: "PLACE"))
    let ends = lattice.edges(from: 1).filter { layered.classes(of: $0.word).contains(place) }.map(\.end)
    #expect(ends == [4, 3])
    #expect(lattice.tokens.map(\.range).map(\.lowerBound) == [0, 1, 3, 4, 5])
    #expect(lattice.tokens.last.map { layered.tagName($0.tag) } == "n")
    #expect(lattice.edgeStart.count == lattice.count + 1)
    #expect(lattice.offsets.count == lattice.count + 1)
  }
}

import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

struct SegmentationCase: Decodable, Sendable {
  var input: String
  var words: [String]?
  var mode: String?
  var expected: String
}

/// The tokens of `text`, joined by `|`, parts with a `-` before them.
func segmented(_ text: String, _ segmenter: Segmenter) -> String {
  let utf8 = Array(text.utf8)
  return segmenter.makeWorker().tokens(in: utf8).map { token in
    (token.isPart ? "-" : "") + String(decoding: utf8[token.range], as: UTF8.self)
  }.joined(separator: "|")
}

extension Lexicon {
  /// With a user's words over it: fields with tabs between.
  func with(words: [String]) throws -> Lexicon {
    // A file without any tab would be taken for jieba's.
    let lines = words.map { $0.contains("\t") ? $0 : $0 + "\t" }.joined(separator: "\n")
    return layering(try UserDictionary.parse(Array(lines.utf8), file: "user.tsv", lexicon: self).layer)
  }
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
    let mode = try #require(SegmentationMode(rawValue: row.mode ?? "fast"))
    let layered = try lexicon.with(words: row.words ?? [])
    #expect(segmented(row.input, Segmenter(lexicon: layered, mode: mode)) == row.expected)
  }

  @Test(arguments: cases("segmentation/parts", as: SegmentationCase.self))
  func searchAndFullGiveMore(_ row: SegmentationCase) throws {
    let mode = try #require(SegmentationMode(rawValue: row.mode ?? ""))
    #expect(segmented(row.input, Segmenter(lexicon: lexicon, mode: mode)) == row.expected)
  }

  @Test func jiebasFrequenciesCompete() throws {
    func layered(_ words: String) throws -> Lexicon {
      lexicon.layering(try UserDictionary.parse(Array(words.utf8), file: "user.txt", lexicon: lexicon).layer)
    }
    #expect(segmented("研究生命起源", Segmenter(lexicon: try layered("究生 3 n\n"))) == "研究|生命|起源")
    #expect(segmented("研究生命起源", Segmenter(lexicon: try layered("究生 n\n"))) == "研|究生|命|起源")
    #expect(segmented("会召", Segmenter(lexicon: try layered("会召 1000\n"))) == "会召")
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

import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

@Suite struct PreciseProperties {
  let lexicon: Lexicon
  let layered: Lexicon

  init() throws {
    lexicon = try TinyModel.lexicon()
    let words = Array("会议的\n研究生命\n市总\nAB市\n".utf8)
    layered = lexicon.layering(try UserDictionary.parse(words, file: "user.txt", lexicon: lexicon).layer)
  }

  private func tile(_ tokens: [Token], _ count: Int) -> Bool {
    var end = 0
    for token in tokens {
      if token.range.lowerBound != end || token.range.isEmpty { return false }
      end = token.range.upperBound
    }
    return end == count
  }

  @Test(arguments: 0..<40)
  func tokensGiveTheTextBack(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 200 * seed, using: &generator).utf8)
    for lexicon in [lexicon, layered] {
      let segmenter = Segmenter(lexicon: lexicon, mode: .precise)
      let worker = segmenter.makeWorker()
      let tokens = worker.tokens(in: text)
      #expect(tile(tokens, text.count))
      #expect(worker.tokens(in: text) == tokens, "a worker used before gives the same")
      #expect(segmenter.makeWorker().tokens(in: text) == tokens)
    }
  }

  @Test(arguments: 0..<20)
  func brokenBytesHarmNobody(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    #expect(tile(Segmenter(lexicon: layered, mode: .precise).makeWorker().tokens(in: bytes), bytes.count))
  }

  /// What is no Han text stays as `fast` has it.
  @Test(arguments: 0..<20)
  func theFrameStays(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 1_000, using: &generator).utf8)
    func frame(_ mode: SegmentationMode) -> [Range<Int>] {
      Segmenter(lexicon: layered, mode: mode).makeWorker().tokens(in: text)
        .filter { ![.word, .number].contains($0.kind) || text[$0.range].contains { $0 < 0x80 } }.map(\.range)
    }
    let isKept = frame(.precise) == frame(.fast)
    #expect(isKept)
  }

  @Test(arguments: [0, 1, 2_047, 2_048, 2_049, 65_535, 65_536])
  func textWithoutPunctuation(scalars: Int) {
    for unit in ["三亚市", "一", "研究生命", "𠀀", "9市", "\u{200B}"] {
      let text = Array(String(repeating: unit, count: scalars / unit.unicodeScalars.count).utf8)
      #expect(tile(Segmenter(lexicon: lexicon, mode: .precise).makeWorker().tokens(in: text), text.count))
    }
  }

  /// A stretch is decided by itself, so where windows end changes nothing.
  @Test func sentencesAreCutAlikeWhereverTheyStand() {
    let sentence = "市总工会主席周敏出席了会议，研究生命的起源；"
    let single = words(sentence + sentence)
    let all = words(String(repeating: sentence, count: 700))
    #expect(all.count % 700 == 0)
    let second = Array(single[(single.count / 2)...])
    let last = Array(all.suffix(second.count))
    #expect(last == second)
    #expect(all == Array(repeating: second, count: 700).flatMap { $0 })
  }

  @Test func usersWordsHold() throws {
    let text = "三亚市总工会会议的主题，研究生命AB市"
    let worker = Segmenter(lexicon: layered, mode: .precise).makeWorker()
    let utf8 = Array(text.utf8)
    let user = worker.tokens(in: utf8).filter { $0.kind == .user }.map {
      String(decoding: utf8[$0.range], as: UTF8.self)
    }
    #expect(user == ["市总", "会议的", "研究生命", "AB市"])
  }

  @Test func withoutModelPreciseIsFast() throws {
    let text = Array("三亚市总工会主席的研究生，2025年。".utf8)
    let plain = try TinyLexicon.compiled()
    #expect(
      Segmenter(lexicon: plain, mode: .precise).makeWorker().tokens(in: text)
        == Segmenter(lexicon: plain).makeWorker().tokens(in: text))
  }

  private func words(_ text: String) -> [String] {
    let utf8 = Array(text.utf8)
    return Segmenter(lexicon: lexicon, mode: .precise).makeWorker().tokens(in: utf8)
      .map { String(decoding: utf8[$0.range], as: UTF8.self) }
  }
}

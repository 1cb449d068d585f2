import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

@Suite struct SegmentationProperties {
  let lexicon: Lexicon
  let layered: Lexicon

  init() throws {
    lexicon = try TinyLexicon.compiled()
    let preferred = ["工会召开", "会召", "、；", "0 A", "月日人", "九", "％！"].map { $0 + "\t\t\tprefer" }
    layered = try lexicon.with(words: ["市总", "年一", "的了在是", "ABC", "9", "，。"] + preferred)
  }

  /// Whether the tokens tile the text.
  private func tile(_ tokens: [Token], _ count: Int) -> Bool {
    var end = 0
    for token in tokens where !token.isPart {
      if token.range.lowerBound != end || token.range.isEmpty { return false }
      end = token.range.upperBound
    }
    return end == count
  }

  @Test(arguments: SegmentationMode.allCases.filter { $0 != .full }, 0..<40)
  func tokensGiveTheTextBack(mode: SegmentationMode, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 200 * seed, using: &generator).utf8)
    for lexicon in [lexicon, layered] {
      let worker = Segmenter(lexicon: lexicon, mode: mode).makeWorker()
      let tokens = worker.tokens(in: text)
      #expect(tile(tokens, text.count))
      #expect(worker.tokens(in: text) == tokens, "a worker used before gives the same")
    }
  }

  @Test(arguments: 0..<20)
  func brokenBytesHarmNobody(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<5000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for lexicon in [lexicon, layered] {
      let worker = Segmenter(lexicon: lexicon).makeWorker()
      #expect(tile(worker.tokens(in: bytes), bytes.count))
      let lattice = worker.lattice(of: bytes)
      #expect(lattice.tokens.last.map { Int($0.end) } == lattice.count)
    }
  }

  /// What was analyzed is cut into the same words as anew, but for texts that take more than a window.
  @Test(arguments: [SegmentationMode.fast, .precise], 0..<20)
  func analyzedTextIsCutTheSame(mode: SegmentationMode, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 200 * seed + 1, using: &generator).utf8)
    for lexicon in [lexicon, layered] {
      let worker = Segmenter(lexicon: lexicon, mode: mode).makeWorker()
      let lattice = worker.lattice(of: text)
      var tokens: [Token] = []
      let isCut = text.withUnsafeBufferPointer { text in worker.segmentAnalyzed(text) { tokens += $0 } }
      #expect(isCut || lattice.count > 1000)
      if isCut { #expect(worker.tokens(in: text) == tokens) }
      #expect(!text.withUnsafeBufferPointer { worker.segmentAnalyzed($0) { _ in } }, "the window was used since")
    }
  }

  @Test(arguments: 0..<20)
  func latticeAgreesWithTokens(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 400 * seed + 1, using: &generator).utf8)
    let worker = Segmenter(lexicon: layered).makeWorker()
    let lattice = worker.lattice(of: text)
    let path = lattice.tokens.filter { $0.kind != .space && $0.kind != .lineBreak }
      .map { lattice.offsets[Int($0.start)]..<lattice.offsets[Int($0.end)] }
    let tokens = worker.tokens(in: text).filter { $0.kind != .space && $0.kind != .lineBreak }.map(\.range)
    #expect(path == tokens)
  }

  /// As looking up each part of the text tells it, but for words that would cut a run of letters or digits.
  @Test(arguments: 0..<10)
  func latticeHoldsEveryWord(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = Array(randomText(scalars: 300 * seed + 1, using: &generator).utf8)
    let lattice = Segmenter(lexicon: lexicon).makeWorker().lattice(of: text)
    let isRun = lattice.classes.map { $0 == .letter || $0 == .digit }
    func splitsRun(_ position: Int) -> Bool {
      position > 0 && position < lattice.count && isRun[position - 1] && isRun[position]
    }
    for start in 0..<lattice.count {
      let ends = (start + 1...min(start + 12, lattice.count)).filter { !splitsRun(start) && !splitsRun($0) }
      let words = ends.compactMap { end in
        lexicon.lookUp(folded: lattice.scalars[start..<end]).map { [UInt32(end), $0.raw] }
      }
      #expect(lattice.edges(from: start).map { [UInt32($0.end), $0.word.raw] } == words)
    }
  }

  @Test(arguments: [0, 1, 2_047, 2_048, 2_049, 65_535, 65_536])
  func textWithoutPunctuation(scalars: Int) {
    for unit in ["三亚市", "一", "9", "a", "𠀀", "\u{200B}", "\u{301}"] {
      let text = Array(String(repeating: unit, count: scalars / unit.unicodeScalars.count).utf8)
      #expect(tile(Segmenter(lexicon: layered).makeWorker().tokens(in: text), text.count))
    }
  }

  @Test func windowsAreNotCutInsideWordsThatHoldSigns() throws {
    var files = TinyLexicon.files
    files["lexicon/words.tsv"] = TinyLexicon.table(columns: "word\tcount:int\ttag:tag", rows: ["三·元\t5\tn"])
    let (bytes, _) = try DictionaryCompiler.compile(DictionarySources(files: files))
    let segmenter = Segmenter(lexicon: try Lexicon(compiled: LexiconStorage(copying: bytes)))
    for before in 0..<3 {
      let text = Array((String(repeating: "元", count: before) + String(repeating: "三·元", count: 3_000)).utf8)
      let tokens = segmenter.makeWorker().tokens(in: text)
      #expect(tile(tokens, text.count))
      #expect(tokens.count == before + 3_000)
    }
  }

  @Test func longLinesAreCutBetweenWords() {
    let text = Array(String(repeating: "三亚市", count: 5_000).utf8)
    let tokens = Segmenter(lexicon: lexicon).makeWorker().tokens(in: text)
    #expect(tokens.count == 5_000)
  }
}

import DictionaryCompiler
import Lexicon
import Segmentation
import TestSupport
import Testing

/// What each mode promises beside the tiling of the text.
@Suite struct ModeProperties {
  let lexicon: Lexicon
  init() throws { lexicon = try TinyLexicon.compiled() }

  private func text(seed: Int) -> [UInt8] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return Array(randomText(scalars: 100 * seed + 20, using: &generator).utf8)
  }

  private func tokens(_ text: [UInt8], _ mode: SegmentationMode, _ lexicon: Lexicon) -> [Token] {
    Segmenter(lexicon: lexicon, mode: mode).makeWorker().tokens(in: text)
  }

  @Test(arguments: 0..<30)
  func searchIsFastWithParts(seed: Int) throws {
    let text = text(seed: seed)
    for lexicon in [lexicon, try lexicon.with(words: ["市总工会", "会召", "人二\t\t\tprefer", "国会，"])] {
      let all = tokens(text, .search, lexicon)
      #expect(all.filter { !$0.isPart } == tokens(text, .fast, lexicon))
      var whole = 0..<0
      for token in all {
        if !token.isPart { whole = token.range }
        #expect(!token.isPart || token.range.count < whole.count && token.range.clamped(to: whole) == token.range)
        #expect(!token.isPart || isWord(text[token.range], lexicon))
      }
    }
  }

  private func isWord(_ bytes: some Collection<UInt8>, _ lexicon: Lexicon) -> Bool {
    lexicon.lookUp(String(decoding: bytes, as: UTF8.self)).flatMap { lexicon.cost(of: $0) } != nil
  }

  /// Each word is in the lexicon, each word of the lexicon is there, and every byte is covered.
  @Test(arguments: 0..<30)
  func fullGivesAllWords(seed: Int) throws {
    let text = text(seed: seed)
    for lexicon in [lexicon, try lexicon.with(words: ["人二\t\t\tprefer", "总工\t\t\tprefer", "一一 一\t\t\tprefer"])] {
      let all = tokens(text, .full, lexicon)
      let path = Set(tokens(text, .fast, lexicon).map(\.range))
      let ranges = all.map(\.range)
      #expect(Set(ranges).count == ranges.count)
      let isAscending = zip(ranges, ranges.dropFirst()).allSatisfy { before, after in
        (before.lowerBound, before.upperBound) < (after.lowerBound, after.upperBound)
      }
      #expect(isAscending)
      var covered = 0
      for token in all {
        #expect(token.range.lowerBound <= covered, "nothing is left out")
        covered = max(covered, token.range.upperBound)
        #expect(token.isPart != path.contains(token.range))
        #expect(!token.isPart || isWord(text[token.range], lexicon))
      }
      #expect(covered == text.count)
      #expect(Set(words(in: text, lexicon)).subtracting(ranges).isEmpty)
    }
  }

  /// Where words of two scalars or more lie, found by looking every piece up. Attached characters may follow a word, so
  /// pieces that end in one, or do not when one follows, are left out.
  private func words(in text: [UInt8], _ lexicon: Lexicon) -> [Range<Int>] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    let starts = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    func isAttached(_ index: Int) -> Bool {
      index < scalars.count && lexicon.characterClass(of: scalars[index].value).isAttached
    }
    func isAlphanumeric(_ index: Int) -> Bool {
      scalars.indices.contains(index)
        && [.letter, .digit].contains(lexicon.characterClass(of: lexicon.fold(scalars[index].value)))
    }
    func splits(_ index: Int) -> Bool { isAlphanumeric(index - 1) && isAlphanumeric(index) }
    var found: [Range<Int>] = []
    for start in scalars.indices {
      for end in start + 2..<max(start + 3, min(start + 9, scalars.count + 1)) where end <= scalars.count {
        if (start...end).contains(where: isAttached) || splits(start) || splits(end) { continue }
        if isWord(text[starts[start]..<starts[end]], lexicon) { found.append(starts[start]..<starts[end]) }
      }
    }
    return found
  }

  /// Forced words, the leftmost and longest, are tokens in every mode, whatever stands around them.
  @Test(arguments: SegmentationMode.allCases, 0..<10)
  func forcedWordsAlwaysHold(mode: SegmentationMode, seed: Int) throws {
    let words = ["市总", "市总工会", "会召", "的了", "人二十", "，的", "国", "工作记者"]
    let layered = try lexicon.with(words: words + ["总工会\t\t\tprefer", "记者从会\t\t\tprefer"])
    // Without what attaches to the character before it, so that the reference below stays simple.
    let text = String(decoding: text(seed: 4 * seed), as: UTF8.self).unicodeScalars.filter { scalar in
      !lexicon.characterClass(of: scalar.value).isAttached
    }
    let utf8 = Array(String(String.UnicodeScalarView(text)).utf8)
    let found = Set(tokens(utf8, mode, layered).filter { !$0.isPart && $0.kind == .user }.map(\.range))
    let expected = places(of: words, in: Array(text))
    #expect(Set(expected).subtracting(found).isEmpty)
    #expect(!expected.isEmpty || seed == 0)
  }

  private func places(of words: [String], in text: [Unicode.Scalar]) -> [Range<Int>] {
    let words = words.map { $0.unicodeScalars.map(\.value) }.sorted { $0.count > $1.count }
    let folded = text.map { lexicon.fold($0.value) }
    var places: [Range<Int>] = []
    var offset = 0
    var index = 0
    while index < text.count {
      let word = words.first { folded[index...].starts(with: $0) }
      let end = index + (word?.count ?? 1)
      let length = text[index..<end].reduce(0) { $0 + $1.utf8.count }
      if word != nil { places.append(offset..<offset + length) }
      offset += length
      index = end
    }
    return places
  }

  /// More preferred words at one place than compete, in a text that is nothing but places for them.
  @Test func crowdsOfPreferredWordsHarmNobody() throws {
    let words = (2...40).map { String(repeating: "人", count: $0) + "\t\t\tprefer" }
    let layered = try lexicon.with(words: words)
    for mode in SegmentationMode.allCases {
      let text = Array(String(repeating: "人", count: 9_000).utf8)
      let tokens = tokens(text, mode, layered)
      #expect(tokens.filter { !$0.isPart }.map(\.range.count).reduce(0, +) == text.count)
      if mode != .icu { #expect(tokens.filter { !$0.isPart }.count < 240) }
    }
  }
}

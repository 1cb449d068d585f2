import Extraction
import Foundation
import Lexicon
import TestSupport
import Testing
import Wenmai

/// Rules are tried only where they can match; that must not change what is found.
@Suite struct RuleChoiceTests {
  static let extractor: Extractor = {
    do {
      let lexicon = try Analyzer.embeddedLexicon()
      return try Extractor(lexicon: lexicon, folding: lexicon.folding)
    } catch {
      fatalError("the embedded dictionary does not load; run `make dictionaries`: \(error)")
    }
  }()

  @Test(arguments: articleFiles())
  func articlesGiveTheSame(_ file: URL) throws {
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
      expectSame(String(line))
    }
  }

  /// Sentences of many hundred characters: longer than what rules look at at once.
  @Test(arguments: articleFiles())
  func longSentencesGiveTheSame(_ file: URL) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let marks: Set<Character> = ["。", "！", "？", "；", "\n", "\r\n", "…"]
    expectSame(String(text.filter { !marks.contains($0) }.prefix(1_500)))
  }

  @Test(arguments: 0..<20)
  func randomTextGivesTheSame(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    expectSame(randomText(scalars: 40 * seed, using: &generator))
  }

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let quick = Self.extractor.makeWorker()
    let thorough = Self.extractor.makeThoroughWorker()
    let found = quick.trace(text).map(Self.describe)
    #expect(found == thorough.trace(text).map(Self.describe), sourceLocation: sourceLocation)
  }

  private static func describe(_ candidate: TracedCandidate) -> String {
    "\(candidate.text) \(candidate.category.rawValue) \(candidate.rule.name) \(candidate.evidence) \(candidate.stands)"
  }
}

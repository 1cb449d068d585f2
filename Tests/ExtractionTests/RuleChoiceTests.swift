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

  /// Literals that share their ends, some of them ends of others, behind entries and results of all lengths.
  static let rulesOfEnds: Extractor = {
    let patterns = [
      "a:( HAN{1,2} ) ends", "( SURNAME | PLACE | ORG ) ends", "( <PLACE> | <ORG.company> ) ends", "ends{1,2} [、。]",
      "HAN ends ( ORG | <ORG> )",
    ]
    var lines = RuleSource.header + ["stage 9"]
    lines.append(#"let ends = "总公司" | "分公司" | "小分公司" | "公司" | "司" | "委员会" | "员会" | "协会" | "工会""#)
    for (number, pattern) in patterns.enumerated() {
      lines += ["rule test.r\(number)", "  match \(pattern)", "  make THING-\(number)"]
      lines += ["  weight 1000", "  yes 【甲】", "  no 【乙】"]
    }
    let source = Array(lines.map { $0 + "\n" }.joined().utf8)
    do {
      let lexicon = try Analyzer.embeddedLexicon()
      return try Extractor(lexicon: lexicon, folding: lexicon.folding, userRules: [("test.rules", source)])
    } catch {
      fatalError("\(error)")
    }
  }()

  @Test(arguments: 0..<20)
  func sharedEndsGiveTheSame(_ seed: Int) {
    let pieces = [
      "总", "分", "小", "公司", "公", "司", "委", "员会", "会", "协", "工会", "王", "昆明", "云南省", "呼和浩特市", "中国银行",
      "中国石油天然气集团", "、", "的",
    ]
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = (0..<8 * seed + 4).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    expectSame(text, by: Self.rulesOfEnds)
  }

  @Test func sharedEndsAreFound() {
    let found = Self.rulesOfEnds.makeWorker().trace("昆明小分公司、中国银行协会、公司分公司。").map(\.rule.name)
    #expect(Set(found).isSuperset(of: ["test.r0", "test.r1", "test.r2", "test.r3"]))
  }

  private func expectSame(
    _ text: String, by extractor: Extractor = Self.extractor, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let quick = extractor.makeWorker()
    let thorough = extractor.makeThoroughWorker()
    let found = quick.trace(text).map(Self.describe)
    #expect(found == thorough.trace(text).map(Self.describe), sourceLocation: sourceLocation)
  }

  private static func describe(_ candidate: TracedCandidate) -> String {
    "\(candidate.text) \(candidate.category.rawValue) \(candidate.rule.name) \(candidate.evidence) \(candidate.stands)"
  }
}

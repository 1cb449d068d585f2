import Extraction
import Foundation
import Lexicon
import TestSupport
import Testing
import Wenmai

/// Where a definition matches is found for all rules at once; that must give what the same rules find when each says for
/// itself what the definition says.
@Suite struct DefinitionTests {
  /// Names with what they stand for; each may use those before it.
  static let definitions: [(name: String, pattern: String)] = [
    ("named", "SURNAME GIVEN{1,2}"),
    ("level", "\"市\" | HAN{1,2} \"省\" | <PLACE> | \"开发区\""),
    ("several", "level{1,3} WORD.n?"),
    ("odd", "/ [^，。的] /"),
    ("loose", "LETTER{1,8} | DIGIT{1,3} | odd | WORD.n | WORD.v | level"),
    ("row", "( named [、，] ){1,3} named"),
    ("long", "( HAN{2} | WORD ){8,20}"),
    ("ending", "ORG-SUFFIX | \"公司\" | \"大会\" | loose \"部\""),
  ]

  static let patterns = [
    "named", "/ a:( named ) SAY-VERB", "a:( loose{0,6} ) ending", "several ending", "row", "\"在\" a:( several )",
    "odd odd", "a:( WORD loose{1,3} ) \"，\"", "long ending", "( named | several ){2,3}", "^ loose", "loose $",
    "<ORG> loose{0,2} ending",
  ]

  /// A rule for each pattern, and for each condition over them.
  static func source(isShared: Bool) -> [UInt8] {
    var spelt: [(name: String, pattern: String)] = []
    func spell(_ pattern: String) -> String {
      isShared
        ? pattern
        : spelt.reversed().reduce(pattern) { text, definition in
          text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let name = word.prefix { $0.isLetter }
            return name == definition.name ? "( \(definition.pattern) )" + word.dropFirst(name.count) : String(word)
          }.joined(separator: " ")
        }
    }
    var lines = RuleSource.header + ["stage 9"]
    for (name, pattern) in definitions {
      if isShared { lines.append("let \(name) = \(pattern)") }
      spelt.append((name, spell(pattern)))
    }
    var conditions = [""]
    for name in ["named", "odd", "ending"] {
      conditions += ["  unless followed by \(spell(name))", "  unless preceded by \(spell(name))"]
    }
    for (number, pattern) in patterns.enumerated() {
      for (index, condition) in conditions.enumerated() {
        lines += ["rule test.r\(number)-\(index)", "  match \(spell(pattern))"]
        if !condition.isEmpty { lines.append(condition) }
        lines += ["  make THING", "  weight 1000", "  yes 【甲】", "  no 【乙】"]
      }
    }
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  static func extractor(isShared: Bool) -> Extractor {
    do {
      let lexicon = try Analyzer.embeddedLexicon()
      return try Extractor(
        lexicon: lexicon, folding: lexicon.folding,
        userRules: [("test.rules", source(isShared: isShared))])
    } catch {
      fatalError("\(error)")
    }
  }

  static let shared = extractor(isShared: true)
  static let spelt = extractor(isShared: false)

  @Test(arguments: articleFiles())
  func articlesGiveTheSame(_ file: URL) throws {
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).prefix(8) {
      expectSame(String(line))
    }
  }

  @Test(arguments: 0..<20)
  func randomTextGivesTheSame(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    expectSame(randomText(scalars: 10 * seed, using: &generator))
  }

  @Test func somethingIsFound() {
    let worker = Self.shared.makeWorker()
    let rules = Set(worker.trace("记者王小明、李建国在云南省昆明市开发区采访了部分公司").map(\.rule.name))
    #expect(rules.contains("test.r0-0") && rules.contains("test.r4-0") && rules.contains("test.r5-0"))
  }

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let shared = Self.shared.makeWorker()
    let spelt = Self.spelt.makeWorker()
    #expect(
      shared.trace(text).map(Self.describe) == spelt.trace(text).map(Self.describe), sourceLocation: sourceLocation)
  }

  private static func describe(_ candidate: TracedCandidate) -> String {
    "\(candidate.text) \(candidate.category.rawValue) \(candidate.rule.name) \(candidate.evidence)"
  }
}

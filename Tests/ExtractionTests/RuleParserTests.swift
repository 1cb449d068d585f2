import Extraction
import TestSupport
import Testing

@Suite struct RuleParserTests {
  struct Case: Decodable, Sendable {
    /// The file's lines, behind a right header of three lines unless `header` is false.
    let lines: [String]
    let header: Bool?
    /// The messages, in their order.
    let expected: [String]
  }

  static let table = cases("rules/errors", as: Case.self)

  @Test(arguments: table)
  func errors(_ c: Case) {
    let lines = c.header == false ? c.lines : RuleSource.header + c.lines
    #expect(RuleSource.errors(in: lines).map(\.message) == c.expected)
  }

  /// The table has a case for every reason that a file of text can give.
  @Test func tableCoversTheReasons() {
    let found = Self.table.flatMap { RuleSource.errors(in: ($0.header == false ? [] : RuleSource.header) + $0.lines) }
    let names = Set(found.map { Mirror(reflecting: $0.reason).children.first?.label ?? "unmarkedExample" })
    let all: Set = [
      "missingHeader", "expected", "unknownKeyword", "unknownClass", "unknownTag", "unknownType", "unknownDefinition",
      "unknownPart", "recursiveDefinition", "duplicateRule", "duplicateDefinition", "duplicateClause", "badRange",
      "badNumber", "emptyMatch", "tooLarge", "missing", "unmarkedExample", "failedExample",
    ]
    #expect(all.subtracting(names).isEmpty)
  }

  @Test func bytesThatAreNoTextAreToldOnce() {
    #expect(RuleSource.errors(in: [0x23, 0xFF, 0x0A]).map(\.message) == ["test.rules:1:1: the file is not UTF-8"])
  }

  @Test func typesAreLimited() {
    var lines = RuleSource.header + ["rule many", "  match \"甲\"", "  weight 90", "  yes 【甲】", "  no 【乙】"]
    lines += (0..<60).map { "  make TYPE\($0)" }
    #expect(RuleSource.errors(in: lines).isEmpty)
    lines.append("  make TYPE60")
    #expect(
      RuleSource.errors(in: lines).map(\.message)
        == ["test.rules:4:1: 'TYPE60' is the 65th type of results; 64 are possible"])
  }

  @Test func carriageReturnsAndCommentsDoNotMatter() {
    let lines = [
      "rule crlf", "  # a comment between", "  match \"甲\"", "      \"乙\"", "", "  make THING", "  weight 90",
      "  yes 【甲乙】",
      "  no 【乙】",
    ]
    let source = (RuleSource.header + lines).map { $0 + "\r\n" }.joined()
    #expect(RuleSource.errors(in: Array(source.utf8)).isEmpty)
  }

  @Test func noiseGivesErrorsOnly() {
    let pieces = [
      "rule ", "match ", "make X", "(", ")", "{", "}", "1", "99999999999999999999", "<", ">", "[", "]", "\"", "|", "?",
      "\n", "\n  ",
      "\n    ", "let a = ", "a", "WORD.", "^", "$", "/", "yes 【甲】", "no ", "weight -", "stage 3", "甲", ":", "\u{0}",
      "\u{FEFF}", "# x: y",
    ]
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let source = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }
      #expect(!RuleSource.errors(in: Array(source.joined().utf8)).isEmpty || source.isEmpty, "seed \(seed)")
    }
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let nested = String(repeating: "(", count: 100_000)
    let errors = RuleSource.errors(
      in: RuleSource.header + ["rule deep", "  match " + nested, "  make X", "  yes 【甲】", "  no 【乙】"])
    #expect(errors.contains { $0.reason == .expected("fewer nested brackets") })
  }

  @Test func errorsShowTheLineAndTheColumn() {
    let errors = RuleSource.errors(
      in: ["rule r", "  match \"甲乙\"", "      SURNAM", "  make X", "  yes 【甲】", "  no 【乙】"].reduce(
        into: RuleSource.header
      ) {
        $0.append($1)
      })
    #expect(
      errors.map(\.description) == [
        """
        test.rules:6:7: there is no dictionary class 'SURNAM'; did you mean 'SURNAME'?
                SURNAM
                ^
        """
      ])
    // A character of two columns has a space of two below it.
    let wide = RuleSource.errors(in: RuleSource.header + ["let a = \"甲乙\" b"])
    #expect(wide.first?.description.hasSuffix("\n  let a = \"甲乙\" b\n           \u{3000}\u{3000}  ^") == true)
  }

  @Test func definitionsOfEarlierFilesAreKnown() throws {
    func file(_ lines: [String]) -> [UInt8] { Array((RuleSource.header + lines).map { $0 + "\n" }.joined().utf8) }
    let rule = ["  make X", "  weight 90", "  yes 【甲】", "  no 【乙】"]
    let first = file(["let one = \"甲\"", "let two = \"乙\""])
    let second = file(["let two = one", "rule r", "  match two"] + rule)
    let rules = try RuleSet(files: [("a.rules", first), ("b.rules", second)], lexicon: RuleLexicon.shared)
    #expect(RuleExamples.failures(of: rules, lexicon: RuleLexicon.shared).isEmpty)
    #expect(throws: RuleErrors.self) { try RuleSet(files: [("b.rules", second)], lexicon: RuleLexicon.shared) }
  }

  @Test func rulesOfOtherFilesAreNotMadeAgain() throws {
    let file = Array(
      (RuleSource.header + ["rule r", "  match \"甲\"", "  make X", "  yes 【甲】", "  no 【乙】"])
        .map { $0 + "\n" }.joined().utf8)
    do {
      _ = try RuleSet(files: [("a.rules", file), ("b.rules", file)], lexicon: RuleLexicon.shared)
      Issue.record("a rule was accepted twice")
    } catch {
      #expect(error.errors.map(\.message) == ["b.rules:4:6: rule 'r' stands in a.rules:4 already"])
    }
  }
}

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
    #expect(RuleSource.errors(in: lines).map(\.description) == c.expected)
  }

  /// The table has a case for every reason that a file of text can give.
  @Test func tableCoversTheReasons() {
    let found = Self.table.flatMap { RuleSource.errors(in: ($0.header == false ? [] : RuleSource.header) + $0.lines) }
    let names = Set(found.map { Mirror(reflecting: $0.reason).children.first?.label ?? "unmarkedExample" })
    let all: Set = [
      "missingHeader", "expected", "unknownKeyword", "unknownClass", "unknownDefinition", "unknownPart",
      "duplicateRule",
      "duplicateDefinition", "badNumber", "emptyMatch", "tooLarge", "missing", "unmarkedExample", "failedExample",
    ]
    #expect(all.subtracting(names).isEmpty)
  }

  @Test func bytesThatAreNoTextAreToldOnce() {
    #expect(RuleSource.errors(in: [0x23, 0xFF, 0x0A]).map(\.description) == ["test.rules:1:1: the file is not UTF-8"])
  }

  @Test func typesAreLimited() {
    var lines = RuleSource.header + ["rule many", "  match \"甲\"", "  weight 90", "  yes 【甲】", "  no 【乙】"]
    lines += (0..<60).map { "  make TYPE\($0)" }
    #expect(RuleSource.errors(in: lines).isEmpty)
    lines.append("  make TYPE60")
    #expect(
      RuleSource.errors(in: lines).map(\.description)
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
}

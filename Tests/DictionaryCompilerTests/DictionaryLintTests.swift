import DictionaryCompiler
import TestSupport
import Testing

/// What `dictionary lint` finds in small dictionaries.
@Suite struct DictionaryLintTests {
  struct Case: Decodable, Sendable {
    /// A table of the case, beside those of ``TinyLexicon`` and of the fixtures below.
    struct Source: Decodable, Sendable {
      var name: String
      var columns: String
      var classes: [String]
      var rows: [String]
    }
    var tables: [Source]
    var used: [String]?
    var expected: [String]
  }

  private static let fixtures: [String: [UInt8]] = [
    "lint/contradictions.tsv": TinyLexicon.table(
      columns: "first\tsecond\twhy", rows: ["NOT-NAME\tPERSON\tno name", "TITLE\tORG\ta post is no organization"]),
    "lint/lengths.tsv": TinyLexicon.table(
      columns: "class\tleast-chars:int\tmost-chars:int\tno-verbs:flag", rows: ["ORG\t2\t8\t0", "TITLE\t2\t6\t1"]),
    "lint/used-by-code.tsv": TinyLexicon.table(columns: "class\tby", rows: ["PLACE\ttests", "TITLE-HEAD\ttests"]),
    "lexicon/news-counts.tsv": TinyLexicon.table(
      columns: "word\tcount:int\ttag:tag", rows: ["解说\t40\tv", "导演\t3\tv", "会长\t90\tn"]),
  ]

  private static func findings(_ row: Case, without missing: [String] = []) throws -> [String] {
    var files = TinyLexicon.files.merging(fixtures) { $1 }
    files["rules/a.rules"] = nil
    for table in row.tables {
      files[table.name + ".tsv"] = TinyLexicon.table(
        columns: table.columns, classes: table.classes, rows: table.rows)
    }
    for name in missing { files[name] = nil }
    let sources = try DictionarySources(files: files)
    _ = try DictionaryCompiler.compile(sources)
    let used = row.used ?? ["ORG", "TITLE", "PERSON", "NOT-NAME", "ORG-SHORT", "ORG-AMBIGUOUS"]
    return DictionaryLint.findings(in: sources, usedClasses: Set(used)).map(\.description)
  }

  @Test(arguments: cases("dictionarycompiler/lint", as: Case.self))
  func table(_ row: Case) throws {
    #expect(try Self.findings(row) == row.expected)
  }

  @Test func dictionariesWithoutTablesOfTheLintAreClean() throws {
    for row in cases("dictionarycompiler/lint", as: Case.self)
    where !row.tables.contains(where: { $0.name == "lint/exceptions" || $0.columns.contains("full") }) {
      #expect(try Self.findings(row, without: Self.fixtures.keys.filter { $0.hasPrefix("lint/") }) == [])
    }
  }
}

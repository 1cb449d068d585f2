import TestSupport
import Testing
import Wenmai

/// Who says what: `speaker|words for the speaker|verb|kind|how|what`, where `how` is `quotes` or `reports`.
@Suite struct StatementTableTests {
  struct Case: Decodable, Sendable {
    let input: String
    let expected: [String]
    /// Why it fails today; the test fails as soon as it passes.
    let known: String?
  }

  @Test(arguments: cases("extraction/statements", as: Case.self))
  func statements(_ c: Case) {
    let utf8 = Array(c.input.utf8)
    let found = SharedAnalyzer.standard.analyze(c.input).statements.map { statement in
      [
        statement.speaker?.text ?? "", statement.speakerText ?? "", statement.verbText ?? "", statement.kind.rawValue,
        statement.isQuoted ? "quotes" : "reports", String(decoding: utf8[statement.content.range], as: UTF8.self),
      ].joined(separator: "|")
    }
    guard let reason = c.known else {
      #expect(found == c.expected)
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }
}

import Extraction
import Foundation
import TestSupport
import Testing

/// What each element of the rule language matches, shown as examples run over the tiny lexicon.
@Suite struct RuleMatcherTests {
  struct Case: Decodable, Sendable {
    let note: String
    /// Lines before the rule: definitions, rules of an earlier stage.
    let before: [String]?
    let match: String
    /// More clauses of the rule.
    let clauses: [String]?
    /// What `make` says; `THING` if nothing.
    let make: String?
    let yes: [String]
    let no: [String]
  }

  /// The weight lets the pattern alone decide: what the lexicon says against a match is always less.
  static func lines(_ c: Case) -> [String] {
    var lines = RuleSource.header + (c.before ?? []) + ["stage 9", "rule case", "  match \(c.match)"]
    lines += (c.clauses ?? []).map { "  " + $0 } + ["  make \(c.make ?? "THING")", "  weight 1000"]
    return lines + c.yes.map { "  yes " + $0 } + c.no.map { "  no " + $0 }
  }

  static let table = cases("rules/matching", as: Case.self)

  @Test(arguments: table)
  func matching(_ c: Case) {
    #expect(RuleSource.errors(in: Self.lines(c)).map(\.message) == [], "\(c.note)")
  }

  /// Turned round, every example must fail: none passes because nothing was looked at.
  @Test(arguments: table)
  func examplesCanFail(_ c: Case) {
    let turned = Case(
      note: c.note, before: c.before, match: c.match, clauses: c.clauses, make: c.make, yes: c.no, no: c.yes)
    #expect(RuleSource.errors(in: Self.lines(turned)).count == c.yes.count + c.no.count, "\(c.note)")
  }

  /// Patterns that drive a backtracking matcher mad.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "((HAN?){8}){8} \"乙\"", "(HAN+)+ \"乙\"", "(HAN* HAN*){1,20} \"乙\"", "((HAN?){32}){1,6} \"乙\"",
      "(a:(HAN?) | HAN HAN?)+ \"乙\"",
    ])
  func explosivePatternsEnd(_ pattern: String) {
    // Each of these would take longer than the world is old if the matcher tried every way. The limit only keeps a mistake
    // from hanging the run; speed is held by the benchmarks.
    let text = String(repeating: "甲", count: 2_000)
    let lines =
      RuleSource.header + [
        "rule wild", "  match \(pattern)", "  make THING", "  weight 1000", "  yes 【甲乙】", "  no 【\(text)】",
      ]
    #expect(RuleSource.errors(in: lines).isEmpty)
  }

  @Test func longestMatchIsSixtyThreeCharacters() {
    func example(_ count: Int) -> [String] {
      let rest = String(repeating: "甲", count: count - 1)
      return RuleSource.header + [
        "rule long", "  match \"首\" HAN{31} HAN{0,32}", "  make THING", "  weight 5000", "  yes 【首\(rest)】", "  no 【乙】",
      ]
    }
    #expect(RuleSource.errors(in: example(63)).isEmpty)
    #expect(RuleSource.errors(in: example(64)).count == 1)
  }
}

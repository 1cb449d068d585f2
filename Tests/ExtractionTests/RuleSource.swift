import Extraction
import TestSupport

/// Rule files made from the lines of a case.
enum RuleSource {
  static let header = ["# concern:  a test", "# source:   written for the tests", "# licence:  Apache-2.0"]

  /// Everything that is wrong in a rule file: when it is parsed and compiled, or else when its examples are run.
  static func errors(in source: [UInt8]) -> [RuleError] {
    do {
      let rules = try RuleSet(files: [("test.rules", source)], lexicon: RuleLexicon.shared)
      return RuleExamples.failures(of: rules, lexicon: RuleLexicon.shared)
    } catch {
      return error.errors
    }
  }

  static func errors(in lines: [String]) -> [RuleError] {
    errors(in: Array(lines.map { $0 + "\n" }.joined().utf8))
  }
}

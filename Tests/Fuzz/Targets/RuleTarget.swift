import DictionaryCompiler
import Extraction
import Lexicon
import Wenmai

/// A rule file: read or refused; then its rules run over a sentence, and its examples are tried.
struct RuleTarget: FuzzTarget {
  static let name = "rules"
  private let lexicon: Lexicon

  init() throws { lexicon = try Analyzer.embeddedLexicon() }

  func run(_ input: [UInt8]) {
    do {
      let rules = try RuleSet(files: [(name: "user.rules", source: input)], lexicon: lexicon)
      for failure in RuleExamples.failures(of: rules, lexicon: lexicon) {
        expect(!failure.description.isEmpty, "failures say something")
      }
    } catch {
      expect(!error.errors.isEmpty && !error.description.isEmpty, "errors say something")
    }
  }
}

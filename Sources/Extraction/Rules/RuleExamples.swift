package import Lexicon
import Segmentation

/// Runs the examples that stand beside the rules.
package enum RuleExamples {
  /// An example with what its rule found in it.
  package struct Outcome: Sendable {
    package let rule: Rule
    /// The rule's number in ``RuleSet/rules``.
    package let ruleIndex: Int
    package let example: Rule.Example
    /// What the rule itself proposes with more evidence for it than against, in scalars of the text.
    package let found: [Range<Int>]

    /// `yes` holds if each marked range is found; `no` if none of them.
    package var holds: Bool {
      example.wanted ? example.marked.allSatisfy(found.contains) : !example.marked.contains(where: found.contains)
    }
  }

  /// What every rule finds in its examples. What other rules say, and how overlaps are settled, does not matter.
  ///
  /// - Parameter files: the rule files whose examples are run; nil for all.
  /// - Complexity: one pass of the cascade over each example.
  package static func outcomes(of rules: RuleSet, lexicon: Lexicon, files: Set<String>? = nil) -> [Outcome] {
    var cascade = Cascade(
      lexicon: lexicon, rules: rules, names: NameModel(lexicon: lexicon), kinds: EntryKinds(lexicon: lexicon),
      keepsAll: true)
    let segmentation = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
    var lattice = SentenceLattice()
    var outcomes: [Outcome] = []
    for (index, rule) in rules.rules.enumerated() where files?.contains(rule.file) ?? true {
      // A rule of negative weight only proposes; others must speak for it.
      let least = Float(min(0, rule.weight - 1))
      for example in rule.examples {
        let bytes = Array(example.text.utf8)
        bytes.withUnsafeBufferPointer { segmentation.analyze($0, 0..<$0.count, into: &lattice) }
        let found = cascade.candidates(in: lattice)
          .filter { $0.rule == Int32(index) && $0.evidence > least }.map(\.range)
        outcomes.append(Outcome(rule: rule, ruleIndex: index, example: example, found: found))
      }
    }
    return outcomes
  }

  /// Every example that does not hold, as an error at its line.
  package static func failures(of rules: RuleSet, lexicon: Lexicon) -> [RuleError] {
    outcomes(of: rules, lexicon: lexicon).filter { !$0.holds }.map { outcome in
      let scalars = Array(outcome.example.text.unicodeScalars)
      let texts = outcome.found.map { String(String.UnicodeScalarView(scalars[$0])) }
      return RuleError(
        file: outcome.rule.file, line: outcome.example.line, column: 1,
        reason: .failedExample(
          rule: outcome.rule.name, text: outcome.example.text,
          found: texts.isEmpty ? "nothing" : texts.joined(separator: ", ")))
    }
  }
}

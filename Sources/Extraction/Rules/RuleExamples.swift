package import Lexicon
import Segmentation

/// Runs the examples that stand beside the rules.
package enum RuleExamples {
  /// Every example that does not hold, as an error at its line.
  ///
  /// `yes` holds if the rule itself proposes each marked range with more evidence for it than against; `no` if none of them. What other rules say,
  /// and how overlaps are settled, does not matter.
  ///
  /// - Complexity: one pass of the cascade over each example.
  package static func failures(of rules: RuleSet, lexicon: Lexicon) -> [RuleError] {
    var cascade = Cascade(
      lexicon: lexicon, rules: rules, names: NameModel(lexicon: lexicon), kinds: EntryKinds(lexicon: lexicon),
      keepsAll: true)
    let segmentation = Segmenter(lexicon: lexicon, mode: .fast).makeWorker()
    let lattice = SentenceLattice()
    var errors: [RuleError] = []
    for (index, rule) in rules.rules.enumerated() {
      for example in rule.examples {
        let bytes = Array(example.text.utf8)
        bytes.withUnsafeBufferPointer { segmentation.analyze($0, 0..<$0.count, into: lattice) }
        // A rule of negative weight only proposes; others must speak for it.
        let least = Float(min(0, rule.weight - 1))
        let found = cascade.candidates(in: lattice)
          .filter { $0.rule == Int32(index) && $0.evidence > least }.map(\.range)
        let holds =
          example.wanted
          ? example.marked.allSatisfy(found.contains) : !example.marked.contains(where: found.contains)
        guard !holds else { continue }
        let scalars = Array(example.text.unicodeScalars)
        let texts = found.map { String(String.UnicodeScalarView(scalars[$0])) }
        errors.append(
          RuleError(
            file: rule.file, line: example.line, column: 1,
            reason: .failedExample(
              rule: rule.name, text: example.text, found: texts.isEmpty ? "nothing" : texts.joined(separator: ", "))))
      }
    }
    return errors
  }
}

package import Text

extension ExtractionExplainer {
  /// All rules, the library's and the user's.
  package var rules: [Rule] { extractor.rules.rules }

  /// What every rule finds in its examples.
  ///
  /// - Parameter files: the rule files whose examples are run; nil for all.
  package func outcomes(files: Set<String>?) -> [RuleExamples.Outcome] {
    RuleExamples.outcomes(of: extractor.rules, lexicon: extractor.lexicon, files: files)
  }

  /// What happens to a rule in an article; nil if there is no rule of that name.
  package mutating func trace(_ name: String, over article: Article, in document: Document) -> RuleTrace? {
    guard let index = rules.firstIndex(where: { $0.name == name }) else { return nil }
    var trace = RuleTrace(rule: rules[index])
    for record in records(of: article, in: document, reference: nil).records {
      var explainer = explainer(of: record)
      explainer.trace(index, into: &trace)
    }
    return trace
  }

  /// The rule's name that is most like `name`.
  package func ruleName(like name: String) -> String? { Spelling.nearest(to: name, among: rules.map(\.name)) }

  /// Why an example of a rule does not hold.
  ///
  /// - Returns: for `yes` how near the rule came to the first marked range that it does not find; for `no` the match that it
  ///   should not have made.
  package mutating func explain(
    _ outcome: RuleExamples.Outcome
  ) -> (finding: ExtractionExplanation.Finding?, match: RuleTrace.Match?) {
    let utf8 = Array(outcome.example.text.utf8)
    // Nothing but case is folded, so that scalars stay where the marks count them.
    let text = NormalizedText(
      utf8: utf8, pieces: [Piece(span: Span(lower: 0, upper: utf8.count))], folding: .ascii)
    let record = SentenceRecorder.Record(
      text: text, block: 0, range: 0..<text.bytes.count, candidates: [], standing: [])
    var explainer = explainer(of: record)
    let wrong = outcome.example.marked.first { outcome.found.contains($0) != outcome.example.wanted }
    guard let wrong, wrong.upperBound <= explainer.sentence.count, !wrong.isEmpty else { return (nil, nil) }
    if outcome.example.wanted { return (explainer.finding(outcome.ruleIndex, wrong), nil) }
    return (nil, explainer.matches(outcome.ruleIndex, making: wrong).first)
  }
}

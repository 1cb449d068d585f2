public import Extraction
import Text

extension Analyzer {
  /// Tells why ``analyze(_:)`` gives what it gives: for each result the rule with what its pattern took from which dictionary
  /// lines, the evidence part by part, and what it won against.
  ///
  /// ```swift
  /// let explanation = analyzer.explainExtraction(of: "总理办公室发布通知", whyNot: "办公室")
  /// for refusal in explanation.refusals {
  ///   for finding in refusal.findings { print(finding.rule.name, finding.outcome) }
  /// }
  /// ```
  /// - Parameters:
  ///   - text: plain text or HTML; its articles are explained one after the other.
  ///   - name: a name that was not found, or not as expected: the rules that came nearest to it are told with what they lacked,
  ///     wherever it stands.
  /// - Complexity: linear in the length of the text, but hundreds of times slower than ``analyze(_:)``.
  public func explainExtraction(of text: String, whyNot name: String? = nil) -> ExtractionExplanation {
    explainExtraction(of: document(of: Array(text.utf8)), whyNot: name)
  }

  func explainExtraction(of document: Document, whyNot name: String?) -> ExtractionExplanation {
    var explainer = ExtractionExplainer(extractor)
    var all = ExtractionExplanation()
    for article in document.articles {
      let explanation = explainer.explain(article, in: document, whyNot: name)
      all.results += explanation.results
      all.facts += explanation.facts
      all.roles += explanation.roles
      all.refusals += explanation.refusals
    }
    return all
  }
}

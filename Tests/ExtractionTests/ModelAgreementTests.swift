import Extraction
import Foundation
import TestSupport
import Testing

/// What is told of the model is what it does: sums of prefixes, sums over all features and sums of what explanations tell are the same,
/// and so are the probabilities.
@Suite struct ModelAgreementTests {
  private let explainer = ExtractionExplainer(RuleChoiceTests.extractor)

  @Test(arguments: articleFiles())
  func articlesAgree(_ file: URL) throws {
    var count = 0
    for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).prefix(12) {
      count += expectAgreement(String(line.prefix(120)))
    }
    #expect(count > 20)
  }

  @Test(arguments: 0..<20)
  func randomTextAgrees(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    expectAgreement(randomText(scalars: 15 * seed, using: &generator))
  }

  /// - Returns: how much was compared.
  @discardableResult
  private func expectAgreement(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Int {
    let (spans, probabilities) = explainer.weights(for: text)
    for span in spans {
      #expect(abs(span.engine - span.features) < 1e-6, "\(span.key) in \(text)", sourceLocation: sourceLocation)
      // Neither the library's rules nor its words add anything to what the model says, but for rules it does not know.
      guard let chosenBy = span.chosenBy else { continue }
      #expect(abs(span.told - chosenBy) < 1e-3, "\(span.key) in \(text)", sourceLocation: sourceLocation)
    }
    for (engine, explained) in probabilities {
      #expect(abs(engine - explained) < 2e-3, "\(text)", sourceLocation: sourceLocation)
    }
    return spans.count
  }
}

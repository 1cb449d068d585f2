import Lexicon

/// A candidate as it was proposed, before overlaps were settled: what `explain` shows.
package struct TracedCandidate: Sendable {
  package let text: String
  package let category: Entity.Category
  package let rule: RuleReference
  /// In nats.
  package let evidence: Double
  package let stands: Bool
}

extension ExtractionWorker {
  /// All that was proposed for one sentence, in the order of the text.
  package func trace(_ sentence: String) -> [TracedCandidate] {
    let bytes = Array(sentence.utf8)
    let (candidates, standing) = propose(bytes, 0..<bytes.count)
    return candidates.sorted { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }.map {
      TracedCandidate(
        text: scalars($0.range), category: category($0), rule: reference($0.rule), evidence: Double($0.evidence),
        stands: standing.contains($0))
    }
  }
}

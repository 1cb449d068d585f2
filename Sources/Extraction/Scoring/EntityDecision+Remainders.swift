// What is left of a post whose front an organization took: 中原证券|分析师, not 中原|证券分析师

extension EntityDecision {
  /// The posts that end with one that lost its front to what stands, and begin right behind that.
  ///
  /// A post is settled by its greatest length before anybody knows where the organization before it ends
  /// (``Overlap/settle(_:length:threshold:)``), so its shorter readings took no part in the choice.
  ///
  /// - Parameters:
  ///   - standing: what stands, in the order of the text.
  ///   - candidates: what was proposed.
  ///   - threshold: the least evidence, in nats.
  /// - Complexity: linear in `candidates` for each post that was lost, of which a sentence hardly has one.
  func remainders(_ standing: [Candidate], of candidates: [Candidate], threshold: Float) -> [Candidate] {
    var added: [Candidate] = []
    var index = 0
    for lost in others where lost.type == RuleSet.title {
      while index < standing.count, standing[index].range.upperBound <= lost.range.lowerBound { index += 1 }
      guard index < standing.count else { break }
      let front = standing[index].range
      guard standing[index].type != RuleSet.title, front.lowerBound <= lost.range.lowerBound,
        front.upperBound > lost.range.lowerBound, front.upperBound < lost.range.upperBound,
        index + 1 == standing.count || standing[index + 1].range.lowerBound >= lost.range.upperBound
      else { continue }
      let rest = front.upperBound..<lost.range.upperBound
      let best = candidates.filter { $0.type == RuleSet.title && $0.range == rest && $0.evidence >= threshold }
        .max { $0.evidence < $1.evidence }
      if let best { added.append(best) }
    }
    return added
  }
}

import Lexicon

/// How one rule fared.
extension SentenceExplainer {
  /// Tries the rule at every place of the sentence.
  mutating func trace(_ rule: Int, into trace: inout RuleTrace) {
    let tracer = RuleTracer(rule, over: sentence)
    for start in 0..<sentence.count {
      let tried = tracer.trace(at: start)
      trace.places += 1
      let reached = tried.reach?.position ?? start
      if tried.matches.isEmpty, reached == start { continue }
      let matches = tried.matches.map { match(of: $0, rule) }
      trace.attempts.append(
        RuleTrace.Attempt(
          span: span(start..<start + 1), matches: matches, taken: text(start..<reached),
          lack: tried.reach.map(lack)))
    }
  }

  /// How near the rule came to making something of the range.
  mutating func finding(_ rule: Int, _ range: Range<Int>) -> ExtractionExplanation.Finding? {
    nearest(rule, to: range).map {
      ExtractionExplanation.Finding(rule: reference(rule), about: about(rule), outcome: $0.1)
    }
  }

  /// The matches from which the rule makes something of the range.
  mutating func matches(_ rule: Int, making range: Range<Int>) -> [RuleTrace.Match] {
    RuleTracer(rule, over: sentence).matches(making: range).filter(\.stands).map { match(of: $0, rule) }
  }

  private mutating func match(of match: RuleTracer.Match, _ rule: Int) -> RuleTrace.Match {
    RuleTrace.Match(
      text: text(match.pattern.range), span: span(match.pattern.range), steps: steps(match.pattern.steps),
      conditions: match.answers.map(condition), products: match.products.compactMap { product($0, of: rule) })
  }

  private mutating func product(
    _ product: RuleTracer.Product, of rule: Int
  ) -> (proposal: ExtractionExplanation.Proposal, stands: Bool)? {
    guard let type = sentence.rules.types.firstIndex(of: product.product.type).map(UInt8.init) else { return nil }
    let parts = cascade.evidence(of: product.range, type: type, rule: rule)
    let proposal = ExtractionExplanation.Proposal(
      text: text(product.range), span: span(product.range), category: category(type), kind: product.product.kind,
      rule: reference(rule), about: about(rule), evidence: parts.reduce(0) { $0 + $1.nats }, parts: parts,
      weighing: weighing(product.range, type))
    let stands = record.standing.contains {
      $0.range == product.range && $0.type == type && Int($0.rule) == rule
    }
    return (proposal, stands)
  }
}

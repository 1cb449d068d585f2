import Lexicon
import Segmentation

/// What the rules propose for a sentence, by two ways that must agree.
package struct ProposalCheck: Sendable, Hashable {
  /// The rule, the type and the range in scalars.
  package let key: String
  /// In nats.
  package let evidence: Double
}

extension ExtractionExplainer {
  /// All that the engine proposes for a sentence, and all that tracing finds, each in one order: equal, if what explanations
  /// say is what happened.
  package func proposals(for sentence: String) -> (engine: [ProposalCheck], traced: [ProposalCheck]) {
    var cascade = makeCascade(keepsAll: true)
    let bytes = Array(sentence.utf8)
    var lattice = SentenceLattice()
    bytes.withUnsafeBufferPointer { segmentation.analyze($0, 0..<$0.count, into: &lattice) }
    let candidates = cascade.candidates(in: lattice)
    let traced = TracedSentence(lattice, candidates: candidates, lexicon: extractor.lexicon, rules: extractor.rules)
    var byTracing: [String: ProposalCheck] = [:]
    for rule in extractor.rules.rules.indices {
      let tracer = RuleTracer(rule, over: traced)
      for start in 0..<traced.count {
        for match in tracer.trace(at: start).matches where match.stands {
          for product in match.products {
            let check = check(rule, product.product.type, product.range, &cascade)
            byTracing[check.key] = check
          }
        }
      }
    }
    var byEngine: [String: ProposalCheck] = [:]
    for candidate in candidates {
      let type = extractor.rules.types[Int(candidate.type)]
      let key = Self.key(Int(candidate.rule), type, candidate.range)
      byEngine[key] = ProposalCheck(key: key, evidence: Double(candidate.evidence))
    }
    return (byEngine.values.sorted { $0.key < $1.key }, byTracing.values.sorted { $0.key < $1.key })
  }

  private func check(_ rule: Int, _ type: String, _ range: Range<Int>, _ cascade: inout Cascade) -> ProposalCheck {
    let number = extractor.rules.types.firstIndex(of: type).map(UInt8.init) ?? 0
    let evidence = cascade.evidence(of: range, type: number, rule: rule).reduce(0) { $0 + $1.nats }
    return ProposalCheck(key: Self.key(rule, type, range), evidence: evidence)
  }

  private static func key(_ rule: Int, _ type: String, _ range: Range<Int>) -> String {
    "\(rule) \(type) \(range.lowerBound)..<\(range.upperBound)"
  }
}

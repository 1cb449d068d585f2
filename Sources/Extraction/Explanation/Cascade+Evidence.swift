extension Cascade {
  /// What speaks for and against a candidate of the sentence read last, part by part.
  ///
  /// The parts add up to ``Candidate/evidence``; a test holds that they do.
  mutating func evidence(of candidate: Candidate) -> [EvidencePart] {
    if candidate.rule < 0 {
      let memory = "stands elsewhere in the article with good evidence"
      return [
        EvidencePart(name: CandidateSource.name(candidate.rule), detail: memory, nats: Double(candidate.evidence))
      ]
    }
    return evidence(of: candidate.range, type: candidate.type, rule: Int(candidate.rule))
  }

  /// The same for what a rule would make of a range.
  mutating func evidence(of range: Range<Int>, type: UInt8, rule: Int) -> [EvidencePart] {
    let weight = EvidencePart(name: "rule", detail: rules.rules[rule].name, nats: rules.rules[rule].weight)
    if type == RuleSet.person, !isUsers(range, type: type) { return [weight] + nameEvidence(range) }
    let asWords = costs.cost(of: range)
    let detour = max(0, costs.detour(range, cost: asWords))
    return detour < Self.negligible
      ? [weight] : [weight, EvidencePart(name: "words", detail: "torn", nats: -Double(detour))]
  }

  /// What is left of sums of costs where nothing was torn.
  private static let negligible: Float = 0.005

  /// The least evidence with which a result of the type is proposed at all, in nats.
  static func least(of type: UInt8) -> Double {
    Double(type == RuleSet.person ? leastOfPeople : leastOfOthers)
  }

  /// A name takes the place of words: what these cost speaks for it, what it costs itself against it.
  private func nameEvidence(_ range: Range<Int>) -> [EvidencePart] {
    let whole = names.cost(of: input.scalars[range])
    let ofParts = names.cost(ofParts: range, in: input.view)
    let cost = min(whole, ofParts)
    let saved = -costs.detour(range, cost: 0)
    var parts = [EvidencePart(name: "words", detail: "replaced", nats: Double(saved))]
    if cost > Self.dearestName {
      parts.append(EvidencePart(name: "name", detail: "none that the tables know", nats: -Double(Self.dearestName)))
    } else if whole <= ofParts {
      parts += names.evidence(of: input.scalars[range])
    } else {
      parts.append(EvidencePart(name: "name", detail: "of known parts", nats: -Double(cost)))
    }
    let detour = min(cost, Self.dearestName) - saved
    if detour > Self.greatestDetour {
      parts.append(EvidencePart(name: "limit", detail: "", nats: Double(detour - Self.greatestDetour)))
    }
    return parts
  }
}

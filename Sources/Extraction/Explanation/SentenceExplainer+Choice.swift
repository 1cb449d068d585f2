import Foundation

/// How the model chose in a sentence.
struct SentenceChoice {
  /// Has decided the sentence.
  let decision: EntityDecision
  let trace: ChoiceTrace
  let text: EntityFeatureText

  init(_ decision: EntityDecision, _ text: EntityFeatureText, count: Int) {
    self.decision = decision
    self.text = text
    trace = ChoiceTrace(decision.choice.items, count: count)
  }

  func span(_ range: Range<Int>) -> SpanSet.Span? {
    for index in 0..<decision.weigher.reader.spanCount {
      let span = decision.weigher.reader.span(index)
      if Int(span.start) == range.lowerBound, Int(span.end) == range.upperBound { return span }
    }
    return nil
  }
}

extension SentenceExplainer {
  /// What the model made of a range as a type; nil if it did not weigh it, or if rules alone decide.
  func weighing(_ range: Range<Int>, _ type: UInt8) -> Explanation.Weighing? {
    guard let choice else { return nil }
    var parts: [EvidencePart] = []
    if let known = EntityType(rawValue: type) {
      guard let span = choice.span(range), span.types & known.bit != 0 else { return nil }
      parts = choice.decision.parts(of: span, as: known, cascade.input, choice.text)
    } else {
      guard let other = choice.decision.others.first(where: { $0.range == range && $0.type == type }) else {
        return nil
      }
      let length = Double(EntityDecision.lengthBonus) * Double(range.count)
      parts = [
        EvidencePart(name: "rule-evidence", detail: reference(Int(other.rule)).name, nats: Double(other.evidence)),
        EvidencePart(name: "length", detail: String(range.count), nats: length),
      ]
    }
    let score = parts.reduce(0) { $0 + $1.nats }
    return Explanation.Weighing(
      parts: parts, score: score, probability: choice.trace.probability(of: range, score: score))
  }

  /// Why something that the model weighed does not stand.
  func verdict(_ range: Range<Int>, _ weighing: Explanation.Weighing) -> Explanation.Verdict {
    guard let choice else { return .belowThreshold(Double(threshold)) }
    let best = choice.decision.choice.chosen.filter { (Int($0.item.start)..<Int($0.item.end)).overlaps(range) }
    let shortfall = choice.trace.shortfall(of: range, score: weighing.score)
    if best.contains(where: { Int($0.item.start) == range.lowerBound && Int($0.item.end) == range.upperBound }),
      shortfall < 1e-4
    {
      return .belowThreshold(Double(threshold))
    }
    let readings = best.map { item, _ in
      let range = Int(item.start)..<Int(item.end)
      return Explanation.Reading(text: text(range), category: category(item.type), score: Double(item.score))
    }
    return .outweighed(by: readings, nats: shortfall)
  }

  /// What the model made of exactly these characters; nil if rules alone decide.
  func weighed(_ range: Range<Int>) -> [Explanation.Weighed]? {
    guard let choice else { return nil }
    return EntityType.allCases.compactMap { type in
      guard let weighing = weighing(range, type.rawValue), let span = choice.span(range) else { return nil }
      let stands = record.standing.contains { $0.range == range && $0.type == type.rawValue }
      return Explanation.Weighed(
        category: type.category,
        rule: reference(Int(choice.decision.weigher.reader.candidate(span, type)?.rule ?? CandidateSource.model)),
        weighing: weighing, verdict: stands ? nil : verdict(range, weighing))
    }
  }

  /// What else the model weighed over the characters of what stands, besides what `known` tells of.
  func weighedRivals(of winner: Candidate, besides known: [Candidate]) -> [Candidate] {
    guard let choice else { return [] }
    return choice.decision.choice.items.compactMap { item in
      let range = Int(item.start)..<Int(item.end)
      guard let type = EntityType(rawValue: item.type), range.overlaps(winner.range),
        range != winner.range || item.type != winner.type,
        !known.contains(where: { $0.range == range && $0.type == item.type })
      else { return nil }
      let source = choice.decision.weigher.reader.candidate(choice.decision.weigher.reader.span(Int(item.span)), type)
      return source ?? Candidate(type: item.type, kind: -1, range: range, rule: CandidateSource.model, evidence: 0)
    }
  }
}

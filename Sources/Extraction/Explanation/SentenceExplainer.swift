import Lexicon
import Segmentation
import Text

/// Explains what was found in one sentence.
struct SentenceExplainer {
  let record: SentenceRecorder.Record
  let sentence: TracedSentence
  let offsets: [Int]
  /// Has read the sentence.
  var cascade: Cascade
  /// Nil: rules alone decide.
  let choice: SentenceChoice?
  /// In nats.
  let threshold: Float
  /// How the worker names what proposed a candidate: a rule, the article's memory, and whatever else there is.
  let name: (Int32) -> RuleReference

  typealias Explanation = ExtractionExplanation

  private var rules: RuleSet { sentence.rules }
  private var lexicon: Lexicon { sentence.lexicon }

  mutating func results() -> [Explanation.Result] {
    record.standing.map { candidate in
      let match = candidate.rule < 0 ? nil : match(making: candidate)
      return Explanation.Result(
        proposal: proposal(candidate), steps: match.map { steps($0.pattern.steps) } ?? [],
        conditions: match.map { $0.answers.map(condition) } ?? [], rivals: rivals(of: candidate))
    }
  }

  /// How the rule of a candidate came to it.
  private func match(making candidate: Candidate) -> RuleTracer.Match? {
    RuleTracer(Int(candidate.rule), over: sentence).matches(making: candidate.range).first { match in
      match.stands && match.products.contains { $0.range == candidate.range && isOf(candidate.type, $0.product) }
    }
  }

  private func isOf(_ type: UInt8, _ product: Rule.Product) -> Bool { rules.types[Int(type)] == product.type }

  /// Whether it is a result, perhaps with other evidence than its rule gave it.
  func stands(_ candidate: Candidate) -> Bool {
    record.standing.contains {
      $0.range == candidate.range && $0.type == candidate.type && $0.rule == candidate.rule
    }
  }

  private mutating func rivals(of winner: Candidate) -> [Explanation.Rival] {
    let proposed = record.candidates.filter { $0.range.overlaps(winner.range) && !stands($0) }
    let others = proposed + weighedRivals(of: winner, besides: proposed)
    return others.map { ($0, proposal($0)) }.sorted { a, b in
      // By the model's score where there is one.
      let (first, second) = (a.1.weighing?.score ?? a.1.evidence, b.1.weighing?.score ?? b.1.evidence)
      return (first, b.0.range.lowerBound) > (second, a.0.range.lowerBound)
    }.map { rival, proposal in Explanation.Rival(proposal: proposal, verdict: verdict(rival)) }
  }

  func verdict(_ candidate: Candidate) -> Explanation.Verdict {
    if let choice {
      if let same = record.standing.first(where: { $0.range == candidate.range && $0.type == candidate.type }) {
        return lost(to: same, by: Overlap.advantage(of: proposed(same), over: candidate))
      }
      if let weighing = weighing(candidate.range, candidate.type) { return verdict(candidate.range, weighing) }
      return self.verdict(
        candidate, among: record.candidates.filter { EntityType(rawValue: $0.type) == nil },
        standing: choice.decision.others)
    }
    return verdict(candidate, among: record.candidates, standing: record.standing)
  }

  /// How it lost where overlaps are settled by their order.
  private func verdict(
    _ candidate: Candidate, among candidates: [Candidate], standing: [Candidate]
  ) -> Explanation.Verdict {
    let loss = Overlap.loss(
      of: candidate, among: candidates, standing: standing, length: sentence.count, threshold: threshold)
    switch loss {
    case .overlap(let winner):
      return lost(to: winner, by: Overlap.advantage(of: winner, over: candidate))
    case .name(let winner):
      return lost(to: winner, by: "more evidence")
    case .belowThreshold, nil: return .belowThreshold(Double(threshold))
    }
  }

  private func lost(to winner: Candidate, by advantage: String) -> Explanation.Verdict {
    .lost(to: text(winner.range), category: category(winner.type), by: advantage)
  }

  // MARK: Texts, places and sources in place of numbers

  func text(_ range: Range<Int>) -> String { record.text.text(bytes(range)) }

  func span(_ range: Range<Int>) -> Span { record.text.span(bytes(range)) }

  private func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  func category(_ type: UInt8) -> Entity.Category { Entity.Category(rawValue: rules.types[Int(type)]) }

  func reference(_ rule: Int) -> RuleReference { name(Int32(rule)) }

  func about(_ rule: Int) -> String { rule < 0 ? "" : rules.rules[rule].about }

  mutating func proposal(_ standing: Candidate) -> Explanation.Proposal {
    let candidate = proposed(standing)
    let rule = Int(candidate.rule)
    return Explanation.Proposal(
      text: text(candidate.range), span: span(candidate.range), category: category(candidate.type),
      kind: candidate.kind < 0 ? nil : rules.kinds[Int(candidate.kind)], rule: reference(rule), about: about(rule),
      evidence: Double(candidate.evidence), parts: parts(of: candidate),
      weighing: weighing(candidate.range, candidate.type))
  }

  /// What stands with the evidence of its source: the model has put the logit of its probability there.
  private func proposed(_ candidate: Candidate) -> Candidate {
    guard choice != nil else { return candidate }
    let same = record.candidates.filter {
      $0.range == candidate.range && $0.type == candidate.type && $0.rule == candidate.rule
    }
    if let best = same.max(by: { $0.evidence < $1.evidence }) { return best }
    var candidate = candidate
    if candidate.rule == CandidateSource.model { candidate.evidence = 0 }
    return candidate
  }

  /// What the rule gave, and what was added or taken off afterwards, so that the parts always make up the evidence.
  private mutating func parts(of candidate: Candidate) -> [EvidencePart] {
    if candidate.rule == CandidateSource.model { return [] }
    let parts = cascade.evidence(of: candidate)
    let rest = Double(candidate.evidence) - parts.reduce(0) { $0 + $1.nats }
    if abs(rest) < 0.02 { return parts }
    return parts + [EvidencePart(name: "settlement", detail: "what else the sentence says", nats: rest)]
  }

  func steps(_ steps: [PatternTracer.Step]) -> [Explanation.Step] {
    steps.filter { !$0.range.isEmpty }.map { step in
      Explanation.Step(
        element: step.element.description, text: text(step.range), span: span(step.range), part: step.parts.last,
        sources: step.word.map { sources(of: $0, as: step.element) } ?? [],
        rule: step.result.map { reference(Int($0.rule)) })
    }
  }

  func condition(_ answer: RuleTracer.Answer) -> Explanation.Condition {
    Explanation.Condition(
      text: answer.condition.text, isWanted: answer.condition.wanted, line: answer.condition.line,
      holds: answer.holds, found: answer.match.map { text($0.range) }, steps: answer.match.map { steps($0.steps) } ?? []
    )
  }

  /// The lines that put a word into the class that an element names; all of its lines if none is told.
  func sources(of word: WordID, as element: RulePattern? = nil) -> [Explanation.Source] {
    var lines = lexicon.records(of: word)
    if case .entry(let name) = element {
      let own = lines.filter { line in
        lexicon.classRules(of: line.table).contains { name == $0.name || name.hasPrefix("\($0.name).") }
      }
      if !own.isEmpty { lines = own }
    }
    if lines.isEmpty { return lexicon.source(of: word).map { [.init(file: $0.file, line: $0.line)] } ?? [] }
    return lines.map { .init(file: lexicon.fileName(of: $0.table), line: lexicon.line(of: $0)) }
  }
}

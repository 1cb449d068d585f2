import Extraction

/// An explanation of what was found, for people.
struct ExtractionExplanationWriter {
  let style: TerminalStyle
  /// `line:column` of an offset.
  let place: (Int) -> String
  /// Rivals beyond these tell little.
  private static let rivalLimit = 5

  /// - Parameter name: what was asked for; the rest is then left out.
  func write(_ explanation: ExtractionExplanation, whyNot name: String?, into out: inout [UInt8]) {
    if let name {
      for refusal in explanation.refusals { write(refusal, into: &out) }
      if explanation.refusals.isEmpty { out += "'\(name)' does not stand in the text\n".utf8 }
      return
    }
    for result in explanation.results { write(result, into: &out) }
    for fact in explanation.facts {
      var tree = DetailTree(head: head(fact.span.lower, fact.text, fact.kind.rawValue))
      if !fact.valueDescription.isEmpty { tree.add("value", fact.valueDescription) }
      tree.add("pattern", fact.rule)
      tree.write(into: &out)
    }
    for role in explanation.roles {
      let parts = [role.person.text, role.title?.text, role.organization?.text].compactMap(\.self)
      var tree = DetailTree(head: head(role.span.lower, parts.joined(separator: " · "), "role"))
      if let qualifier = role.qualifier { tree.add("qualifier", qualifier.rawValue) }
      tree.add("joined by", role.construction)
      tree.write(into: &out)
    }
    if explanation.results.isEmpty, explanation.facts.isEmpty { out += style.paint("(nothing found)\n", .faint).utf8 }
  }

  func head(_ offset: Int, _ text: String, _ type: String) -> String {
    "\(style.paint(place(offset), .faint))  \(style.paint(text, .bold))  \(type)"
  }

  private func write(_ result: ExtractionExplanation.Result, into out: inout [UInt8]) {
    let proposal = result.proposal
    let type = [proposal.category.rawValue, proposal.kind].compactMap(\.self).joined(separator: " ")
    var tree = DetailTree(head: head(proposal.span.lower, proposal.text, type))
    tree.add("rule", rule(proposal.rule, about: proposal.about))
    if !result.steps.isEmpty { tree.add("matched", steps(result.steps)) }
    for condition in result.conditions { tree.add(condition.isWanted ? "if" : "unless", text(of: condition)) }
    if !proposal.parts.isEmpty { tree.add("evidence", evidence(proposal)) }
    if let weighing = proposal.weighing { tree.add("model", self.weighing(weighing)) }
    let rivals = result.rivals.prefix(Self.rivalLimit).map(self.rival)
    if let first = rivals.first {
      let rest = result.rivals.count - rivals.count
      tree.add("won over", first, below: rivals.dropFirst() + (rest > 0 ? ["and \(rest) more"] : []))
    }
    tree.write(into: &out)
  }

  // MARK: Parts of lines

  func rule(_ rule: RuleReference, about: String) -> String {
    let source = rule.file.isEmpty ? "" : "  \(style.paint("\(rule.file):\(rule.line)", .faint))"
    return "\(rule.name)\(source)\(about.isEmpty ? "" : "  \(about)")"
  }

  /// `SURNAME 李 people/surnames.tsv:104 · GIVEN 强 …`
  func steps(_ steps: [ExtractionExplanation.Step]) -> String {
    steps.map { step in
      let isPlain = step.element == "\"\(step.text)\""
      let sources = step.sources.map { "\($0.file):\($0.line)" } + (step.rule.map { ["by \($0.name)"] } ?? [])
      let tail = sources.isEmpty ? "" : " " + style.paint(sources.joined(separator: " "), .faint)
      return (isPlain ? step.element : "\(step.element) \(step.text)") + tail
    }.joined(separator: " · ")
  }

  func text(of condition: ExtractionExplanation.Condition) -> String {
    var answer = condition.found.map { $0.isEmpty ? "it is so" : "it is: \($0)" } ?? "it is not"
    let sources = condition.steps.flatMap(\.sources).map { "\($0.file):\($0.line)" }
    if !sources.isEmpty { answer += " " + style.paint(sources.joined(separator: " "), .faint) }
    return "\(condition.text)  \(style.paint("→", .faint)) \(answer)"
  }

  /// `+4.00 rule, +9.12 words replaced, −4.20 name Chinese … = 5.31, score 0.99`
  func evidence(_ proposal: ExtractionExplanation.Proposal) -> String {
    let parts = proposal.parts.map { part in
      let detail = part.name == "rule" || part.name == proposal.rule.name ? "" : " \(part.detail)"
      return "\(NatsText.signed(part.nats)) \(part.name)\(detail)"
    }
    // The score is the model's where there is one.
    let score = proposal.weighing == nil ? ", score \(TableWriter.score(proposal.score))" : ""
    return "\(parts.joined(separator: ", ")) = \(NatsText.plain(proposal.evidence))\(score)"
  }

  private func rival(_ rival: ExtractionExplanation.Rival) -> String {
    let proposal = rival.proposal
    let score = NatsText.plain(proposal.weighing?.score ?? proposal.evidence)
    return "\(proposal.text) \(proposal.category.rawValue) \(score) by \(proposal.rule.name): \(verdict(rival.verdict))"
  }

  func verdict(_ verdict: ExtractionExplanation.Verdict) -> String {
    switch verdict {
    case .belowThreshold(let least): "less evidence than the threshold (\(NatsText.plain(least)))"
    case .lost(let winner, let category, let advantage): "\(winner) \(category.rawValue) comes first: \(advantage)"
    case .outweighed(let readings, let nats): "\(reading(readings)) is better by \(NatsText.plain(nats))"
    }
  }
}

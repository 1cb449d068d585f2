import Extraction

extension ExtractionExplanationWriter {
  func write(_ refusal: ExtractionExplanation.Refusal, into out: inout [UInt8]) {
    let isFound =
      refusal.findings.contains { if case .stands = $0.outcome { true } else { false } }
      || refusal.weighed?.contains { $0.verdict == nil } == true
    let question = "\(style.paint(place(refusal.span.lower), .faint))  why not \(style.paint(refusal.text, .bold))?"
    var tree = DetailTree(head: isFound ? "\(question)  it is a result" : question)
    for proposal in refusal.instead {
      tree.add("is in", "\(proposal.text) \(proposal.category.rawValue) by \(rule(proposal.rule, about: ""))")
    }
    for finding in refusal.findings {
      tree.add("rule", rule(finding.rule, about: finding.about), below: lines(of: finding.outcome))
    }
    if refusal.findings.isEmpty { tree.add("rules", "none takes even its first character") }
    add(refusal.weighed, to: &tree)
    let beginnings = refusal.beginnings.map(beginning)
    tree.add("begins", beginnings.first ?? "with no word of the dictionaries", below: Array(beginnings.dropFirst()))
    tree.write(into: &out)
  }

  /// What an outcome means, in a line or two.
  func lines(of outcome: ExtractionExplanation.Outcome) -> [String] {
    switch outcome {
    case .stands(let proposal): ["made it \(proposal.category.rawValue)", evidence(proposal)]
    case .refused(let proposal, let verdict):
      ["proposed it as \(proposal.category.rawValue), but \(self.verdict(verdict))", evidence(proposal)]
    case .condition(let condition):
      [
        "matches, but '\(condition.isWanted ? "if" : "unless")' in line \(condition.line) forbids it: \(text(of: condition))"
      ]
    case .evidence(let proposal, let least):
      ["matches, but has less evidence than \(NatsText.plain(least)) asks for", evidence(proposal)]
    case .context(let lack, let isBefore):
      [
        "would take it with \(wish(lack)) right \(isBefore ? "before" : "behind") it, where \(found(lack, isBefore: isBefore))"
      ]
    case .pattern(let taken, let lack): ["takes \(taken), then asks for \(wish(lack)), where \(found(lack))"]
    }
  }

  func wish(_ lack: ExtractionExplanation.Lack) -> String {
    let shown = lack.expected.prefix(4).joined(separator: " or ")
    return lack.expected.count > 4 ? "\(shown) or others" : shown
  }

  func found(_ lack: ExtractionExplanation.Lack, isBefore: Bool = false) -> String {
    lack.found.isEmpty ? "the sentence \(isBefore ? "begins" : "ends")" : "'\(lack.found)' stands"
  }

  private func beginning(_ word: ExtractionExplanation.Beginning) -> String {
    let classes = word.classes.isEmpty ? "no class" : word.classes.joined(separator: ", ")
    let sources = word.sources.map { "\($0.file):\($0.line)" }.joined(separator: " ")
    return "\(word.text)  \(classes)  \(style.paint(sources, .faint))"
  }
}

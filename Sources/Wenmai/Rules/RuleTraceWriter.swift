import Extraction

/// What happened to a rule in a text, for people.
struct RuleTraceWriter {
  let lines: ExtractionExplanationWriter

  func report(_ trace: RuleTrace) -> [UInt8] {
    var out: [UInt8] = []
    let rule = trace.rule
    let place = lines.style.paint("\(rule.file):\(rule.line)", .faint)
    out += "\(lines.style.paint(rule.name, .bold))  \(place)  stage \(rule.stage)  \(rule.about)\n".utf8
    out += "  match \(rule.patternText)\n".utf8
    for attempt in trace.attempts { write(attempt, into: &out) }
    let matched = trace.attempts.count { !$0.matches.isEmpty }
    out += "tried at \(trace.places) places; began at \(trace.attempts.count), matched at \(matched)\n".utf8
    return out
  }

  private func write(_ attempt: RuleTrace.Attempt, into out: inout [UInt8]) {
    let place = lines.style.paint(lines.place(attempt.span.lower), .faint)
    for match in attempt.matches {
      var tree = DetailTree(head: "\(place)  \(lines.style.paint(match.text, .bold))  matches")
      for step in match.steps { tree.add(step.part ?? "", lines.steps([step])) }
      for condition in match.conditions {
        let verdict = condition.holds ? "" : lines.style.paint("  so it fails", .red)
        tree.add(condition.isWanted ? "if" : "unless", lines.text(of: condition) + verdict)
      }
      if match.conditions.allSatisfy(\.holds) {
        for (proposal, stands) in match.products {
          let outcome = stands ? "a result" : "does not stand"
          tree.add(
            "makes", "\(proposal.category.rawValue) \(proposal.text)  \(outcome)", below: [lines.evidence(proposal)])
        }
      }
      tree.write(into: &out)
    }
    if attempt.matches.isEmpty, let lack = attempt.lack {
      let text = "takes \(attempt.taken), then asks for \(lines.wish(lack)), where \(lines.found(lack))"
      out += "\(place)  \(text)\n".utf8
    }
  }
}

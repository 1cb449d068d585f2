import Extraction
import Text

/// An explanation of what was found as a JSON object on one line.
struct ExtractionExplanationJSON {
  /// An offset in the unit asked for.
  let offset: (Int) -> Int

  typealias Explanation = ExtractionExplanation

  func write(_ explanation: Explanation, id: String, hasQuestion: Bool, into json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.list("results", explanation.results) { write($0, &$1) }
      json.list("facts", explanation.facts) { fact, json in
        json.object { json in
          write(fact.text, fact.span, &json)
          json.member("kind", fact.kind.rawValue)
          json.key("value")
          json.value(fact.value)
          json.member("rule", fact.rule)
        }
      }
      json.list("roles", explanation.roles) { role, json in
        json.object { json in
          json.member("person", role.person.text)
          json.member("title", role.title?.text)
          json.member("organization", role.organization?.text)
          json.member("qualifier", role.qualifier?.rawValue)
          json.member("start", offset(role.span.lower))
          json.member("end", offset(role.span.upper))
          json.member("construction", role.construction)
        }
      }
      if hasQuestion { json.list("why_not", explanation.refusals) { write($0, &$1) } }
    }
    json.endLine()
  }

  func write(_ text: String, _ span: Span, _ json: inout JSONWriter) {
    json.member("text", text)
    json.member("start", offset(span.lower))
    json.member("end", offset(span.upper))
  }

  /// Nats with four decimals: more is noise.
  static func rounded(_ nats: Double) -> Double { (nats * 10_000).rounded() / 10_000 }

  private func write(_ result: Explanation.Result, _ json: inout JSONWriter) {
    json.object { json in
      members(result.proposal, &json)
      steps("matched", result.steps, &json)
      json.list("conditions", result.conditions) { condition, json in json.object { members(condition, &$0) } }
      json.list("rivals", result.rivals) { rival, json in
        json.object { json in
          members(rival.proposal, isWhole: false, &json)
          verdict(rival.verdict, &json)
        }
      }
    }
  }

  /// - Parameter isWhole: with all features of the model.
  func members(_ proposal: Explanation.Proposal, isWhole: Bool = true, _ json: inout JSONWriter) {
    write(proposal.text, proposal.span, &json)
    json.member("type", proposal.category.rawValue)
    json.member("kind", proposal.kind)
    rule(proposal.rule, about: proposal.about, &json)
    json.member("evidence", Self.rounded(proposal.evidence))
    json.member("score", Self.rounded(proposal.score))
    json.list("parts", proposal.parts) { part, json in
      json.object { json in
        json.member("name", part.name)
        json.member("detail", part.detail)
        json.member("nats", Self.rounded(part.nats))
      }
    }
    if let weighing = proposal.weighing { write(weighing, withParts: isWhole, &json) }
  }

  func rule(_ rule: RuleReference, about: String, _ json: inout JSONWriter) {
    json.member("rule", rule.name)
    json.member("file", rule.file)
    json.member("line", rule.line)
    json.member("about", about)
  }

  func sources(_ sources: [Explanation.Source], _ json: inout JSONWriter) {
    json.list("sources", sources) { source, json in
      json.object { json in
        json.member("file", source.file)
        json.member("line", source.line)
      }
    }
  }

  private func steps(_ name: StaticString, _ steps: [Explanation.Step], _ json: inout JSONWriter) {
    json.list(name, steps) { step, json in
      json.object { json in
        json.member("element", step.element)
        write(step.text, step.span, &json)
        json.member("part", step.part)
        sources(step.sources, &json)
        json.member("rule", step.rule?.name)
      }
    }
  }

  func members(_ condition: Explanation.Condition, _ json: inout JSONWriter) {
    json.member("clause", condition.isWanted ? "if" : "unless")
    json.member("condition", condition.text)
    json.member("clause_line", condition.line)
    json.key("holds")
    json.bool(condition.holds)
    json.member("found", condition.found)
    steps("found_by", condition.steps, &json)
  }

  func verdict(_ verdict: Explanation.Verdict, _ json: inout JSONWriter) {
    switch verdict {
    case .belowThreshold(let least):
      json.member("verdict", "below-threshold")
      json.member("least", Self.rounded(least))
    case .lost(let winner, let category, let advantage):
      json.member("verdict", "lost")
      json.member("to", winner)
      json.member("to_type", category.rawValue)
      json.member("by", advantage)
    case .outweighed(let readings, let nats):
      json.member("verdict", "outweighed")
      json.member("nats", Self.rounded(nats))
      json.list("readings", readings) { reading, json in
        json.object { json in
          json.member("text", reading.text)
          json.member("type", reading.category.rawValue)
          json.member("score", Self.rounded(reading.score))
        }
      }
    }
  }
}

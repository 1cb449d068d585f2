import Extraction

extension ExtractionExplanationJSON {
  func write(_ refusal: Explanation.Refusal, _ json: inout JSONWriter) {
    json.object { json in
      write(refusal.text, refusal.span, &json)
      json.list("instead", refusal.instead) { proposal, json in
        json.object { members(proposal, isWhole: false, &$0) }
      }
      json.list("findings", refusal.findings) { finding, json in
        json.object { outcome(finding, &$0) }
      }
      write(refusal.weighed, &json)
      json.list("begins", refusal.beginnings) { word, json in
        json.object { json in
          json.member("text", word.text)
          json.list("classes", word.classes) { $1.string($0) }
          sources(word.sources, &json)
        }
      }
    }
  }

  private func outcome(_ finding: Explanation.Finding, _ json: inout JSONWriter) {
    switch finding.outcome {
    case .stands(let proposal):
      json.member("outcome", "stands")
      members(proposal, &json)
    case .refused(let proposal, let why):
      json.member("outcome", "refused")
      members(proposal, &json)
      verdict(why, &json)
    case .condition(let condition):
      json.member("outcome", "condition")
      rule(finding.rule, about: finding.about, &json)
      members(condition, &json)
    case .evidence(let proposal, let least):
      json.member("outcome", "evidence")
      members(proposal, &json)
      json.member("least", Self.rounded(least))
    case .context(let lack, let isBefore):
      json.member("outcome", isBefore ? "lacks-before" : "lacks-behind")
      rule(finding.rule, about: finding.about, &json)
      members(lack, &json)
    case .pattern(let taken, let lack):
      json.member("outcome", "pattern")
      rule(finding.rule, about: finding.about, &json)
      json.member("taken", taken)
      members(lack, &json)
    }
  }

  private func members(_ lack: Explanation.Lack, _ json: inout JSONWriter) {
    json.list("expected", lack.expected) { $1.string($0) }
    json.member("found", lack.found)
    json.member("at", offset(lack.span.lower))
  }
}

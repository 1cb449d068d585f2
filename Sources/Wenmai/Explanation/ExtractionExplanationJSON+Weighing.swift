import Extraction

extension ExtractionExplanationJSON {
  func write(_ weighing: Explanation.Weighing, withParts: Bool, _ json: inout JSONWriter) {
    json.key("model")
    json.object { json in
      json.member("nats", Self.rounded(weighing.score))
      json.member("probability", Self.rounded(weighing.probability))
      guard withParts else { return }
      json.list("features", weighing.parts) { part, json in
        json.object { json in
          json.member("name", part.name)
          json.member("detail", part.detail)
          json.member("nats", Self.rounded(part.nats))
        }
      }
    }
  }

  func write(_ weighed: [Explanation.Weighed]?, _ json: inout JSONWriter) {
    guard let weighed else { return }
    json.list("weighed", weighed) { item, json in
      json.object { json in
        json.member("type", item.category.rawValue)
        json.member("rule", item.rule.name)
        write(item.weighing, withParts: true, &json)
        if let verdict = item.verdict { self.verdict(verdict, &json) }
      }
    }
  }
}

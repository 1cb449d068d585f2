import Lexicon

extension EntityDecision {
  /// What speaks for and against a span as `type`, the strongest first; the parts add up to its score.
  ///
  /// A feature that the span has twice (the same character twice inside) is one part; features of weight 0 are none.
  func parts(
    of span: SpanSet.Span, as type: EntityType, _ input: borrowing RuleInput, _ text: EntityFeatureText
  ) -> [EvidencePart] {
    let names = characterNames(input)
    let model = weigher.scorer.model
    var parts: [EvidencePart] = []
    var numbers: [EntityFeature: Int] = [:]
    weigher.reader.forEachFeature(span, type, input) { feature in
      let nats = Double(model.weight(feature, type))
      if nats == 0 { return }
      if let known = numbers[feature] {
        parts[known] = EvidencePart(
          name: parts[known].name, detail: parts[known].detail, nats: parts[known].nats + nats)
        return
      }
      numbers[feature] = parts.count
      let (name, detail) = Self.split(text.text(feature) { names[$0] } ?? "feature")
      parts.append(EvidencePart(name: name, detail: detail, nats: nats))
    }
    parts.sort { abs($0.nats) > abs($1.nats) }
    return evidence(of: span, as: type, input, text) + parts
  }

  /// What is added to the model's score.
  private func evidence(
    of span: SpanSet.Span, as type: EntityType, _ input: borrowing RuleInput, _ text: EntityFeatureText
  ) -> [EvidencePart] {
    var parts: [EvidencePart] = []
    if let candidate = weigher.reader.candidate(span, type) {
      let added = weigher.ruleEvidence(of: candidate)
      if added != 0 {
        let rule = text.text(NamedFeature(.rule, Int(candidate.rule))).map { Self.split($0).detail } ?? ""
        parts.append(EvidencePart(name: "rule-evidence", detail: rule, nats: Double(added)))
      }
      let nats = Double(weigher.reader.remembered(span, type))
      if nats != 0 {
        parts.append(EvidencePart(name: CandidateSource.name(CandidateSource.memory), detail: "", nats: nats))
      }
    }
    if weigher.isUsersWord(span, type, input) {
      parts.append(EvidencePart(name: "user-word", detail: "", nats: Double(SpanWeigher.usersBonus)))
    }
    return parts
  }

  /// The characters of the sentence by their codes.
  private func characterNames(_ input: borrowing RuleInput) -> [UInt16: String] {
    var names: [UInt16: String] = [CharacterCode.digitZero: "0"]
    for position in 0..<weigher.reader.count {
      let code = weigher.reader.code(at: position)
      if names[code] == nil { names[code] = Unicode.Scalar(input.scalars[position]).map { String($0) } }
    }
    return names
  }

  /// `first 李` and `left.class=TITLE` in two.
  private static func split(_ text: String) -> (name: String, detail: String) {
    guard let gap = text.firstIndex(where: { $0 == " " || $0 == "=" }) else { return (text, "") }
    return (String(text[..<gap]), String(text[text.index(after: gap)...]))
  }
}

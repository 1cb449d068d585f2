import Extraction

/// What the model made of a proposal, for people.
extension ExtractionExplanationWriter {
  /// Parts beyond these are told as one.
  private static let partLimit = 8

  /// `+4.12 rule person.title-before, +2.50 first 李, … = 7.31, score 0.99`
  func weighing(_ weighing: ExtractionExplanation.Weighing) -> String {
    "\(parts(weighing.parts)) = \(NatsText.plain(weighing.score)), score \(TableWriter.score(weighing.probability))"
  }

  /// The first parts one by one, then `−0.31 37 others`.
  private func parts(_ parts: [EvidencePart]) -> String {
    var shown = parts.prefix(Self.partLimit).map(part)
    let others = parts.dropFirst(Self.partLimit)
    if !others.isEmpty {
      let sum = others.reduce(0) { $0 + $1.nats }
      shown.append("\(NatsText.signed(sum)) \(others.count) others")
    }
    return shown.isEmpty ? "nothing" : shown.joined(separator: ", ")
  }

  private func part(_ part: EvidencePart) -> String {
    "\(NatsText.signed(part.nats)) \(part.name)\(part.detail.isEmpty ? "" : " \(part.detail)")"
  }

  /// For each type what speaks against the characters, then what for them, and why they do not stand.
  func add(_ weighed: [ExtractionExplanation.Weighed]?, to tree: inout DetailTree) {
    guard let weighed else { return }
    if weighed.isEmpty { tree.add("model", "does not weigh it: neither a rule nor the shape of a name proposes it") }
    for item in weighed {
      let fate = item.verdict.map { "\(verdict($0))" } ?? "stands, by \(rule(item.rule, about: ""))"
      let score = NatsText.plain(item.weighing.score)
      tree.add(
        "model", "\(item.category.rawValue) \(score), score \(TableWriter.score(item.weighing.probability)): \(fate)",
        below: [
          "against: \(parts(item.weighing.parts.filter { $0.nats < 0 }))",
          "for: \(parts(item.weighing.parts.filter { $0.nats > 0 }))",
        ])
    }
  }

  /// `李强 PERSON 7.31 + 总理 TITLE 2.10`
  func reading(_ readings: [ExtractionExplanation.Reading]) -> String {
    if readings.isEmpty { return "no name" }
    return readings.map { "\($0.text) \($0.category.rawValue) \(NatsText.plain($0.score))" }.joined(separator: " + ")
  }
}

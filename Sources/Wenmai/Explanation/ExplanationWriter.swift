/// An explanation for people: the words with what decided them below each.
struct ExplanationWriter {
  let style: TerminalStyle
  /// Features beyond these tell little.
  private static let featureLimit = 6

  /// - Parameter place: `line:column` of an offset.
  func write(_ explanation: SegmentationExplanation, place: (Int) -> String, into out: inout [UInt8]) {
    for cut in explanation.cuts {
      var head = "\(style.paint(place(cut.span.lower), .faint))  \(style.paint(cut.text, .bold))"
      head += "  \(Self.decisions[cut.decision] ?? "")"
      if let source = cut.source { head += "  \(style.paint(Self.text(source), .faint))" }
      branch(head, details(cut), &out)
    }
    for refusal in explanation.refusals {
      let head = "\(style.paint(place(refusal.span.lower), .faint))  why not \(style.paint(refusal.text, .bold))?"
      branch("\(head)  \(verdict(refusal))", details(refusal), &out)
    }
  }

  private static let decisions: [SegmentationExplanation.Decision: String] = [
    .userWord: "a word of the user's", .lexicon: "the cheapest way through the lexicon", .model: "the model",
    .run: "stays whole", .sign: "a sign", .icu: "ICU",
  ]

  private typealias Detail = DetailTree.Detail

  private func branch(_ head: String, _ details: [Detail], _ out: inout [UInt8]) {
    DetailTree(head: head, details: details).write(into: &out)
  }

  // MARK: Words

  private func details(_ cut: SegmentationExplanation.Cut) -> [Detail] {
    var details: [Detail] = []
    if cut.decision != .sign, !cut.lattice.isEmpty {
      details.append(Detail(label: "words", text: cut.lattice.map(Self.described).joined(separator: " · ")))
    }
    if cut.path.map(\.span) != [cut.span], !cut.path.isEmpty {
      details.append(Detail(label: "lexicon", text: Self.joined(cut.path)))
    }
    if let runnerUp = cut.runnerUp { details.append(Detail(label: "runner-up", text: Self.text(runnerUp))) }
    if let model = cut.model {
      let text = "\(Self.joined(model.words)) scores \(model.score), \(Self.joined(model.rivals)) \(model.rivalScore)"
      details.append(Detail(label: "model", text: text, below: reasons(model)))
    }
    return details
  }

  /// The scores of the characters, and what told most.
  private func reasons(_ vote: SegmentationExplanation.Vote) -> [String] {
    var lines = vote.characters.map { character in
      let scores = zip(["B", "M", "E", "S"], character.scores).map { "\($0) \($1)" }.joined(separator: ", ")
      return "\(character.text) \(character.tag)  \(style.paint(scores, .faint))"
    }
    lines += vote.features.prefix(Self.featureLimit).map { feature in
      "\(feature.difference > 0 ? "+" : "")\(feature.difference) by \(feature.text) seen from \(feature.character)"
    }
    let rest = vote.features.count - Self.featureLimit
    if rest > 0 { lines.append("and \(rest) more features") }
    return lines
  }

  // MARK: Words that are not there

  private func verdict(_ refusal: SegmentationExplanation.Refusal) -> String {
    switch refusal.verdict {
    case .isWord: return "it is a word here"
    case .userWord(let word):
      return "the user's word \(word.text) holds\(word.source.map { " (\(Self.text($0)))" } ?? "")"
    case .run(let run): return "it would tear \(run.text), which stays whole"
    case .notInLexicon:
      guard let source = refusal.source else { return "no dictionary has it" }
      return "only \(Self.text(source)) has it, a table of classes, by which text is not cut"
    case .costs: return "other words cost less"
    case .model: return "the model decided for others"
    }
  }

  private func details(_ refusal: SegmentationExplanation.Refusal) -> [Detail] {
    var details: [Detail] = []
    if let detour = refusal.detour {
      details.append(Detail(label: "lexicon", text: Self.text(detour)))
    } else if refusal.verdict == .model {
      details.append(Detail(label: "lexicon", text: "has no such word to cut by"))
    }
    if let model = refusal.model {
      let text =
        "\(Self.joined(model.words)) would score \(model.score), \(Self.joined(model.rivals)) \(model.rivalScore)"
      details.append(Detail(label: "model", text: text, below: reasons(model)))
    }
    return details
  }

  // MARK: Texts

  private static func text(_ source: SegmentationExplanation.Source) -> String { "\(source.file):\(source.line)" }

  private static func described(_ piece: SegmentationExplanation.Piece) -> String {
    let kind = piece.kind == .word || piece.kind == .user ? "" : " \(piece.kind)"
    return "\(piece.text) \(nats(piece.cost))\(kind)\(piece.source.map { " \(text($0))" } ?? "")"
  }

  private static func joined(_ words: [String]) -> String { words.joined(separator: "|") }

  private static func joined(_ pieces: [SegmentationExplanation.Piece]) -> String {
    let cost = pieces.reduce(0) { $0 + $1.cost }
    return "\(pieces.map(\.text).joined(separator: "|")) \(nats(cost))"
  }

  private static func text(_ detour: SegmentationExplanation.Detour) -> String {
    "\(joined(detour.pieces)), +\(nats(detour.difference)) against \(joined(detour.rivals))"
  }

  private static func nats(_ cost: Double) -> String { NatsText.plain(cost) }
}

/// An explanation as a JSON object on one line.
struct ExplanationJSON {
  /// An offset in the unit asked for.
  let offset: (Int) -> Int

  func write(_ explanation: SegmentationExplanation, id: String, hasQuestion: Bool, into json: inout JSONWriter) {
    json.beginObject()
    json.key("id")
    json.string(id)
    json.key("mode")
    json.string(explanation.mode.rawValue)
    json.key("words")
    json.beginArray()
    for cut in explanation.cuts { write(cut, &json) }
    json.endArray()
    if hasQuestion {
      json.key("why_not")
      json.beginArray()
      for refusal in explanation.refusals { write(refusal, &json) }
      json.endArray()
    }
    json.endObject()
    json.endLine()
  }

  private func write(_ cut: SegmentationExplanation.Cut, _ json: inout JSONWriter) {
    json.beginObject()
    write(cut.text, cut.span.lower, cut.span.upper, &json)
    json.key("kind")
    json.string("\(cut.kind)")
    json.key("decision")
    json.string(cut.decision.rawValue)
    write(cut.source, &json)
    json.key("lattice")
    write(cut.lattice, &json)
    json.key("path")
    write(cut.path, &json)
    if let runnerUp = cut.runnerUp {
      json.key("runner_up")
      write(runnerUp, &json)
    }
    if let model = cut.model {
      json.key("model")
      write(model, &json)
    }
    json.endObject()
  }

  func write(_ text: String, _ start: Int, _ end: Int, _ json: inout JSONWriter) {
    json.key("text")
    json.string(text)
    json.key("start")
    json.number(offset(start))
    json.key("end")
    json.number(offset(end))
  }

  private func write(_ source: SegmentationExplanation.Source?, _ json: inout JSONWriter) {
    guard let source else { return }
    json.key("source")
    json.beginObject()
    json.key("file")
    json.string(source.file)
    json.key("line")
    json.number(source.line)
    json.endObject()
  }

  private func write(_ pieces: [SegmentationExplanation.Piece], _ json: inout JSONWriter) {
    json.beginArray()
    for piece in pieces { write(piece, &json) }
    json.endArray()
  }

  private func write(_ piece: SegmentationExplanation.Piece, _ json: inout JSONWriter) {
    json.beginObject()
    write(piece.text, piece.span.lower, piece.span.upper, &json)
    json.key("kind")
    json.string("\(piece.kind)")
    json.key("cost")
    json.number(Self.rounded(piece.cost))
    write(piece.source, &json)
    json.endObject()
  }

  private func write(_ detour: SegmentationExplanation.Detour, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("words")
    write(detour.pieces, &json)
    json.key("rivals")
    write(detour.rivals, &json)
    json.key("difference")
    json.number(Self.rounded(detour.difference))
    json.endObject()
  }

  /// Nats with four decimals: more is noise of the scale that costs are stored in.
  private static func rounded(_ cost: Double) -> Double { (cost * 10_000).rounded() / 10_000 }

  private func write(_ refusal: SegmentationExplanation.Refusal, _ json: inout JSONWriter) {
    json.beginObject()
    write(refusal.text, refusal.span.lower, refusal.span.upper, &json)
    json.key("verdict")
    json.string(Self.name(refusal.verdict))
    write(refusal.source, &json)
    switch refusal.verdict {
    case .userWord(let piece), .run(let piece):
      json.key("by")
      write(piece, &json)
    default: break
    }
    if let detour = refusal.detour {
      json.key("detour")
      write(detour, &json)
    }
    if let model = refusal.model {
      json.key("model")
      write(model, &json)
    }
    json.endObject()
  }

  private static func name(_ verdict: SegmentationExplanation.Verdict) -> String {
    switch verdict {
    case .isWord: "is-word"
    case .userWord: "user-word"
    case .run: "run"
    case .notInLexicon: "not-in-lexicon"
    case .costs: "costs"
    case .model: "model"
    }
  }
}

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

  private func write(_ text: String, _ start: Int, _ end: Int, _ json: inout JSONWriter) {
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

  private func write(_ vote: SegmentationExplanation.Vote, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("words")
    write(vote.words, &json)
    json.key("score")
    json.number(vote.score)
    json.key("rivals")
    write(vote.rivals, &json)
    json.key("rival_score")
    json.number(vote.rivalScore)
    json.key("characters")
    json.beginArray()
    for character in vote.characters {
      json.beginObject()
      write(character.text, character.span.lower, character.span.upper, &json)
      json.key("tag")
      json.string(character.tag)
      json.key("scores")
      write(character.scores, &json)
      json.endObject()
    }
    json.endArray()
    json.key("features")
    json.beginArray()
    for feature in vote.features {
      json.beginObject()
      json.key("feature")
      json.string(feature.text)
      json.key("at")
      json.number(offset(feature.span.lower))
      json.key("weights")
      write(feature.weights, &json)
      json.key("difference")
      json.number(feature.difference)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private func write(_ texts: [String], _ json: inout JSONWriter) {
    json.beginArray()
    for text in texts { json.string(text) }
    json.endArray()
  }

  private func write(_ numbers: [Int], _ json: inout JSONWriter) {
    json.beginArray()
    for number in numbers { json.number(number) }
    json.endArray()
  }

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

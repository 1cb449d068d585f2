extension ExplanationJSON {
  func write(_ vote: SegmentationExplanation.Vote, _ json: inout JSONWriter) {
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
}

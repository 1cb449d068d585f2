import Text

extension ExtractionWorker {
  /// Reads what the quantities count, now that all entities of the article are settled.
  func readMeasurements(_ sentences: [Sentence], of texts: [NormalizedText], into result: inout Result) {
    guard !result.quantities.isEmpty else { return }
    var reader = ArticleMeasurements(
      vocabulary: extractor.measurements, entities: result.entities, quantities: result.quantities,
      times: result.times)
    var next = 0
    var firstEntity = 0
    for (block, text) in texts.enumerated() {
      var parts: [MeasurementRow.Parts] = []
      while next < sentences.count, sentences[next].block == block {
        let sentence = sentences[next]
        parts.append(
          MeasurementRow.Parts(
            range: sentence.range,
            entities: zip(sentence.ranges, result.entities[sentence.entities]).enumerated().map {
              ($1.0, firstEntity + $0, $1.1.category)
            },
            times: sentence.times, quantities: sentence.quantities))
        firstEntity += sentence.entities.count
        next += 1
      }
      reader.read(parts, of: text, tagging)
    }
    result.measurements = reader.measurements
  }
}

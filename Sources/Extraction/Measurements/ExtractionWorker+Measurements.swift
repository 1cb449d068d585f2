import Text

extension ExtractionWorker {
  /// Reads what the quantities count, now that all entities of the article are settled.
  func readMeasurements(_ sentences: [Sentence], of texts: [NormalizedText], into result: inout Result) {
    guard !result.quantities.isEmpty else { return }
    var reader = ArticleMeasurements(
      vocabulary: extractor.measurements, entities: result.entities, quantities: result.quantities,
      times: result.times, readsAll: triesAll)
    var next = 0
    var firstEntity = 0
    for (block, text) in texts.enumerated() {
      let first = next
      let firstOfBlock = firstEntity
      while next < sentences.count, sentences[next].block == block {
        firstEntity += sentences[next].ranges.count
        next += 1
      }
      reader.read(sentences[first..<next], firstEntity: firstOfBlock, of: text, words, tagging)
    }
    result.measurements = reader.measurements
  }
}

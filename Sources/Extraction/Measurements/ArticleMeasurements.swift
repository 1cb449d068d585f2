import Segmentation
import Text

/// Makes measurements of what a block's sentences say.
struct ArticleMeasurements {
  private let vocabulary: MeasurementVocabulary
  private let entities: [Entity]
  private let quantities: [NumericFact]
  private let times: [NumericFact]
  private(set) var measurements: [Measurement] = []

  /// - Parameters: all of the article, in order.
  init(
    vocabulary: MeasurementVocabulary, entities: [Entity], quantities: [NumericFact], times: [NumericFact]
  ) {
    self.vocabulary = vocabulary
    self.entities = entities
    self.quantities = quantities
    self.times = times
  }

  /// Reads the sentences of a block in which quantities stand.
  ///
  /// - Complexity: O(bytes of those sentences).
  mutating func read(_ sentences: [MeasurementRow.Parts], of text: NormalizedText, _ tagging: TaggingWorker) {
    guard sentences.contains(where: { !$0.quantities.isEmpty }) else { return }
    var reader = MeasurementReader(
      vocabulary: vocabulary, quantities: quantities, times: times, entities: entities, bytes: text.bytes)
    var tokens: [MeasurementRow.Token] = []
    for sentence in sentences {
      guard !sentence.quantities.isEmpty else {
        reader.passOver(sentence)
        continue
      }
      tokens.removeAll(keepingCapacity: true)
      text.bytes.withUnsafeBufferPointer { bytes in
        tagging.segment(bytes, sentence.range) { batch, tags in
          for index in batch.indices {
            tokens.append(MeasurementRow.Token(range: batch[index].range, tag: tags[index]))
          }
        }
      }
      let row = MeasurementRow(sentence, tokens: tokens, of: text.bytes, vocabulary)
      measurements += reader.read(row).map { measurement($0, text, sentence.range) }
    }
  }

  private func measurement(_ finding: MeasurementFinding, _ text: NormalizedText, _ sentence: Range<Int>) -> Measurement
  {
    let comparison = finding.comparison
    var parts: [(Measurement.Evidence.Part, Range<Int>?)] = [
      (.quantity, finding.quantityRange), (.subject, finding.subject.range), (.thing, finding.thing?.range),
      (.time, finding.time?.range), (.cue, finding.cue), (.verb, finding.verb), (.base, comparison?.base?.range),
      (.from, comparison?.from?.range), (.of, comparison?.of?.range),
    ]
    if let cue = finding.comparisonCue { parts.append((.cue, cue)) }
    let evidence = parts.compactMap { part, range in
      range.map { Measurement.Evidence(part: part, span: text.span($0)) }
    }.sorted { ($0.span, $0.part.rawValue) < ($1.span, $1.part.rawValue) }
    let inside = parts.compactMap(\.1).filter { sentence.contains($0.lowerBound) }
    let lower = inside.map(\.lowerBound).min() ?? finding.quantityRange.lowerBound
    let upper = inside.map(\.upperBound).max() ?? finding.quantityRange.upperBound
    return Measurement(
      quantity: quantities[finding.quantity], subject: phrase(finding.subject, text),
      thing: finding.thing.map { phrase($0, text) }, time: finding.time.map { times[$0.index] }, isAsOf: finding.isAsOf,
      comparison: comparison.map { self.comparison($0, text) }, total: finding.total.map { quantities[$0] },
      span: text.span(lower..<upper), sentence: text.span(sentence), construction: finding.construction.rawValue,
      evidence: evidence)
  }

  private func comparison(_ found: MeasurementFinding.Comparison, _ text: NormalizedText) -> Measurement.Comparison {
    Measurement.Comparison(
      kind: found.kind, direction: found.direction,
      base: found.base.map { Measurement.Base(kind: $0.kind, text: text.text($0.range), span: text.span($0.range)) },
      from: found.from.map { quantities[$0.index] }, of: found.of.map { phrase($0, text) })
  }

  private func phrase(_ phrase: MeasurementFinding.Phrase, _ text: NormalizedText) -> Measurement.Phrase {
    Measurement.Phrase(
      text: text.text(phrase.range) + (phrase.tail.map { text.text($0) } ?? ""), span: text.span(phrase.range),
      entity: phrase.entity < 0 ? nil : entities[phrase.entity])
  }
}

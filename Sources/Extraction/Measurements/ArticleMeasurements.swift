import Segmentation
import Text

/// Makes measurements of what a block's sentences say.
struct ArticleMeasurements {
  private let vocabulary: MeasurementVocabulary
  private let entities: [Entity]
  private let quantities: [NumericFact]
  private let times: [NumericFact]
  private let readsAll: Bool
  private(set) var measurements: [Measurement] = []
  /// Room for the signs of a sentence.
  private var signs = Table<MeasurementSign>()

  /// - Parameters:
  ///   - entities, quantities, times: all of the article, in order.
  ///   - readsAll: whether to read sentences whose quantities cannot be measured, too.
  init(
    vocabulary: MeasurementVocabulary, entities: [Entity], quantities: [NumericFact], times: [NumericFact],
    readsAll: Bool
  ) {
    self.vocabulary = vocabulary
    self.entities = entities
    self.quantities = quantities
    self.times = times
    self.readsAll = readsAll
    measurements.reserveCapacity(quantities.count)
  }

  /// Reads the sentences of a block in which quantities stand.
  ///
  /// - Parameter firstEntity: the index in the article of the first entity of these sentences.
  /// - Complexity: O(bytes of those sentences).
  mutating func read(
    _ sentences: ArraySlice<ExtractionWorker.Sentence>, firstEntity: Int, of text: NormalizedText,
    _ words: MeasuredWords, _ tagging: TaggingWorker
  ) {
    guard sentences.contains(where: { !$0.quantities.isEmpty }) else { return }
    var firstEntity = firstEntity
    var reader = MeasurementReader(
      vocabulary: vocabulary, quantities: quantities, times: times, entities: entities, bytes: text.bytes)
    for sentence in sentences {
      let known = firstEntity..<firstEntity + sentence.ranges.count
      firstEntity = known.upperBound
      guard !sentence.quantities.isEmpty else {
        reader.passOver(times: !sentence.times.isEmpty, known)
        continue
      }
      let parts = parts(of: sentence, known)
      guard readsAll || reader.mayMeasure(parts) else {
        reader.skim(parts)
        continue
      }
      let row = MeasurementRow(parts, of: text.bytes, words[sentence.words], vocabulary, tagging, &signs)
      for finding in reader.read(row) { measurements.append(measurement(finding, text, parts.range)) }
    }
  }

  private func parts(of sentence: ExtractionWorker.Sentence, _ known: Range<Int>) -> MeasurementParts {
    MeasurementParts(
      range: sentence.range, entities: sentence.ranges, firstEntity: known.lowerBound, articleEntities: entities,
      times: sentence.times, quantities: sentence.quantities)
  }

  private func measurement(_ finding: MeasurementFinding, _ text: NormalizedText, _ sentence: Range<Int>) -> Measurement
  {
    let comparison = finding.comparison
    var evidence: [Measurement.Evidence] = []
    evidence.reserveCapacity(6)
    var (lower, upper) = (finding.quantityRange.lowerBound, finding.quantityRange.upperBound)
    func add(_ part: Measurement.Evidence.Part, _ range: Range<Int>?) {
      guard let range else { return }
      evidence.append(Measurement.Evidence(part: part, span: text.span(range)))
      guard sentence.contains(range.lowerBound) else { return }
      (lower, upper) = (min(lower, range.lowerBound), max(upper, range.upperBound))
    }
    add(.quantity, finding.quantityRange)
    add(.subject, finding.subject.range)
    add(.thing, finding.thing?.range)
    add(.time, finding.time?.range)
    add(.cue, finding.cue)
    add(.verb, finding.verb)
    if let comparison {
      add(.base, comparison.base?.range)
      add(.from, comparison.from?.range)
      add(.of, comparison.of?.range)
    }
    add(.cue, finding.comparisonCue)
    evidence.sort { $0.span == $1.span ? $0.part.rawValue < $1.part.rawValue : $0.span < $1.span }
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

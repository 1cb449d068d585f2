package import Extraction
import Lexicon

/// Trains the model that chooses entities among the spans of a sentence.
///
/// The same texts, options, lexicon and rules always give the same weights.
package struct EntityTrainer {
  package struct Options: Sendable {
    package var epochs = 3
    /// Of the order in which sentences are seen.
    package var seed: UInt64 = 1998
    /// At most this many features are written: those that matter most.
    package var maximumRows = 120_000
    /// How far the first step goes; the last ones go a fifth of it.
    package var rate = 0.06
    /// What a sentence counts once more with other names in it, see ``NameReplacement``; 0 for not at all.
    package var replacedWeight = 0.7
    /// How strongly weights are drawn to zero.
    package var decay = 0.001

    package init() {}
  }

  /// How the training stands after an epoch.
  package struct Progress: Sendable {
    package var epoch: Int
    package var epochs: Int
    /// The mean of the logarithms of the probabilities of the right answers, a sentence.
    package var likelihood: Double
    /// On the text held out, with the weights as they would be written.
    package var score: EntityScore?
  }

  package let extractor: Extractor
  package let options: Options

  /// - Parameter extractor: its lexicon and rules propose and tell features; its own model is not looked at.
  package init(extractor: Extractor, options: Options = Options()) {
    self.extractor = extractor
    self.options = options
  }

  /// Trains on labelled sentences.
  ///
  /// - Parameters:
  ///   - replaced: those of the sentences that are learnt once more with other names in them, if the options say so.
  ///   - held: to measure by after each epoch; nothing is learnt from it.
  ///   - progress: is told how it goes.
  /// - Throws: ``TrainingError`` if there is nothing to learn.
  /// - Complexity: linear in the text and the epochs; some kilobytes of memory for each word.
  package func train(
    on text: [LabelledSentence], replacing replaced: [LabelledSentence] = [], heldOut held: [LabelledSentence] = [],
    progress: (Progress) -> Void = { _ in }
  ) throws(TrainingError) -> TrainedEntityModel {
    var sampler = SpanSampler(extractor)
    var rows = EntityRows()
    var examples: [EntityExample] = []
    for labelled in text + others(of: replaced, namesOf: text) {
      for sentence in sampler.sentences(
        of: labelled.text,
        names: labelled.entities.compactMap { label in EntityType(label.type).map { (label.range, $0) } })
      where !sentence.spans.isEmpty {
        examples.append(rows.example(sentence, weight: Float(labelled.weight)))
      }
    }
    guard examples.contains(where: { $0.spans.contains(where: \.isAnswer) }) else {
      throw TrainingError(file: "the training text", line: 0, reason: .empty)
    }
    let model = SemiMarkovModel(rowCount: rows.count, examples: examples, rate: options.rate, decay: options.decay)
    var order = Array(examples.indices)
    var shuffler = Shuffler(seed: options.seed)
    let epochs = max(options.epochs, 1)
    var result = TrainedEntityModel(model, rows, extractor, options)
    for epoch in 0..<epochs {
      shuffler.shuffle(&order)
      model.rate = Float(options.rate * (1 - 0.8 * Double(epoch) / Double(epochs)))
      var likelihood = 0.0
      for number in order { likelihood += model.learn(examples[number]) }
      result = TrainedEntityModel(model, rows, extractor, options)
      progress(
        Progress(
          epoch: epoch + 1, epochs: epochs, likelihood: likelihood / Double(examples.count),
          score: held.isEmpty ? nil : EntityScore(held, by: result, extractor)))
    }
    return result
  }

  /// The sentences that have names, with others in them: those of `text` and of the lexicon.
  private func others(of sentences: [LabelledSentence], namesOf text: [LabelledSentence]) -> [LabelledSentence] {
    guard options.replacedWeight > 0 else { return [] }
    var replacement = NameReplacement(text, lexicon: extractor.lexicon, seed: options.seed)
    return sentences.compactMap { sentence in
      guard var other = replacement.replaced(sentence) else { return nil }
      other.weight *= options.replacedWeight
      return other
    }
  }
}

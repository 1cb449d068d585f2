package import Lexicon
import Segmentation

/// Trains the model that tags words: log-linear choices among the tags that a word may have, made from left to right, as
/// ``Segmentation/Tagger`` makes them.
///
/// The same texts, options and lexicon always give the same weights.
package struct TagTrainer {
  package struct Options: Sendable {
    package var epochs = 6
    /// Of the order in which sentences are seen, and of which rare words are taken for unseen ones.
    package var seed: UInt64 = 1998
    /// At most this many features are written: those that matter most.
    package var maximumRows = 150_000
    /// A weight of 1 is written as this number.
    package var scale = 16.0
    /// See ``LogLinear``.
    package var rate = 0.2
    package var decay = 0.01

    package init() {}
  }

  /// How the training stands after an epoch.
  package struct Progress: Sendable {
    package var epoch: Int
    package var epochs: Int
    /// The share of words that were tagged wrong while learning.
    package var mistakes: Double
    /// On the text held out, with the weights as they would be written.
    package var score: TaggingScore?
  }

  package let lexicon: Lexicon
  package let options: Options

  package init(lexicon: Lexicon, options: Options = Options()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Trains on `text`.
  ///
  /// - Parameters:
  ///   - held: text to measure by after each epoch; nothing is learnt from it.
  ///   - progress: is told how it goes.
  /// - Throws: ``TrainingError`` if there is nothing to learn.
  /// - Complexity: linear in the text and the epochs; some kilobytes of memory for each word.
  package func train(
    on text: TaggedText, heldOut held: TaggedText? = nil, progress: (Progress) -> Void = { _ in }
  ) throws(TrainingError) -> TrainedTagModel {
    let words = TagWords(text, lexicon)
    guard words.tags.values.contains(where: { $0 != .none }) else {
      throw TrainingError(file: "the training text", line: 0, reason: .empty)
    }
    let draft = TagModelDraft(lexicon, words)
    var sentences = try draft.examples(text, words)
    let model = LogLinear(width: lexicon.tagNames.count, rate: options.rate, decay: options.decay)
    var order = Array(sentences.indices)
    var shuffler = Shuffler(seed: options.seed)
    var result = TrainedTagModel(draft, model, options)
    for epoch in 1...max(options.epochs, 1) {
      shuffler.shuffle(&order)
      var mistakes = 0
      var count = 0
      for number in order {
        mistakes += learn(&sentences[number], model, draft, &shuffler)
        count += sentences[number].count
      }
      result = TrainedTagModel(draft, model, options)
      progress(
        Progress(
          epoch: epoch, epochs: max(options.epochs, 1), mistakes: Double(mistakes) / Double(max(count, 1)),
          score: held.map { TaggingScore($0, by: result.tagger(lexicon), lexicon) }))
    }
    return result
  }

  /// Of words seen once or twice, half are taken for unseen ones at each pass, less often those seen twice: so the model
  /// learns both what it knows of them, and what to do with words that it does not know.
  private static let unseenPerMille = 500

  /// Goes through a sentence.
  ///
  /// - Returns: how many tags were wrong.
  private func learn(
    _ sentence: inout [TagExample], _ model: LogLinear, _ draft: TagModelDraft, _ shuffler: inout Shuffler
  ) -> Int {
    var units = [TagUnit](repeating: TagUnit(), count: sentence.count + 4)
    for (index, example) in sentence.enumerated() {
      let isRare = example.count > 0 && example.count <= TagModelDraft.rare
      let isUnseen = isRare && shuffler.below(1000) < Self.unseenPerMille / example.count
      units[index + 2] = isUnseen ? example.unseen : example.unit
    }
    var mistakes = 0
    var tags: (before: UInt8, last: UInt8) = (0, 0)
    var rows: [Int] = []
    units.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      for (index, example) in sentence.enumerated() {
        let unit = base + index + 2
        let possible = draft.candidates[Int(unit.pointee.tagClass)]
        var best = possible[0]
        if possible.count > 1 {
          rows.removeAll(keepingCapacity: true)
          unit.forEachTagFeature(tag: tags.last, tagBefore: tags.before, form: { example.form }) { key in
            rows.append(model.row(key))
          }
          best = model.learn(rows, possible: possible, right: example.tag)
        }
        if best != example.tag { mistakes += 1 }
        tags = (tags.last, best)
      }
    }
    return mistakes
  }
}

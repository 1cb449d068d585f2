package import Lexicon
import Segmentation

/// Trains the model of mode `precise`: an averaged structured perceptron over the tags B, M, E and S of characters
/// (M. Collins, *Discriminative training methods for hidden Markov models*, 2002).
///
/// The same texts, options and lexicon always give the same weights.
package struct SegmentTrainer {
  package struct Options: Sendable {
    package var epochs = 8
    /// Of the order in which sentences are seen.
    package var seed: UInt64 = 1998
    /// Features seen less often than this in training are left out.
    package var minimumCount = 2
    /// At most this many rows are written: those with the greatest weights.
    package var maximumRows = 110_000
    /// A weight of 1 is written as this number.
    package var scale = 8

    package init() {}
  }

  /// How the training stands after an epoch.
  package struct Progress: Sendable {
    package var epoch: Int
    package var epochs: Int
    /// The share of sentences that held a mistake.
    package var mistakenSentences: Double
    /// On the text held out, with the weights as they would be written.
    package var score: SegmentationScore?
  }

  /// Text to learn from, with the lexicon that its features see.
  ///
  /// That may be another one than the model will be used with: where words or their costs were counted in the very text,
  /// the model would trust the lexicon more than it may on other text. So each part is read by a lexicon that does not
  /// know it.
  package struct Part: Sendable {
    package var text: SegmentedText
    package var lexicon: Lexicon

    package init(_ text: SegmentedText, lexicon: Lexicon) {
      self.text = text
      self.lexicon = lexicon
    }
  }

  /// The lexicon that the model will be used with.
  package let lexicon: Lexicon
  package let options: Options

  package init(lexicon: Lexicon, options: Options = Options()) {
    self.lexicon = lexicon
    self.options = options
  }

  /// Trains on `parts`.
  ///
  /// - Parameters:
  ///   - held: text to measure by after each epoch; nothing is learnt from it.
  ///   - progress: is told how it goes.
  /// - Throws: ``TrainingError`` if there is nothing to learn.
  /// - Complexity: linear in the text and the epochs; some hundred bytes of memory for each character.
  package func train(
    on parts: [Part], heldOut held: SegmentedText? = nil, progress: (Progress) -> Void = { _ in }
  ) throws(TrainingError) -> TrainedModel {
    var counts: [UInt64: Int32] = [:]
    for part in parts { ExampleReader(part.lexicon, naming: lexicon).countFeatures(part.text, into: &counts) }
    let index = FeatureIndex(counts, minimumCount: options.minimumCount)
    let examples = parts.flatMap { ExampleReader($0.lexicon, naming: lexicon).read($0.text, index) }
    guard !examples.isEmpty else { throw TrainingError(file: "the training text", line: 0, reason: .empty) }
    let perceptron = Perceptron(vectorCount: index.vectorCount)
    var order = Array(examples.indices)
    var shuffler = Shuffler(seed: options.seed)
    let test = held.map { HeldOut($0, lexicon) }
    for epoch in 1...max(options.epochs, 1) {
      shuffler.shuffle(&order)
      var mistakes = 0
      for number in order where perceptron.learn(examples[number]) { mistakes += 1 }
      let score = test.map { test in test.score(model(perceptron, index)) }
      progress(
        Progress(
          epoch: epoch, epochs: max(options.epochs, 1),
          mistakenSentences: Double(mistakes) / Double(examples.count), score: score))
    }
    return model(perceptron, index)
  }

  private func model(_ perceptron: Perceptron, _ index: FeatureIndex) -> TrainedModel {
    TrainedModel(perceptron, index, lexicon, maximumRows: options.maximumRows, scale: options.scale)
  }
}

/// Shuffles by SplitMix64 (S. Vigna, public domain), the same on every platform.
struct Shuffler {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }

  /// A number from 0 to `limit` less one.
  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func shuffle(_ order: inout [Int]) {
    guard order.count > 1 else { return }
    for last in stride(from: order.count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next() % UInt64(last + 1)))
    }
  }
}

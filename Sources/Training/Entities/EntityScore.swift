package import Extraction
import Lexicon

/// How many of the entities of a text were found exactly: range and type.
package struct EntityScore: Sendable {
  /// By ``EntityType``: how many there are, how many were found, how many of those are right.
  package private(set) var expected = [0, 0, 0]
  package private(set) var found = [0, 0, 0]
  package private(set) var right = [0, 0, 0]

  init(_ text: [LabelledSentence], by model: TrainedEntityModel, _ extractor: Extractor) {
    let worker = extractor.makeWorker(decidingBy: model.weights(for: extractor))
    for sentence in text {
      let answers = Set(sentence.entities)
      let guesses = worker.labels(of: sentence.text).map { LabelledSentence.Label($0.range, $0.category) }
      for answer in answers { expected[Self.lane(answer)] += 1 }
      for guess in guesses where EntityType(guess.type) != nil {
        found[Self.lane(guess)] += 1
        if answers.contains(guess) { right[Self.lane(guess)] += 1 }
      }
    }
  }

  private static func lane(_ label: LabelledSentence.Label) -> Int { Int(EntityType(label.type)?.rawValue ?? 0) }

  /// The harmonic mean of precision and recall of one type, from 0 to 1.
  package func f1(_ type: EntityType) -> Double {
    let lane = Int(type.rawValue)
    return Self.f1(right[lane], found[lane] + expected[lane])
  }

  /// Over all types together.
  package var f1: Double { Self.f1(right.reduce(0, +), found.reduce(0, +) + expected.reduce(0, +)) }

  private static func f1(_ right: Int, _ both: Int) -> Double { both == 0 ? 0 : 2 * Double(right) / Double(both) }
}

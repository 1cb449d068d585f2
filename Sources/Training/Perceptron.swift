import Segmentation

/// Whole-number weights with what their average needs.
///
/// The average over all steps is `weights − moments / steps`, where each change enters the moments times its step: so
/// only what changes costs anything.
final class Perceptron {
  private(set) var weights: [SIMD4<Int32>]
  private(set) var moments: [SIMD4<Int64>]
  private(set) var transitions = Stretch.Transitions()
  private(set) var transitionMoments = [SIMD4<Int64>](repeating: .zero, count: 4)
  private(set) var steps: Int64 = 0
  private let stretch = Stretch()

  init(vectorCount: Int) {
    weights = Array(repeating: .zero, count: vectorCount)
    moments = Array(repeating: .zero, count: vectorCount)
  }

  /// Decides an example with the weights as they are, and mends them where it was wrong.
  ///
  /// - Returns: whether it was.
  func learn(_ example: TrainingExample) -> Bool {
    steps += 1
    var guess: [UInt8] = []
    stretch.decide(example.frame, transitions) { scores in
      for feature in example.features {
        for place in 0..<Int(feature.placeCount) {
          scores[Int(feature.target) - place] &+= weights[Int(feature.vector) + place]
        }
      }
    } decided: { tags in
      guess = (0..<example.tags.count).map { tags[$0] }
    }
    guard guess != example.tags else { return false }
    mend(example, guess)
    return true
  }

  private func mend(_ example: TrainingExample, _ guess: [UInt8]) {
    let right = example.tags
    let count = right.count
    for feature in example.features {
      for place in 0..<Int(feature.placeCount) {
        let unit = Int(feature.target) - place
        guard unit >= 0, unit < count, right[unit] != guess[unit] else { continue }
        let vector = Int(feature.vector) + place
        weights[vector][Int(right[unit])] &+= 1
        weights[vector][Int(guess[unit])] &-= 1
        moments[vector][Int(right[unit])] &+= steps
        moments[vector][Int(guess[unit])] &-= steps
      }
    }
    for unit in 1..<max(count, 1) where right[unit - 1] != guess[unit - 1] || right[unit] != guess[unit] {
      change(right[unit - 1], right[unit], by: 1)
      change(guess[unit - 1], guess[unit], by: -1)
    }
  }

  private func change(_ before: UInt8, _ tag: UInt8, by delta: Int32) {
    guard let previous = PositionTag(rawValue: before) else { return }
    transitions[previous][Int(tag)] &+= delta
    transitionMoments[Int(before)][Int(tag)] &+= Int64(delta) * steps
  }

  /// The averages times `scale`, rounded, within what the compiler takes.
  func average(_ vector: Int, scale: Int) -> SIMD4<Int16> {
    Self.average(weights[vector], moments[vector], steps, scale)
  }

  func averageTransition(_ tag: PositionTag, scale: Int) -> SIMD4<Int16> {
    Self.average(transitions[tag], transitionMoments[Int(tag.rawValue)], steps, scale)
  }

  private static func average(
    _ weight: SIMD4<Int32>, _ moment: SIMD4<Int64>, _ steps: Int64, _ scale: Int
  ) -> SIMD4<Int16> {
    var result = SIMD4<Int16>.zero
    for tag in 0..<4 {
      let mean = (Double(weight[tag]) - Double(moment[tag]) / Double(steps + 1)) * Double(scale)
      result[tag] = Int16(min(max(mean.rounded(), -8_000), 8_000))
    }
    return result
  }
}

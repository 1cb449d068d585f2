#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// Weights that are learnt by gradient steps on the logarithm of the right tag's probability, each weight at its own pace
/// (J. Duchi et al., *Adaptive subgradient methods*, 2011), drawn to zero, and averaged over all steps.
///
/// The average is `weights − moments / steps`, where each change enters the moments times its step.
final class LogLinear {
  private(set) var numbers: [UInt64: Int32] = [:]
  /// How often each feature was looked at.
  private(set) var uses: [Int32] = []
  private var weights: [Float] = []
  private var moments: [Float] = []
  private var squares: [Float] = []
  private var steps = 0.0
  private let width: Int
  private let rate: Float
  private let decay: Float
  private var scores: [Float] = []

  /// - Parameters:
  ///   - width: the number of tags.
  ///   - rate: how far the first step goes.
  ///   - decay: the weight of the squares of the weights in what is minimized.
  init(width: Int, rate: Double, decay: Double) {
    self.width = width
    self.rate = Float(rate)
    self.decay = Float(decay)
  }

  /// Where the weights of a feature begin, made if there are none.
  func row(_ key: UInt64) -> Int {
    let number: Int32
    if let known = numbers[key] {
      number = known
    } else {
      number = Int32(uses.count)
      numbers[key] = number
      uses.append(0)
      let room = (Int(number) + 1) * width
      weights.append(contentsOf: repeatElement(0, count: room - weights.count))
      moments.append(contentsOf: repeatElement(0, count: room - moments.count))
      squares.append(contentsOf: repeatElement(0, count: room - squares.count))
    }
    uses[Int(number)] += 1
    return Int(number) * width
  }

  /// The best of the possible tags, after a step towards the right one if that is among them.
  func learn(_ rows: [Int], possible: [UInt8], right: UInt8) -> UInt8 {
    steps += 1
    scores.removeAll(keepingCapacity: true)
    var best = possible[0]
    var most = -Float.infinity
    for tag in possible {
      var score: Float = 0
      for row in rows { score += weights[row + Int(tag)] }
      scores.append(score)
      if score > most { (best, most) = (tag, score) }
    }
    guard possible.contains(right) else { return best }
    var sum: Float = 0
    for index in scores.indices {
      scores[index] = exp(scores[index] - most)
      sum += scores[index]
    }
    for (index, tag) in possible.enumerated() {
      let slope = (tag == right ? 1 : 0) - scores[index] / sum
      // Most words are decided long before the end.
      if abs(slope) < 1e-3 { continue }
      for row in rows { step(row + Int(tag), slope) }
    }
    return best
  }

  @inline(__always) private func step(_ at: Int, _ slope: Float) {
    let slope = slope - decay * weights[at]
    squares[at] += slope * slope
    let change = rate / (squares[at] + 0.1).squareRoot() * slope
    weights[at] += change
    moments[at] += Float(steps) * change
  }

  /// The average of a weight.
  func average(_ number: Int, _ tag: Int) -> Double {
    let at = number * width + tag
    return Double(weights[at]) - Double(moments[at]) / (steps + 1)
  }
}

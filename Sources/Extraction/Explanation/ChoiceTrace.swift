import Foundation

/// All choices among the items of a sentence, to tell of each item how it fared, chosen or not.
///
/// ``BestChoice`` finds the best choice and tells of what it chose; here the same sums are made once more, in double
/// precision and for whatever is asked about. A test holds that both agree.
struct ChoiceTrace {
  /// By position: of the items before it (behind it), the greatest sum, and the logarithm of the sum over all choices.
  private var bestBefore: [Double]
  private var bestBehind: [Double]
  private var allBefore: [Double]
  private var allBehind: [Double]

  /// - Complexity: linear in `count` and the items.
  init(_ items: [BestChoice.Item], count: Int) {
    bestBefore = [Double](repeating: 0, count: count + 1)
    allBefore = bestBefore
    bestBehind = bestBefore
    allBehind = bestBefore
    var ending = [[BestChoice.Item]](repeating: [], count: count + 1)
    var starting = ending
    for item in items {
      ending[Int(item.end)].append(item)
      starting[Int(item.start)].append(item)
    }
    for position in stride(from: 1, through: count, by: 1) {
      bestBefore[position] = bestBefore[position - 1]
      allBefore[position] = allBefore[position - 1]
      for item in ending[position] {
        let (start, score) = (Int(item.start), Double(item.score))
        bestBefore[position] = max(bestBefore[position], bestBefore[start] + score)
        allBefore[position] = Self.add(allBefore[position], allBefore[start] + score)
      }
    }
    for position in stride(from: count - 1, through: 0, by: -1) {
      bestBehind[position] = bestBehind[position + 1]
      allBehind[position] = allBehind[position + 1]
      for item in starting[position] {
        let (end, score) = (Int(item.end), Double(item.score))
        bestBehind[position] = max(bestBehind[position], bestBehind[end] + score)
        allBehind[position] = Self.add(allBehind[position], allBehind[end] + score)
      }
    }
  }

  /// What all choices with an item weigh, among all choices there are.
  func probability(of range: Range<Int>, score: Double) -> Double {
    min(exp(allBefore[range.lowerBound] + score + allBehind[range.upperBound] - allBehind[0]), 1)
  }

  /// By how much the best choice with an item is behind the best of all, in nats: 0 for what is chosen.
  func shortfall(of range: Range<Int>, score: Double) -> Double {
    max(bestBehind[0] - (bestBefore[range.lowerBound] + score + bestBehind[range.upperBound]), 0)
  }

  /// log(exp a + exp b)
  private static func add(_ a: Double, _ b: Double) -> Double { max(a, b) + log1p(exp(-abs(a - b))) }
}

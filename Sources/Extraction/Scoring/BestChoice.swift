import Foundation

/// Chooses among things that may stand in a sentence, each over a range and with a score, so that no two overlap and the
/// scores sum to the most; and tells how probable each of the chosen is.
///
/// A choice of things is as probable as the exponential of its sum of scores (a semi-Markov model: S. Sarawagi, W. Cohen,
/// *Semi-Markov conditional random fields for information extraction*, 2004). So a thing's probability is what all choices
/// with it weigh, among all choices there are.
package struct BestChoice {
  package struct Item: BitwiseCopyable, Sendable {
    package var start: Int32
    package var end: Int32
    /// In nats.
    package var score: Float
    /// The caller's.
    package var span: Int32
    package var type: UInt8

    package init(start: Int32, end: Int32, score: Float, span: Int32, type: UInt8) {
      self.start = start
      self.end = end
      self.score = score
      self.span = span
      self.type = type
    }
  }

  private var table = Table<Item>()
  package private(set) var itemCount = 0
  /// The chosen items in the order of the text, with their probabilities.
  package private(set) var chosen: [(item: Item, probability: Float)] = []
  /// By position: the items that end there, as a list through ``next``.
  private var lastEnding = Table<Int32>()
  private var next = Table<Int32>()
  private var best = Table<Float>()
  private var bestItem = Table<Int32>()
  /// By position: the nats that its sums count from; what all choices before it, and behind it, weigh; what taking nothing
  /// at the position before weighs.
  private var level = Table<Float>()
  private var forward = Table<Double>()
  private var backward = Table<Double>()
  private var steps = Table<Double>()
  /// By item: what it weighs beside the best choice up to its end.
  private var weights = Table<Double>()

  /// Less probable ones change nothing that is shown, in nats.
  static let leastScore: Float = -5

  package init() {}

  package var items: [Item] { (0..<itemCount).map { table[$0] } }

  package mutating func removeAll() { itemCount = 0 }

  @inline(__always) package mutating func add(_ item: Item) {
    table.reserve(itemCount + 1, keeping: itemCount)
    table[itemCount] = item
    itemCount += 1
  }

  /// Chooses; positions are from 0 to `count`.
  ///
  /// - Complexity: linear in `count` and the items.
  package mutating func choose(count: Int) {
    chosen.removeAll(keepingCapacity: true)
    if itemCount == 0 { return }
    let (items, lastEnding, next) = prepared(count)
    // Where nothing is worth taking, nobody asks how probable it is.
    guard findBest(count, items, lastEnding, next) else { return }
    takeBest(count)
    weigh(count, items, lastEnding, next)
  }

  /// The tables that are gone through, each held once: a member would be fetched anew at every step.
  private mutating func prepared(_ count: Int) -> (Table<Item>, Table<Int32>, Table<Int32>) {
    lastEnding.reset(to: -1, count: count + 1)
    next.reserve(itemCount)
    best.reserve(count + 1)
    bestItem.reserve(count + 1)
    level.reserve(count + 1)
    forward.reserve(count + 1)
    backward.reserve(count + 1)
    steps.reserve(count + 1)
    weights.reserve(itemCount)
    let (items, lastEnding, next) = (table, lastEnding, next)
    for index in 0..<itemCount {
      let end = Int(items[index].end)
      next[index] = lastEnding[end]
      lastEnding[end] = Int32(truncatingIfNeeded: index)
    }
    return (items, lastEnding, next)
  }

  /// - Returns: whether the best choice takes anything.
  private func findBest(
    _ count: Int, _ items: Table<Item>, _ lastEnding: Table<Int32>, _ next: Table<Int32>
  ) -> Bool {
    let (best, bestItem) = (best, bestItem)
    var takesAny = false
    best[0] = 0
    bestItem[0] = -1
    for position in 1...max(count, 1) where position <= count {
      var greatest = best[position - 1]
      var taken: Int32 = -1
      var index = lastEnding[position]
      while index >= 0 {
        let item = items[Int(index)]
        let sum = best[Int(item.start)] + item.score
        // Of equal sums the item that was added first stands; lists run backwards.
        if sum > greatest || (sum == greatest && taken >= 0) {
          greatest = sum
          taken = index
          takesAny = true
        }
        index = next[Int(index)]
      }
      best[position] = greatest
      bestItem[position] = taken
    }
    return takesAny
  }

  /// Reads the best choice off; probabilities are still missing.
  private mutating func takeBest(_ count: Int) {
    var position = count
    while position > 0 {
      guard bestItem[position] >= 0 else {
        position -= 1
        continue
      }
      let item = table[Int(bestItem[position])]
      chosen.append((item, 0))
      position = Int(item.start)
    }
    chosen.reverse()
  }

  /// The sums over all choices up to each position and from there on, then the share of each of the chosen.
  ///
  /// Sums are not of logarithms but of what each choice weighs beside the best one up to there (``level``): so an item costs
  /// one exponential.
  private func ways(_ count: Int, _ items: Table<Item>, _ lastEnding: Table<Int32>, _ next: Table<Int32>) {
    let (best, level, forward, steps, weights) = (best, level, forward, steps, weights)
    level[0] = 0
    forward[0] = 1
    var raised: Float = 0
    for position in 1...max(count, 1) where position <= count {
      let here = best[position] + raised
      let drop = level[position &- 1] - here
      let step = drop == 0 ? 1 : exp(Double(drop))
      var sum = forward[position &- 1] * step
      var index = lastEnding[position]
      while index >= 0 {
        let item = items[Int(index)]
        let weight = exp(Double(level[Int(item.start)] + item.score - here))
        weights[Int(index)] = weight
        sum += forward[Int(item.start)] * weight
        index = next[Int(index)]
      }
      level[position] = here
      steps[position] = step
      forward[position] = sum
      if sum > Self.greatestSum { raised += lower(position, sum, lastEnding, next) }
    }
  }

  /// Measures what ends at `position` by the sum there, so that sums stay finite in a text of any length.
  ///
  /// - Returns: by how much the level is higher now.
  private func lower(_ position: Int, _ sum: Double, _ lastEnding: Table<Int32>, _ next: Table<Int32>) -> Float {
    let rise = Float(log(sum))
    level[position] += rise
    steps[position] /= sum
    forward[position] = 1
    var index = lastEnding[position]
    while index >= 0 {
      weights[Int(index)] /= sum
      index = next[Int(index)]
    }
    return rise
  }

  private mutating func weigh(
    _ count: Int, _ items: Table<Item>, _ lastEnding: Table<Int32>, _ next: Table<Int32>
  ) {
    ways(count, items, lastEnding, next)
    let (forward, backward, steps, weights) = (forward, backward, steps, weights)
    // Nobody asks what lies behind a position before the end of the first one.
    let first = chosen.first.map { Int($0.item.end) } ?? count
    for position in first..<count { backward[position] = 0 }
    backward[count] = 1
    var position = count
    while position > first {
      let here = backward[position]
      backward[position &- 1] += here * steps[position]
      var index = lastEnding[position]
      while index >= 0 {
        let start = Int(items[Int(index)].start)
        if start >= first { backward[start] += here * weights[Int(index)] }
        index = next[Int(index)]
      }
      position &-= 1
    }
    for index in chosen.indices {
      let item = chosen[index].item
      let weight = weights[Int(bestItem[Int(item.end)])]
      let share = forward[Int(item.start)] * weight * backward[Int(item.end)] / forward[count]
      chosen[index].probability = min(Float(share), 1)
    }
  }

  /// Sums above this are made smaller.
  private static var greatestSum: Double { 1e100 }
}

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

  package private(set) var items: [Item] = []
  /// The chosen items in the order of the text, with their probabilities.
  package private(set) var chosen: [(item: Item, probability: Float)] = []
  /// By position: the items that end there, as a list through ``next``.
  private var lastEnding = Table<Int32>()
  private var next = Table<Int32>()
  private var best = Table<Float>()
  private var bestItem = Table<Int32>()
  private var forward = Table<Float>()
  private var backward = Table<Float>()

  /// Less probable ones change nothing that is shown, in nats.
  static let leastScore: Float = -5

  package init() {}

  package mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  package mutating func add(_ item: Item) { items.append(item) }

  /// Chooses; positions are from 0 to `count`.
  ///
  /// - Complexity: linear in `count` and the items.
  package mutating func choose(count: Int) {
    chosen.removeAll(keepingCapacity: true)
    if items.isEmpty { return }
    lastEnding.reset(to: -1, count: count + 1)
    next.reserve(items.count)
    for (index, item) in items.enumerated() {
      next[index] = lastEnding[Int(item.end)]
      lastEnding[Int(item.end)] = Int32(truncatingIfNeeded: index)
    }
    // Where nothing is worth taking, nobody asks how probable it is.
    if findBest(count) { weigh(count) }
  }

  /// - Returns: whether the best choice takes anything.
  private mutating func findBest(_ count: Int) -> Bool {
    var takesAny = false
    best.reserve(count + 1)
    bestItem.reserve(count + 1)
    best[0] = 0
    bestItem[0] = -1
    for position in 1...max(count, 1) where position <= count {
      best[position] = best[position - 1]
      bestItem[position] = -1
      var index = lastEnding[position]
      while index >= 0 {
        let item = items[Int(index)]
        let sum = best[Int(item.start)] + item.score
        // Of equal sums the item that was added first stands; lists run backwards.
        if sum > best[position] || (sum == best[position] && bestItem[position] >= 0) {
          best[position] = sum
          bestItem[position] = index
          takesAny = true
        }
        index = next[Int(index)]
      }
    }
    return takesAny
  }

  /// The sums over all choices up to each position and from there on, then the chosen with their share.
  private mutating func weigh(_ count: Int) {
    forward.reserve(count + 1)
    forward[0] = 0
    for position in 1...max(count, 1) where position <= count {
      var sum = forward[position - 1]
      var index = lastEnding[position]
      while index >= 0 {
        let item = items[Int(index)]
        sum = Self.add(sum, forward[Int(item.start)] + item.score)
        index = next[Int(index)]
      }
      forward[position] = sum
    }
    backward.reset(to: -.infinity, count: count + 1)
    backward[count] = 0
    for position in stride(from: count, to: 0, by: -1) {
      let here = backward[position]
      backward[position - 1] = Self.add(backward[position - 1], here)
      var index = lastEnding[position]
      while index >= 0 {
        let item = items[Int(index)]
        backward[Int(item.start)] = Self.add(backward[Int(item.start)], here + item.score)
        index = next[Int(index)]
      }
    }
    let all = forward[count]
    var position = count
    while position > 0 {
      guard bestItem[position] >= 0 else {
        position -= 1
        continue
      }
      let item = items[Int(bestItem[position])]
      let share = forward[Int(item.start)] + item.score + backward[Int(item.end)] - all
      chosen.append((item, min(exp(share), 1)))
      position = Int(item.start)
    }
    chosen.reverse()
  }

  /// log(exp a + exp b)
  @inline(__always) private static func add(_ a: Float, _ b: Float) -> Float {
    let most = max(a, b)
    let distance = abs(a - b)
    return distance.isFinite && distance < 16 ? most + log1p(exp(-distance)) : most
  }
}

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
  /// By position: how many positions where items end lie up to it. Sums change there only, and are kept by that *step*.
  private var stepOf = Table<Int32>()
  /// The last step.
  private var lastStep = 0
  private var steps = Table<Step>()
  /// By item: what it weighs beside the best choice up to its end.
  private var weights = Table<Double>()

  /// What is known at a position where items end, and up to the next one.
  private struct Step: BitwiseCopyable {
    /// The last item that ends here; others through ``next``.
    var ending: Int32
    /// The item that the best choice takes, or -1.
    var taken: Int32 = -1
    /// The greatest sum up to here.
    var best: Float = 0
    /// What the sums count from, in nats.
    var level: Float = 0
    /// What all choices up to here weigh, and those from here on.
    var forward = 1.0
    var backward = 0.0
    /// What taking nothing that ends here weighs.
    var skip = 1.0
  }

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
    makeSteps(count)
    // Where nothing is worth taking, nobody asks how probable it is.
    guard findBest() else { return }
    takeBest()
    weigh()
  }

  private mutating func makeSteps(_ count: Int) {
    lastEnding.reset(to: -1, count: count + 1)
    next.reserve(itemCount)
    weights.reserve(itemCount)
    stepOf.reserve(count + 1)
    steps.reserve(min(count, itemCount) + 1)
    let (items, lastEnding, next, stepOf, steps) = (table, lastEnding, next, stepOf, steps)
    for index in 0..<itemCount {
      let end = Int(items[index].end)
      next[index] = lastEnding[end]
      lastEnding[end] = Int32(truncatingIfNeeded: index)
    }
    steps[0] = Step(ending: -1)
    var step = 0
    for position in 0...count {
      if lastEnding[position] >= 0 {
        step &+= 1
        steps[step] = Step(ending: lastEnding[position])
      }
      stepOf[position] = Int32(truncatingIfNeeded: step)
    }
    lastStep = step
  }

  /// The step at which an item may begin: the last one up to its start.
  @inline(__always) private func start(_ item: Item) -> Int { Int(stepOf[Int(item.start)]) }

  /// - Returns: whether the best choice takes anything.
  private func findBest() -> Bool {
    let (items, next, steps) = (table, next, steps)
    var takesAny = false
    for step in 1...lastStep {
      var greatest = steps[step - 1].best
      var taken: Int32 = -1
      var index = steps[step].ending
      while index >= 0 {
        let item = items[Int(index)]
        let sum = steps[start(item)].best + item.score
        // Of equal sums the item that was added first stands; lists run backwards.
        if sum > greatest || (sum == greatest && taken >= 0) {
          greatest = sum
          taken = index
          takesAny = true
        }
        index = next[Int(index)]
      }
      steps[step].best = greatest
      steps[step].taken = taken
    }
    return takesAny
  }

  /// Reads the best choice off; probabilities are still missing.
  private mutating func takeBest() {
    var step = lastStep
    while step > 0 {
      guard steps[step].taken >= 0 else {
        step -= 1
        continue
      }
      let item = table[Int(steps[step].taken)]
      chosen.append((item, 0))
      step = start(item)
    }
    chosen.reverse()
  }

  /// The share of each of the chosen among all choices.
  private mutating func weigh() {
    sumForward()
    // Nobody asks what lies behind a position before the end of the first one.
    sumBackward(to: chosen.first.map { Int(stepOf[Int($0.item.end)]) } ?? 0)
    let all = steps[lastStep].forward
    for index in chosen.indices {
      let item = chosen[index].item
      let end = steps[Int(stepOf[Int(item.end)])]
      let share = steps[start(item)].forward * weights[Int(end.taken)] * end.backward / all
      chosen[index].probability = min(Float(share), 1)
    }
  }

  /// What all choices up to each step weigh.
  ///
  /// Not as a logarithm, but beside the best of them (``Step/level``): so an item costs one exponential.
  private func sumForward() {
    let (items, next, steps, weights) = (table, next, steps, weights)
    var raised: Float = 0
    for step in 1...lastStep {
      let level = steps[step].best + raised
      let gain = level - steps[step - 1].level
      let skip = gain == 0 ? 1 : exp(Double(-gain))
      var sum = steps[step - 1].forward * skip
      var index = steps[step].ending
      while index >= 0 {
        let item = items[Int(index)]
        let start = steps[start(item)]
        let weight = exp(Double(start.level + item.score - level))
        weights[Int(index)] = weight
        sum += start.forward * weight
        index = next[Int(index)]
      }
      steps[step].level = level
      steps[step].skip = skip
      steps[step].forward = sum
      if sum > Self.greatestSum { raised += raise(step) }
    }
  }

  /// Sums above this are made smaller.
  private static var greatestSum: Double { 1e100 }

  /// Lets a step's sums count from what they have come to, so that they stay finite in a text of any length.
  ///
  /// - Returns: by how much the level is higher now.
  private func raise(_ step: Int) -> Float {
    let sum = steps[step].forward
    let rise = Float(log(sum))
    steps[step].level += rise
    steps[step].skip /= sum
    steps[step].forward = 1
    var index = steps[step].ending
    while index >= 0 {
      weights[Int(index)] /= sum
      index = next[Int(index)]
    }
    return rise
  }

  /// What all choices from each step on weigh, down to step `first`.
  private func sumBackward(to first: Int) {
    let (items, next, steps, weights) = (table, next, steps, weights)
    steps[lastStep].backward = 1
    var step = lastStep
    while step > first {
      let here = steps[step].backward
      steps[step &- 1].backward += here * steps[step].skip
      var index = steps[step].ending
      while index >= 0 {
        let start = start(items[Int(index)])
        if start >= first { steps[start].backward += here * weights[Int(index)] }
        index = next[Int(index)]
      }
      step &-= 1
    }
  }
}

import Extraction
import Foundation
import TestSupport
import Testing

/// The best choice and its probabilities, against all choices there are.
@Suite struct BestChoiceTests {
  private func item(_ range: Range<Int>, _ score: Float, type: UInt8 = 0, span: Int32 = 0) -> BestChoice.Item {
    BestChoice.Item(start: Int32(range.lowerBound), end: Int32(range.upperBound), score: score, span: span, type: type)
  }

  private func choose(_ items: [BestChoice.Item], count: Int) -> BestChoice {
    var choice = BestChoice()
    for item in items { choice.add(item) }
    choice.choose(count: count)
    return choice
  }

  @Test(arguments: 0..<300)
  func allChoicesAgree(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...9, using: &generator)
    let items = (0..<Int.random(in: 1...10, using: &generator)).map { index in
      let start = Int.random(in: 0..<count, using: &generator)
      let end = Int.random(in: start + 1...count, using: &generator)
      return item(start..<end, Float.random(in: -5...9, using: &generator), type: UInt8(index % 3), span: Int32(index))
    }
    var best = 0.0
    var all = 0.0
    var with = [Double](repeating: 0, count: items.count)
    for set in 0..<(1 << items.count) {
      let members = items.indices.filter { set >> $0 & 1 == 1 }
      let areApart = members.allSatisfy { a in
        members.allSatisfy { b in a == b || items[a].end <= items[b].start || items[b].end <= items[a].start }
      }
      guard areApart else { continue }
      let sum = members.reduce(0) { $0 + Double(items[$1].score) }
      best = max(best, sum)
      all += exp(sum)
      for member in members { with[member] += exp(sum) }
    }
    let chosen = choose(items, count: count).chosen
    #expect(abs(chosen.reduce(0) { $0 + Double($1.item.score) } - best) < 1e-3)
    for (first, second) in zip(chosen, chosen.dropFirst()) { #expect(first.item.end <= second.item.start) }
    for (item, probability) in chosen {
      #expect(abs(Double(probability) - with[Int(item.span)] / all) < 1e-3, "\(item)")
    }
  }

  @Test func nothingIsChosenOfNothing() {
    #expect(choose([], count: 0).chosen.isEmpty)
    #expect(choose([item(0..<2, -0.5)], count: 4).chosen.isEmpty)
  }

  @Test func ofEqualsTheFirstStands() {
    let chosen = choose([item(0..<3, 2, type: 2), item(0..<3, 2, type: 1)], count: 3).chosen
    #expect(chosen.map(\.item.type) == [2])
    // e² of 1 + e² + e².
    let probability: Float = chosen.first?.probability ?? 0
    #expect(abs(probability - 0.468_31) < 1e-4)
  }

  @Test func twoShortOnesBeatOneOfLess() {
    let chosen = choose([item(0..<4, 5), item(0..<2, 3, span: 1), item(2..<4, 3, span: 2)], count: 4).chosen
    #expect(chosen.map(\.item.span) == [1, 2])
  }

  @Test func buffersAreReused() {
    var choice = BestChoice()
    choice.add(item(0..<9, 4))
    choice.choose(count: 9)
    choice.removeAll()
    choice.add(item(1..<2, 1))
    choice.choose(count: 3)
    #expect(choice.chosen.map { $0.item.start..<$0.item.end } == [1..<2])
    // e of 1 + e.
    let probability: Float = choice.chosen.first?.probability ?? 0
    #expect(abs(probability - 0.731_06) < 1e-4)
  }

  /// The weight of all choices grows with each item, beyond any number.
  @Test(arguments: [9, 400, 8_000])
  func probabilitiesDoNotDependOnTheLength(_ count: Int) {
    let chosen = choose((0..<count).map { item($0..<$0 + 1, 0.5) }, count: count).chosen
    #expect(chosen.count == count)
    // √e of 1 + √e.
    for (_, probability) in chosen { #expect(abs(probability - 0.622_46) < 1e-4) }
  }

  @Test func norDoThoseOfItemsThatOverlap() {
    func probability(ofMiddle middle: Int, _ count: Int) -> Float {
      let items = (0..<count - 3).flatMap { [item($0..<$0 + 2, 0.3), item($0..<$0 + 3, 0.2)] }
      let chosen = choose(items, count: count).chosen
      return chosen.first { Int($0.item.end) > middle }?.probability ?? -1
    }
    let short = probability(ofMiddle: 120, 240)
    #expect(0.1...0.9 ~= short)
    for middle in [2_000, 3_000, 4_000] { #expect(abs(probability(ofMiddle: middle, 6_000) - short) < 1e-3) }
  }
}

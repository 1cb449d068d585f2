import Lexicon

/// How far each rule needs to be tried in a sentence: no further than the last place of what its matches must end with.
///
/// Most rules for names of organizations end with one of a few dozen words, and most sentences have none of them.
struct RuleEndings: Sendable {
  private let last: [LastElements]
  /// The scalars that endings end with: bit n for the ending n of ``endings``, modulo 64.
  private var scalars = ScalarMasks()
  /// Endings that are scalars: the scalar, the one before it or 0 if that may be any, and the rules that end so.
  private var endings: [(scalar: UInt32, previous: UInt32, rules: [Int])] = []
  private let classes: ClassSet

  init(_ last: [LastElements]) {
    self.last = last
    classes = last.reduce(ClassSet()) { $0.union($1.classes) }
    for (rule, elements) in last.enumerated() where !elements.anything {
      for ending in elements.scalars {
        let known = endings.firstIndex { $0.scalar == ending.scalar && $0.previous == ending.previous }
        let number = known ?? endings.count
        if known == nil { endings.append((ending.scalar, ending.previous, [])) }
        endings[number].rules.append(rule)
        scalars.insert(ending.scalar, 1 << UInt64(number & 63))
      }
    }
  }

  /// By rule: the last position where a match may start, -1 if it need not be tried; results of earlier stages apart.
  ///
  /// - Parameter lastEntries: memory for the last position of each class.
  func reach(in input: borrowing RuleInput, into reach: inout [Int], _ lastEntries: Table<Int32>) {
    reach.removeAll(keepingCapacity: true)
    for position in 0..<ClassSet.maximumCount { lastEntries[position] = -1 }
    for position in 0..<input.count {
      let place = input.place(position)
      let here = Int32(truncatingIfNeeded: position)
      RuleGroup.forEachBit(place.classes.low & classes.low) { lastEntries[$0] = here }
      RuleGroup.forEachBit(place.classes.high & classes.high) { lastEntries[64 &+ $0] = here }
    }
    for elements in last {
      var furthest: Int32 = -1
      RuleGroup.forEachBit(elements.classes.low) { furthest = max(furthest, lastEntries[$0]) }
      RuleGroup.forEachBit(elements.classes.high) { furthest = max(furthest, lastEntries[64 &+ $0]) }
      reach.append(elements.anything ? input.count : Int(furthest))
    }
    for position in 0..<input.count {
      let scalar = input.place(position).scalar
      let numbers = scalars[scalar]
      if numbers != 0 { note(scalar, position, numbers, input, &reach) }
    }
  }

  private func note(
    _ scalar: UInt32, _ position: Int, _ numbers: UInt64, _ input: borrowing RuleInput, _ reach: inout [Int]
  ) {
    RuleGroup.forEachBit(numbers) { low in
      for number in stride(from: low, to: endings.count, by: 64)
      where endings[number].scalar == scalar
        && (endings[number].previous == 0
          || position > 0 && input.place(position - 1).scalar == endings[number].previous)
      {
        for rule in endings[number].rules { reach[rule] = max(reach[rule], position) }
      }
    }
  }

  /// The last position where a result starts that the rule may end with, or -1.
  func reach(of rule: Int, byResultsIn input: borrowing RuleInput) -> Int {
    last[rule].types == 0 ? -1 : input.lastResult(of: last[rule].types)
  }
}

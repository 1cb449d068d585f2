import Lexicon

/// How far each rule needs to be tried in a sentence: no further than the last place of what its matches must end with.
///
/// Most rules for names of organizations end with one of a few dozen words, and most sentences have none of them.
struct RuleEndings: Sendable {
  private let last: [LastElements]
  /// By scalar: the rules that may end with it, if what stands before it serves.
  private var rules: [UInt32: [(rule: Int, previous: UInt32)]] = [:]
  /// A bit for each scalar of `rules`, by its lowest twelve bits.
  private var mask = [UInt64](repeating: 0, count: 64)

  init(_ last: [LastElements]) {
    self.last = last
    for (rule, elements) in last.enumerated() where !elements.anything {
      for ending in elements.scalars {
        rules[ending.scalar, default: []].append((rule, ending.previous))
        mask[Int(ending.scalar >> 6 & 63)] |= 1 << UInt64(ending.scalar & 63)
      }
    }
  }

  /// By rule: the last position where a match may start, -1 if it need not be tried; results of earlier stages apart.
  func reach(in input: borrowing RuleInput, into reach: inout [Int]) {
    reach.removeAll(keepingCapacity: true)
    for elements in last {
      reach.append(
        elements.anything ? input.count : elements.classes.isEmpty ? -1 : input.lastEntry(of: elements.classes))
    }
    for position in 0..<input.count {
      let scalar = input.scalars[position]
      guard mask[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0, let found = rules[scalar] else { continue }
      for ending in found
      where ending.previous == 0 || position > 0 && input.scalars[position - 1] == ending.previous {
        reach[ending.rule] = max(reach[ending.rule], position)
      }
    }
  }

  /// The last position where a result starts that the rule may end with, or -1.
  func reach(of rule: Int, byResultsIn input: borrowing RuleInput) -> Int {
    last[rule].types == 0 ? -1 : input.lastResult(of: last[rule].types)
  }
}

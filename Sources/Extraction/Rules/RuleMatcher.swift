import Lexicon

/// Runs rule programs over one sentence.
///
/// Backtracking that remembers: no pair of instruction and position is tried twice from one start, and no match is longer
/// than ``lengthLimit`` scalars, so a program costs at most instructions × limit steps at a start, whatever the pattern
/// or the text (the bit-state method of RE2). All matches from a start are told, the longest choices first.
struct RuleMatcher {
  /// In scalars; names of organizations of news pages stay well below.
  static let lengthLimit = 63

  var memory = MatcherMemory()
  private(set) var slots = Table<Int32>()
  private var slotCount = 0
  /// How many matches the last run found.
  private(set) var endCount = 0
  /// Their ends, and the slots of their parts (-1: unset) one match after the other.
  private var foundEnds = Table<Int32>()
  private var foundSlots = Table<Int32>()

  /// Which matches are asked for: all, any one, or one with this end.
  enum Wanted: Equatable { case all, any, end(Int) }

  enum Direction: Int { case forward = 1, backward = -1 }

  /// The ends of the matches found.
  var ends: [Int32] { (0..<endCount).map { foundEnds[$0] } }

  /// The end (backward: the start) of the match number `match`.
  func end(of match: Int) -> Int { Int(foundEnds[match]) }

  /// The position kept in a slot of the match number `match`, or -1.
  func slot(_ slot: Int, of match: Int) -> Int {
    Int(foundSlots[match * slotCount + slot])
  }

  /// Finds the matches of `program` that start (backward: end) at `start`: ``ends`` and ``slot(_:of:)`` tell them.
  ///
  /// - Parameters:
  ///   - charts: those that the program needs; it needs none backward.
  ///   - bound: matches do not go past this position.
  ///   - wanted: the search stops at the first match that serves.
  /// - Complexity: O(instructions × ``lengthLimit``) and the edges met there.
  mutating func run(
    _ program: RuleProgram.Code, over input: RuleInput.View, _ charts: Charts.View, from start: Int,
    bound: Int, direction: Direction = .forward, wanted: Wanted = .all
  ) {
    endCount = 0
    slotCount = program.slotCount
    slots.reserve(slotCount)
    for slot in 0..<slotCount { slots[slot] = -1 }
    if direction == .forward {
      search(program, input, charts, start, bound, .forward, wanted)
    } else {
      search(program, input, charts, start, bound, .backward, wanted)
    }
  }

  /// The lengths of the matches of a definition that start at `position` and do not go past `bound`, as bits.
  @inline(__always)
  static func lengths(of chart: Int, _ charts: Charts.View, _ position: Int, _ bound: Int) -> UInt64 {
    // No match takes more than 63.
    charts.lengths(of: chart, at: position) & (2 << UInt64(min(bound &- position, 62)) &- 1)
  }

  mutating func addEnd(_ position: Int) {
    foundEnds.reserve(endCount + 1, keeping: endCount)
    foundEnds[endCount] = Int32(truncatingIfNeeded: position)
    let first = endCount * slotCount
    foundSlots.reserve(first + slotCount, keeping: first)
    for slot in 0..<slotCount { foundSlots[first + slot] = slots[slot] }
    endCount += 1
  }
}

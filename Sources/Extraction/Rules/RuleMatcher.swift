import Lexicon

/// Runs rule programs over one sentence.
///
/// Backtracking that remembers: no pair of instruction and position is tried twice from one start, and no match is longer
/// than ``lengthLimit`` scalars, so a program costs at most instructions × limit steps at a start, whatever the pattern
/// or the text (the bit-state method of RE2). All matches from a start are told, the longest choices first.
struct RuleMatcher {
  /// In scalars; names of organizations of news pages stay well below.
  static let lengthLimit = 63

  private var memory = MatcherMemory()
  private var slots = Table<Int32>()
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
    _ program: borrowing RuleProgram, over input: RuleInput.View, _ charts: Charts.View, from start: Int,
    bound: Int, direction: Direction = .forward, wanted: Wanted = .all
  ) {
    endCount = 0
    slotCount = program.slotCount
    slots.reserve(slotCount)
    for slot in 0..<slotCount { slots[slot] = -1 }
    if let chart = program.onlyChart, direction == .forward, wanted == .all {
      return addMatches(of: chart, charts, start, bound)
    }
    memory.begin(joins: program.joinCount, at: start)
    if direction == .forward {
      search(program, input, charts, start, bound, .forward, wanted)
    } else {
      search(program, input, charts, start, bound, .backward, wanted)
    }
  }

  /// - Parameter direction: a constant, so that the search is compiled for each.
  @inline(__always)
  private mutating func search(
    _ program: borrowing RuleProgram, _ input: RuleInput.View, _ charts: Charts.View, _ start: Int,
    _ bound: Int, _ direction: Direction, _ wanted: Wanted
  ) {
    // A pointer, not the table: that would be counted up and down at each start.
    let instructions = program.code.start
    let step = direction.rawValue
    // Where the scalar to be taken next stands.
    let ahead = direction == .forward ? 0 : -1
    let lowest = direction == .forward ? start : start - Self.lengthLimit
    func isEnd(_ position: Int) -> Bool { direction == .forward ? position >= bound : position <= bound }
    memory.push(0, start)
    while let next = memory.pop() {
      if next.instruction < 0 {
        slots[Int(-1 - next.instruction)] = next.position
        continue
      }
      var pc = Int(next.instruction)
      var position = Int(next.position)
      thread: while true {
        // Too long a match.
        if UInt(bitPattern: position &- lowest) > UInt(Self.lengthLimit) { break }
        // Not copied: most instructions are asked for one or two of their fields.
        let at = instructions + pc
        if at.pointee.join >= 0, !memory.isNew(at.pointee, position) { break }
        switch at.pointee.operation {
        case .scalar:
          if isEnd(position) || input.place(position &+ ahead).scalar != UInt32(bitPattern: at.pointee.a) {
            break thread
          }
          position &+= step
        case .set:
          if isEnd(position) { break thread }
          let scalar = input.place(position &+ ahead).scalar
          if program.set(of: at.pointee, contains: scalar) == (at.pointee.a == 1) { break thread }
          position &+= step
        case .peek:
          if isEnd(position) || !program.set(of: at.pointee, contains: input.place(position &+ ahead).scalar) {
            break thread
          }
        case .kind:
          if isEnd(position) || input.place(position &+ ahead).kind & at.pointee.mask == 0 { break thread }
          position &+= step
        case .entry:
          guard let end = pushEntries(at.pointee, pc, position, input, direction, bound) else { break thread }
          position = end
        case .word:
          let place = input.place(position)
          if direction == .forward {
            guard place.tag & at.pointee.mask != 0, Int(place.tokenEnd) <= bound else { break thread }
            position = Int(place.tokenEnd)
          } else {
            let start = Int(place.tokenStart)
            guard start >= bound, input.place(start).tag & at.pointee.mask != 0 else { break thread }
            position = start
          }
        case .result:
          guard let end = pushResults(at.pointee, pc, position, input, direction, bound) else { break thread }
          position = end
        case .chart:
          var lengths = Self.lengths(of: Int(at.pointee.a), charts, position, bound)
          if lengths == 0 { break thread }
          while lengths & (lengths &- 1) != 0 {
            memory.push(pc &+ 1, position &+ lengths.trailingZeroBitCount)
            lengths &= lengths &- 1
          }
          position &+= lengths.trailingZeroBitCount
        case .boundary:
          if !input.isBoundary(position) { break thread }
        case .sentenceStart:
          if position != 0 { break thread }
        case .sentenceEnd:
          if position != input.count { break thread }
        case .split:
          // Most ways of a choice cannot begin: one look at each is less than to leave and to come back.
          if direction == .forward {
            let place = input.place(position)
            var way = at
            while !place.mayBegin(way.pointee) {
              pc = Int(way.pointee.b)
              way = instructions + pc
              if way.pointee.operation != .split || way.pointee.join >= 0 { continue thread }
            }
            memory.push(Int(way.pointee.b), position)
          } else {
            memory.push(Int(at.pointee.b), position)
          }
          pc &+= 1
          continue thread
        case .jump:
          pc = Int(at.pointee.a)
          continue thread
        case .save:
          let slot = Int(at.pointee.a)
          memory.push(-1 - slot, Int(slots[slot]))
          slots[slot] = Int32(truncatingIfNeeded: position)
        case .accept:
          if case .end(let end) = wanted, position != end { break thread }
          addEnd(position)
          if wanted == .all { break thread }
          return
        }
        pc &+= 1
      }
    }
  }

  /// The lengths of the matches of a definition that start at `position` and do not go past `bound`, as bits.
  @inline(__always)
  private static func lengths(of chart: Int, _ charts: Charts.View, _ position: Int, _ bound: Int) -> UInt64 {
    // No match takes more than 63.
    charts.lengths(of: chart, at: position) & (2 << UInt64(min(bound &- position, 62)) &- 1)
  }

  /// Adds the matches of a program that is one definition, as a part or by itself.
  @inline(__always)
  private mutating func addMatches(of chart: Int, _ charts: Charts.View, _ start: Int, _ bound: Int) {
    var lengths = Self.lengths(of: chart, charts, start, bound)
    if slotCount > 0 { slots[0] = Int32(truncatingIfNeeded: start) }
    while lengths != 0 {
      let length = 63 &- lengths.leadingZeroBitCount
      lengths &= ~(1 << UInt64(length))
      if slotCount > 0 { slots[1] = Int32(truncatingIfNeeded: start &+ length) }
      addEnd(start &+ length)
    }
  }

  private mutating func addEnd(_ position: Int) {
    foundEnds.reserve(endCount + 1, keeping: endCount)
    foundEnds[endCount] = Int32(truncatingIfNeeded: position)
    let first = endCount * slotCount
    foundSlots.reserve(first + slotCount, keeping: first)
    for slot in 0..<slotCount { foundSlots[first + slot] = slots[slot] }
    endCount += 1
  }

  /// Puts all ends of dictionary entries of the class but the longest on the stack, and returns that one.
  @inline(__always)
  private mutating func pushEntries(
    _ instruction: RuleProgram.Instruction, _ pc: Int, _ position: Int, _ input: RuleInput.View,
    _ direction: Direction, _ bound: Int
  ) -> Int? {
    var longest: Int?
    switch direction {
    case .forward:
      guard instruction.hasClass(input.place(position).classes) else { return nil }
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        guard instruction.hasClass(edge.classes), Int(edge.end) <= bound else { continue }
        if let shorter = longest { memory.push(pc + 1, shorter) }
        longest = Int(edge.end)
      }
    case .backward:
      var start = position - 1
      while start >= max(bound, position - RuleInput.longestEntry) {
        if instruction.hasClass(input.place(start).classes) {
          for index in input.edgeRange(at: start) {
            let edge = input.edge(index)
            guard Int(edge.end) == position, instruction.hasClass(edge.classes) else { continue }
            if let shorter = longest { memory.push(pc + 1, shorter) }
            longest = start
          }
        }
        start -= 1
      }
    }
    return longest
  }

  @inline(__always)
  private mutating func pushResults(
    _ instruction: RuleProgram.Instruction, _ pc: Int, _ position: Int, _ input: RuleInput.View,
    _ direction: Direction, _ bound: Int
  ) -> Int? {
    var chosen: Int?
    var index = input.firstResult(at: position, direction)
    while index >= 0 {
      let result = input.result(index)
      index = Int(direction == .forward ? result.nextStarting : result.nextEnding)
      let end = Int(direction == .forward ? result.end : result.start)
      guard result.type == instruction.a, instruction.b < 0 || result.kind == instruction.b,
        direction == .forward ? end <= bound : end >= bound
      else { continue }
      if let other = chosen {
        let longer = direction == .forward ? max(other, end) : min(other, end)
        memory.push(pc + 1, longer == end ? other : end)
        chosen = longer
      } else {
        chosen = end
      }
    }
    return chosen
  }
}

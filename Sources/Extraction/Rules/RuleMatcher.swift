import Lexicon

/// Runs rule programs over one sentence.
///
/// Backtracking that remembers: no pair of instruction and position is tried twice from one start, and no match is longer
/// than ``lengthLimit`` scalars, so a program costs at most instructions × limit steps at a start, whatever the pattern
/// or the text (the bit-state method of RE2). All matches from a start are told, the longest choices first.
struct RuleMatcher {
  /// In scalars; names of organizations of news pages stay well below.
  static let lengthLimit = 63

  private let memory = MatcherMemory()
  private var slots: [Int32] = []
  /// The ends of the matches found, and the slots of their parts (-1: unset) one match after the other.
  private(set) var ends: [Int32] = []
  private var foundSlots: [Int32] = []

  /// Which matches are asked for: all, any one, or one with this end.
  enum Wanted: Equatable { case all, any, end(Int) }

  enum Direction: Int { case forward = 1, backward = -1 }

  /// The position kept in a slot of the match number `match`, or -1.
  func slot(_ slot: Int, of match: Int) -> Int {
    Int(foundSlots[match * slots.count + slot])
  }

  /// Finds the matches of `program` that start (backward: end) at `start`: ``ends`` and ``slot(_:of:)`` tell them.
  ///
  /// - Parameters:
  ///   - bound: matches do not go past this position.
  ///   - wanted: the search stops at the first match that serves.
  /// - Complexity: O(instructions × ``lengthLimit``) and the edges met there.
  mutating func run(
    _ program: borrowing RuleProgram, over input: borrowing RuleInput, from start: Int, bound: Int,
    direction: Direction = .forward, wanted: Wanted = .all
  ) {
    if !ends.isEmpty {
      ends.removeAll(keepingCapacity: true)
      foundSlots.removeAll(keepingCapacity: true)
    }
    let width = Self.lengthLimit + 1
    let instructions = program.instructions
    let memory = memory
    memory.begin(cells: instructions.count * width)
    let slotCount = program.parts.count * 2
    if slots.count == slotCount {
      for slot in slots.indices { slots[slot] = -1 }
    } else {
      slots = [Int32](repeating: -1, count: slotCount)
    }
    memory.push(0, start)

    while let frame = memory.pop() {
      if frame.instruction < 0 {
        slots[Int(-1 - frame.instruction)] = frame.position
        continue
      }
      var pc = Int(frame.instruction)
      var position = Int(frame.position)
      thread: while true {
        let distance = abs(position - start)
        if distance > Self.lengthLimit { break }
        guard memory.isNew(pc &* width &+ distance) else { break }

        let instruction = instructions[pc]
        switch instruction.operation {
        case .scalar:
          guard let scalar = input.scalar(next: position, direction, bound),
            scalar == UInt32(bitPattern: instruction.a)
          else { break thread }
          position += direction.rawValue
        case .set:
          guard let scalar = input.scalar(next: position, direction, bound) else { break thread }
          if program.set(of: instruction, contains: scalar) == (instruction.a == 1) { break thread }
          position += direction.rawValue
        case .peek:
          guard let scalar = input.scalar(next: position, direction, bound),
            program.set(of: instruction, contains: scalar)
          else { break thread }
        case .kind:
          guard let kind = input.kind(next: position, direction, bound), kind & instruction.mask != 0 else {
            break thread
          }
          position += direction.rawValue
        case .entry:
          guard let end = pushEntries(instruction, pc, position, input, direction, bound) else { break thread }
          position = end
        case .word:
          guard let end = input.token(next: position, direction, tags: instruction.mask),
            direction == .forward ? end <= bound : end >= bound
          else { break thread }
          position = end
        case .result:
          guard let end = pushResults(instruction, pc, position, input, direction, bound) else { break thread }
          position = end
        case .boundary:
          if !input.isBoundary(position) { break thread }
        case .sentenceStart:
          if position != 0 { break thread }
        case .sentenceEnd:
          if position != input.count { break thread }
        case .split:
          memory.push(Int(instruction.b), position)
          pc = Int(instruction.a)
          continue thread
        case .jump:
          pc = Int(instruction.a)
          continue thread
        case .save:
          let slot = Int(instruction.a)
          memory.push(-1 - slot, Int(slots[slot]))
          slots[slot] = Int32(position)
        case .accept:
          switch wanted {
          case .end(let end) where position != end: break thread
          default: break
          }
          ends.append(Int32(position))
          foundSlots.append(contentsOf: slots)
          if wanted == .all { break thread }
          return
        }
        pc += 1
      }
    }
  }

  /// Puts all ends of dictionary entries of the class but the longest on the stack, and returns that one.
  private mutating func pushEntries(
    _ instruction: RuleProgram.Instruction, _ pc: Int, _ position: Int, _ input: borrowing RuleInput,
    _ direction: Direction, _ bound: Int
  ) -> Int? {
    // Bits, not a set: what another module computes is a call.
    let low: UInt64 = instruction.a < 64 ? 1 << UInt64(instruction.a) : 0
    let high: UInt64 = instruction.a < 64 ? 0 : 1 << UInt64(instruction.a & 63)
    var longest: Int?
    func take(_ end: Int) {
      if let shorter = longest { memory.push(pc + 1, shorter) }
      longest = end
    }
    switch direction {
    case .forward:
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        if (edge.classes.low & low) | (edge.classes.high & high) != 0, Int(edge.end) <= bound { take(Int(edge.end)) }
      }
    case .backward:
      var start = position - 1
      while start >= max(bound, position - input.longestEntry) {
        for index in input.edgeRange(at: start) {
          let edge = input.edge(index)
          if Int(edge.end) == position, (edge.classes.low & low) | (edge.classes.high & high) != 0 { take(start) }
        }
        start -= 1
      }
    }
    return longest
  }

  private mutating func pushResults(
    _ instruction: RuleProgram.Instruction, _ pc: Int, _ position: Int, _ input: borrowing RuleInput,
    _ direction: Direction, _ bound: Int
  ) -> Int? {
    var chosen: Int?
    input.forEachResult(at: position, direction, type: instruction.a, kind: instruction.b) { end in
      guard direction == .forward ? end <= bound : end >= bound else { return }
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

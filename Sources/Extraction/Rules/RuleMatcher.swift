import Lexicon

/// Runs rule programs over one sentence.
///
/// Backtracking that remembers: no pair of instruction and position is tried twice from one start, and no match is longer
/// than ``lengthLimit`` scalars, so a program costs at most instructions × limit steps at a start, whatever the pattern
/// or the text (the bit-state method of RE2). All matches from a start are told, the longest choices first.
struct RuleMatcher {
  /// In scalars; names of organizations of news pages stay well below.
  static let lengthLimit = 63

  private var visited: [UInt64] = []
  private var stack: [Frame] = []
  private var slots: [Int32] = []
  /// The ends of the matches found, and the slots of their parts (-1: unset) one match after the other.
  private(set) var ends: [Int32] = []
  private var foundSlots: [Int32] = []

  private struct Frame {
    /// The instruction to go on with, or -1 - slot to put `position` back into that slot.
    var instruction: Int32
    var position: Int32
  }

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
    ends.removeAll(keepingCapacity: true)
    foundSlots.removeAll(keepingCapacity: true)
    let width = Self.lengthLimit + 1
    let bits = program.instructions.count * width
    let words = (bits + 63) / 64
    if visited.count < words { visited = [UInt64](repeating: 0, count: words) }
    for index in 0..<words { visited[index] = 0 }
    slots.removeAll(keepingCapacity: true)
    slots.append(contentsOf: repeatElement(-1, count: program.parts.count * 2))
    stack.removeAll(keepingCapacity: true)
    stack.append(Frame(instruction: 0, position: Int32(start)))

    while let frame = stack.popLast() {
      if frame.instruction < 0 {
        slots[Int(-1 - frame.instruction)] = frame.position
        continue
      }
      var pc = Int(frame.instruction)
      var position = Int(frame.position)
      thread: while true {
        let distance = abs(position - start)
        if distance > Self.lengthLimit { break }
        let bit = pc * width + distance
        if visited[bit >> 6] & (1 << UInt64(bit & 63)) != 0 { break }
        visited[bit >> 6] |= 1 << UInt64(bit & 63)

        let instruction = program.instructions[pc]
        switch instruction.operation {
        case .scalar:
          guard let scalar = input.scalar(next: position, direction, bound),
            scalar == UInt32(bitPattern: instruction.a)
          else { break thread }
          position += direction.rawValue
        case .set:
          guard let scalar = input.scalar(next: position, direction, bound) else { break thread }
          let inside = program.sets[Int(instruction.b)].contains(scalar)
          if inside == (instruction.a == 1) { break thread }
          position += direction.rawValue
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
          stack.append(Frame(instruction: instruction.b, position: Int32(position)))
          pc = Int(instruction.a)
          continue thread
        case .jump:
          pc = Int(instruction.a)
          continue thread
        case .save:
          let slot = Int(instruction.a)
          stack.append(Frame(instruction: Int32(-1 - slot), position: slots[slot]))
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
    let wanted = ClassID(raw: UInt8(truncatingIfNeeded: instruction.a))
    var longest: Int?
    func take(_ end: Int) {
      if let shorter = longest { stack.append(Frame(instruction: Int32(pc + 1), position: Int32(shorter))) }
      longest = end
    }
    switch direction {
    case .forward:
      for edge in input.edges(at: position) where edge.classes.contains(wanted) && Int(edge.end) <= bound {
        take(Int(edge.end))
      }
    case .backward:
      var start = position - 1
      while start >= max(bound, position - input.longestEntry) {
        for edge in input.edges(at: start) where Int(edge.end) == position && edge.classes.contains(wanted) {
          take(start)
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
        stack.append(Frame(instruction: Int32(pc + 1), position: Int32(longer == end ? other : end)))
        chosen = longer
      } else {
        chosen = end
      }
    }
    return chosen
  }
}

extension RuleMatcher {
  /// - Parameter direction: a constant, so that the search is compiled for each.
  @inline(__always)
  mutating func search(
    _ program: RuleProgram.Code, _ input: RuleInput.View, _ charts: Charts.View, _ start: Int,
    _ bound: Int, _ direction: Direction, _ wanted: Wanted
  ) {
    let instructions = program.instructions
    let slots = slots.mutableStart
    let step = direction.rawValue
    // Where the scalar to be taken next stands.
    let ahead = direction == .forward ? 0 : -1
    let lowest = direction == .forward ? start : start - Self.lengthLimit
    func isEnd(_ position: Int) -> Bool { direction == .forward ? position >= bound : position <= bound }
    var tried = memory.begin(joins: program.joinCount, at: start)
    memory.push(0, start, &tried)
    while let next = tried.pop() {
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
        if at.pointee.join >= 0, !tried.isNew(at, position) { break }
        switch at.pointee.operation {
        case .scalar:
          if isEnd(position) || input.place(position &+ ahead).scalar != UInt32(bitPattern: at.pointee.a) {
            break thread
          }
          position &+= step
        case .set:
          if isEnd(position) { break thread }
          let scalar = input.place(position &+ ahead).scalar
          if program.set(of: at, contains: scalar) == (at.pointee.a == 1) { break thread }
          position &+= step
        case .peek:
          if isEnd(position) || !program.set(of: at, contains: input.place(position &+ ahead).scalar) {
            break thread
          }
        case .kind:
          if isEnd(position) || input.place(position &+ ahead).kind & at.pointee.mask == 0 { break thread }
          position &+= step
        case .entry:
          guard let end = pushEntries(at, pc, position, input, direction, bound, &tried) else { break thread }
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
          guard let end = pushResults(at, pc, position, input, direction, bound, &tried) else { break thread }
          position = end
        case .chart:
          var lengths = Self.lengths(of: Int(at.pointee.a), charts, position, bound)
          if lengths == 0 { break thread }
          while lengths & (lengths &- 1) != 0 {
            memory.push(pc &+ 1, position &+ lengths.trailingZeroBitCount, &tried)
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
            var way = at
            while !input.mayBegin(way, at: position) {
              pc = Int(way.pointee.b)
              way = instructions + pc
              if way.pointee.operation != .split || way.pointee.join >= 0 { continue thread }
            }
            memory.push(Int(way.pointee.b), position, &tried)
          } else {
            memory.push(Int(at.pointee.b), position, &tried)
          }
          pc &+= 1
          continue thread
        case .jump:
          pc = Int(at.pointee.a)
          continue thread
        case .save:
          let slot = Int(at.pointee.a)
          // Nothing is left to come back to from where it would be unset.
          if !tried.isEmpty { memory.push(-1 - slot, Int(slots[slot]), &tried) }
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
}

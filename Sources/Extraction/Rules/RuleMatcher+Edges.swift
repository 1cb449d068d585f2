import Lexicon

extension RuleMatcher {
  /// Puts all ends of dictionary entries of the class but the longest on the stack, and returns that one.
  @inline(__always)
  mutating func pushEntries(
    _ instruction: UnsafePointer<RuleProgram.Instruction>, _ pc: Int, _ position: Int, _ input: RuleInput.View,
    _ direction: Direction, _ bound: Int, _ tried: inout MatcherMemory.Run
  ) -> Int? {
    var longest: Int?
    switch direction {
    case .forward:
      guard instruction.pointee.hasClass(input.place(position).classes) else { return nil }
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        guard instruction.pointee.hasClass(edge.classes), Int(edge.end) <= bound else { continue }
        if let shorter = longest { memory.push(pc &+ 1, shorter, &tried) }
        longest = Int(edge.end)
      }
    case .backward:
      var start = position - 1
      while start >= max(bound, position - RuleInput.longestEntry) {
        if instruction.pointee.hasClass(input.place(start).classes) {
          for index in input.edgeRange(at: start) {
            let edge = input.edge(index)
            guard Int(edge.end) == position, instruction.pointee.hasClass(edge.classes) else { continue }
            if let shorter = longest { memory.push(pc &+ 1, shorter, &tried) }
            longest = start
          }
        }
        start -= 1
      }
    }
    return longest
  }

  @inline(__always)
  mutating func pushResults(
    _ instruction: UnsafePointer<RuleProgram.Instruction>, _ pc: Int, _ position: Int, _ input: RuleInput.View,
    _ direction: Direction, _ bound: Int, _ tried: inout MatcherMemory.Run
  ) -> Int? {
    var chosen: Int?
    var index = input.firstResult(at: position, direction)
    while index >= 0 {
      let result = input.result(index)
      index = Int(direction == .forward ? result.nextStarting : result.nextEnding)
      let end = Int(direction == .forward ? result.end : result.start)
      guard result.type == instruction.pointee.a, instruction.pointee.b < 0 || result.kind == instruction.pointee.b,
        direction == .forward ? end <= bound : end >= bound
      else { continue }
      if let other = chosen {
        let longer = direction == .forward ? max(other, end) : min(other, end)
        memory.push(pc &+ 1, longer == end ? other : end, &tried)
        chosen = longer
      } else {
        chosen = end
      }
    }
    return chosen
  }
}

import Lexicon

/// Writes the instructions of a ``RuleProgram``.
struct ProgramBuilder {
  typealias Instruction = RuleProgram.Instruction

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [[UInt32]] = []
  private(set) var parts: [String] = []
  /// Whether what is emitted lies inside a repetition whose copies are ranked.
  private var isRanked = false

  mutating func emit(_ pattern: RulePattern, _ names: inout RuleNames) throws(RuleError.Reason) {
    if instructions.count > RuleProgram.instructionLimit { throw .tooLarge("") }
    switch pattern {
    case .literal(let scalars):
      for scalar in scalars {
        instructions.append(Instruction(operation: .scalar, a: Int32(truncatingIfNeeded: names.fold(scalar))))
      }
    case .set(let scalars, let negated):
      emitSet(.set, scalars, negated: negated, &names)
    case .scalar(let kind):
      instructions.append(Instruction(operation: .kind, mask: ScalarKinds.mask(of: kind)))
    case .entry(let name):
      guard let id = names.lexicon.classID(named: name) else { throw .unknownClass(name) }
      instructions.append(Instruction(operation: .entry, a: Int32(id.raw)))
    case .word(let tag):
      instructions.append(Instruction(operation: .word, mask: tag.map { names.tagMask($0) } ?? .max))
    case .result(let type, let kind):
      instructions.append(
        Instruction(operation: .result, a: names.type(type), b: kind.map { names.kind($0) } ?? -1))
    case .boundary: instructions.append(Instruction(operation: .boundary))
    case .sentenceStart: instructions.append(Instruction(operation: .sentenceStart))
    case .sentenceEnd: instructions.append(Instruction(operation: .sentenceEnd))
    case .sequence(let items):
      for item in items { try emit(item, &names) }
    case .choice(let items):
      let starts = items.compactMap { if case .literal(let scalars) = $0 { scalars.first } else { nil } }
      if items.count > 2, starts.count == items.count { emitSet(.peek, starts, negated: false, &names) }
      try emitChoice(items[...], &names)
    case .repetition(let item, let min, let max):
      try emitRepetition(item, min: min, max: max, &names)
    case .part(let name, let item):
      let slot = Int32(parts.firstIndex(of: name) ?? parts.count) * 2
      if !parts.contains(name) { parts.append(name) }
      instructions.append(Instruction(operation: .save, a: slot))
      try emit(item, &names)
      instructions.append(Instruction(operation: .save, a: slot + 1))
    case .definition(let definition):
      if let number = try names.chart(of: definition) {
        instructions.append(Instruction(operation: .chart, a: number))
      } else {
        try emit(definition.pattern, &names)
      }
    }
  }

  private mutating func emitSet(
    _ operation: RuleProgram.Operation, _ scalars: [UInt32], negated: Bool, _ names: inout RuleNames
  ) {
    let set = Set(scalars.map { names.fold($0) }).sorted()
    let mask = set.reduce(UInt64(0)) { $0 | 1 << UInt64($1 & 63) }
    instructions.append(Instruction(operation: operation, a: negated ? 1 : 0, b: Int32(sets.count), mask: mask))
    sets.append(set)
  }

  private mutating func emitChoice(
    _ items: ArraySlice<RulePattern>, _ names: inout RuleNames
  ) throws(RuleError.Reason) {
    guard let item = items.first else { return }
    // Words of several parts of speech are one question: a token has one.
    var taken = 1
    var tags: UInt64 = 0
    while taken <= items.count, case .word(let tag) = items[items.startIndex + taken - 1] {
      tags |= tag.map { names.tagMask($0) } ?? .max
      taken += 1
    }
    taken = max(1, taken - 1)
    func emitFirst() throws(RuleError.Reason) {
      if tags == 0 { return try emit(item, &names) }
      instructions.append(Instruction(operation: .word, mask: tags))
    }
    guard items.count > taken else { return try emitFirst() }
    let split = instructions.count
    instructions.append(Instruction(operation: .split, a: Int32(split + 1)))
    try emitFirst()
    let jump = instructions.count
    instructions.append(Instruction(operation: .jump))
    instructions[split].b = Int32(instructions.count)
    try emitChoice(items.dropFirst(taken), &names)
    instructions[jump].a = Int32(instructions.count)
  }

  /// `item` from `min` to `max` times, as many as possible first: a copy of its instructions for each time.
  private mutating func emitRepetition(
    _ item: RulePattern, min: Int, max: Int, _ names: inout RuleNames
  ) throws(RuleError.Reason) {
    // Ranks count one repetition: those inside it stay as they are. A copy that takes nothing would meet itself.
    let ranks = !isRanked && max - min >= 2 && !item.mayBeEmpty
    if ranks { isRanked = true }
    defer { if ranks { isRanked = false } }
    var copies: [Range<Int>] = []
    var splits: [Int] = []
    for time in 0..<max {
      if time >= min {
        splits.append(instructions.count)
        instructions.append(Instruction(operation: .split, a: Int32(instructions.count + 1)))
      }
      let start = instructions.count
      try emit(item, &names)
      // From the last copy that must be there on, each can do what the next one can, and once more.
      if time >= min - 1 { copies.append(start..<instructions.count) }
    }
    for split in splits { instructions[split].b = Int32(instructions.count) }
    if ranks { rank(copies, splits: splits) }
  }

  /// Ranks are bytes.
  private static let rankLimit = 256

  /// Makes the copies one for ``MatcherMemory``, ranked by how often they can still go on.
  private mutating func rank(_ copies: [Range<Int>], splits: [Int]) {
    for (rank, copy) in copies.prefix(Self.rankLimit).enumerated() {
      for (index, first) in zip(copy, copies[0]) {
        instructions[index].twin = Int32(first)
        instructions[index].rank = UInt8(truncatingIfNeeded: rank)
      }
    }
    for (rank, split) in splits.prefix(Self.rankLimit).enumerated() {
      instructions[split].twin = Int32(splits[0])
      instructions[split].rank = UInt8(truncatingIfNeeded: rank)
    }
  }
}

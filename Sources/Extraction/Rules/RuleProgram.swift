import Lexicon

/// A pattern as a program for ``RuleMatcher``: a flat array of instructions over positions in a sentence.
///
/// A class, so that nothing of it is copied on the way to the matcher.
final class RuleProgram: Sendable {
  enum Operation: UInt8, Sendable {
    /// One scalar equal to `a`.
    case scalar
    /// One scalar of (`a` = 1: not of) the set number `b`.
    case set
    /// Goes on only if the next scalar is of the set number `b`, without taking it: spares the tries of a choice of
    /// literals where none of them can begin.
    case peek
    /// One scalar whose kind is in `mask`.
    case kind
    /// A dictionary entry of class `a`.
    case entry
    /// A token of the best path whose tag is in `mask`.
    case word
    /// An earlier result of type `a`, of kind `b` unless that is -1.
    case result
    case boundary, sentenceStart, sentenceEnd
    /// Try `a` first, then `b`.
    case split
    case jump
    /// Keep the position in slot `a`.
    case save
    case accept
  }

  struct Instruction: Sendable {
    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = -1
    var mask: UInt64 = 0
  }

  let instructions: [Instruction]
  let sets: [[UInt32]]
  /// The parts in the order of their slots: part `i` is kept in slots `2i` and `2i + 1`.
  let parts: [String]
  /// What can stand first, and what must stand last.
  let first: FirstElements
  let last: LastElements

  /// Programs longer than this are refused; the greatest rule that ships has a third of it.
  static let instructionLimit = 1_500

  /// - Parameter names: classes, types and tags by name; new types and kinds are added.
  init(_ pattern: RulePattern, names: inout RuleNames) throws(RuleError.Reason) {
    var builder = ProgramBuilder()
    try builder.emit(pattern, &names)
    instructions = builder.instructions + [Instruction(operation: .accept)]
    sets = builder.sets
    parts = builder.parts
    first = FirstElements(of: instructions, sets: sets)
    last = LastElements(of: instructions, sets: sets)
  }

  /// Whether the set of an instruction has the scalar.
  @inline(__always) func set(of instruction: Instruction, contains scalar: UInt32) -> Bool {
    instruction.mask >> UInt64(scalar & 63) & 1 != 0 && sets[Int(instruction.b)].contains(scalar)
  }
}

/// Writes the instructions of a ``RuleProgram``.
private struct ProgramBuilder {
  typealias Instruction = RuleProgram.Instruction

  private(set) var instructions: [Instruction] = []
  private(set) var sets: [[UInt32]] = []
  private(set) var parts: [String] = []

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
      for _ in 0..<min { try emit(item, &names) }
      try emitOptional(item, times: max - min, &names)
    case .part(let name, let item):
      let slot = Int32(parts.firstIndex(of: name) ?? parts.count) * 2
      if !parts.contains(name) { parts.append(name) }
      instructions.append(Instruction(operation: .save, a: slot))
      try emit(item, &names)
      instructions.append(Instruction(operation: .save, a: slot + 1))
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

  private mutating func emitChoice(_ items: ArraySlice<RulePattern>, _ names: inout RuleNames) throws(RuleError.Reason)
  {
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

  /// `item` up to `times` times, as many as possible first.
  private mutating func emitOptional(_ item: RulePattern, times: Int, _ names: inout RuleNames) throws(RuleError.Reason)
  {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(instructions.count)
      instructions.append(Instruction(operation: .split, a: Int32(instructions.count + 1)))
      try emit(item, &names)
    }
    for split in splits { instructions[split].b = Int32(instructions.count) }
  }
}

/// What a program can begin with: lets the matcher pass over most positions with one test.
struct FirstElements: Sendable {
  var classes = ClassSet()
  /// Bit n: a result of type n.
  var types: UInt64 = 0
  var tags: UInt64 = 0
  var kinds: UInt64 = 0
  var scalars: [UInt32] = []
  /// Begins at a boundary between tokens, whatever comes then.
  var isAtBoundary = false
  /// Begins with something that no table can tell (a negated set, a sentence end): always try.
  var anything = false
  /// Could match nothing at all.
  var empty = false

  init() {}

  init(of instructions: [RuleProgram.Instruction], sets: [[UInt32]]) {
    var seen = [Bool](repeating: false, count: instructions.count)
    var open = [0]
    while let at = open.popLast() {
      if seen[at] { continue }
      seen[at] = true
      let instruction = instructions[at]
      switch instruction.operation {
      case .scalar: scalars.append(UInt32(bitPattern: instruction.a))
      case .set:
        if instruction.a == 1 { anything = true } else { scalars += sets[Int(instruction.b)] }
      case .kind: kinds |= instruction.mask
      case .entry: classes.insert(ClassID(raw: UInt8(truncatingIfNeeded: instruction.a)))
      case .word: tags |= instruction.mask
      case .result: types |= 1 << UInt64(instruction.a)
      case .boundary, .sentenceStart, .sentenceEnd, .save, .peek: open.append(at + 1)
      case .split: open += [Int(instruction.a), Int(instruction.b)]
      case .jump: open.append(Int(instruction.a))
      case .accept: empty = true
      }
    }
    isAtBoundary = instructions.first { $0.operation != .save }?.operation == .boundary
  }
}

/// What every match of a program must end with: a sentence without any of it needs no try at all.
struct LastElements: Sendable {
  struct Scalar: Sendable {
    var scalar: UInt32
    /// The scalar that stands before it, 0 if that may be any.
    var previous: UInt32
  }

  var scalars: [Scalar] = []
  var classes = ClassSet()
  /// Bit n: a result of type n.
  var types: UInt64 = 0
  /// May end with what cannot be told beforehand.
  var anything = false

  init() {}

  init(of instructions: [RuleProgram.Instruction], sets: [[UInt32]]) {
    // Whether an instruction is led to from elsewhere, and whether the end can be reached from it without taking
    // anything. Programs only lead forward: one pass from the end tells both.
    var isTarget = [Bool](repeating: false, count: instructions.count)
    var mayAccept = isTarget
    for index in instructions.indices.reversed() {
      let instruction = instructions[index]
      switch instruction.operation {
      case .accept: mayAccept[index] = true
      case .boundary, .sentenceStart, .sentenceEnd, .save, .peek: mayAccept[index] = mayAccept[index + 1]
      case .split:
        mayAccept[index] = mayAccept[Int(instruction.a)] || mayAccept[Int(instruction.b)]
        isTarget[Int(instruction.a)] = true
        isTarget[Int(instruction.b)] = true
      case .jump:
        mayAccept[index] = mayAccept[Int(instruction.a)]
        isTarget[Int(instruction.a)] = true
      case .scalar, .set, .kind, .entry, .word, .result: break
      }
    }
    for (index, instruction) in instructions.enumerated() where index + 1 < instructions.count && mayAccept[index + 1] {
      switch instruction.operation {
      case .scalar:
        let hasPrevious =
          index > 0 && instructions[index - 1].operation == .scalar && !isTarget[index]
        scalars.append(
          Scalar(
            scalar: UInt32(bitPattern: instruction.a),
            previous: hasPrevious ? UInt32(bitPattern: instructions[index - 1].a) : 0))
      case .set:
        if instruction.a == 1 {
          anything = true
        } else {
          scalars += sets[Int(instruction.b)].map { Scalar(scalar: $0, previous: 0) }
        }
      case .entry: classes.insert(ClassID(raw: UInt8(truncatingIfNeeded: instruction.a)))
      case .result: types |= 1 << UInt64(instruction.a)
      case .kind, .word: anything = true
      case .boundary, .sentenceStart, .sentenceEnd, .save, .peek, .split, .jump, .accept: break
      }
    }
  }
}

/// The kinds of scalars that rules can name, as bits.
enum ScalarKinds {
  static func mask(of kind: RulePattern.ScalarKind) -> UInt64 {
    switch kind {
    case .han: 1
    case .letter: 2
    case .digit: 4
    case .punctuation: 8
    case .space: 16
    case .any: .max
    }
  }

  /// The one bit of a scalar of this class.
  static func bit(of characterClass: CharacterClass) -> UInt64 {
    switch characterClass {
    case .han: 1
    case .letter, .kana, .hangul: 2
    case .digit: 4
    case .close, .open, .punct, .symbol: 8
    case .space, .break: 16
    default: 32
    }
  }
}

/// Names as numbers: what is needed to turn patterns into programs.
struct RuleNames {
  let lexicon: Lexicon
  /// The types and kinds of results by number; they grow as rules name new ones.
  private(set) var types: [String]
  private(set) var kinds: [String]

  init(lexicon: Lexicon, types: [String], kinds: [String]) {
    self.lexicon = lexicon
    self.types = types
    self.kinds = kinds
  }

  func fold(_ scalar: UInt32) -> UInt32 { lexicon.fold(scalar) }

  mutating func type(_ name: String) -> Int32 { Self.index(of: name, in: &types) }
  mutating func kind(_ name: String) -> Int32 { Self.index(of: name, in: &kinds) }

  private static func index(of name: String, in list: inout [String]) -> Int32 {
    if let index = list.firstIndex(of: name) { return Int32(index) }
    list.append(name)
    return Int32(list.count - 1)
  }

  /// The tags that begin with `prefix`, as bits.
  func tagMask(_ prefix: String) -> UInt64 {
    var mask: UInt64 = 0
    for (index, name) in lexicon.tagNames.enumerated() where index < 64 && name.hasPrefix(prefix) {
      mask |= 1 << UInt64(index)
    }
    return mask
  }
}

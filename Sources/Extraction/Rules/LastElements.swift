import Lexicon

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

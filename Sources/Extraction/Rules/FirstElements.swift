import Lexicon

/// What a program can begin with: lets conditions pass over most positions with one test.
struct FirstElements: Sendable {
  var classes = ClassSet()
  /// Bit n: a result of type n.
  var types: UInt64 = 0
  var tags: UInt64 = 0
  var kinds: UInt64 = 0
  var scalars: [UInt32] = []
  /// Begins with something that no table can tell (a negated set, a sentence end): always try.
  var anything = false
  /// Could match nothing at all.
  var empty = false

  /// The lowest six bits of the scalars, as bits.
  private var scalarMask: UInt64 = 0

  init() {}

  /// - Parameter start: the instruction that the program begins with.
  init(of instructions: [RuleProgram.Instruction], sets: [[UInt32]], from start: Int = 0) {
    var seen = [Bool](repeating: false, count: instructions.count)
    var open = [start]
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
    scalarMask = scalars.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// Whether the program may match, forward, from where this stands.
  @inline(__always) func mayBegin(_ place: RuleInput.Place) -> Bool {
    if anything || empty { return true }
    let tables =
      classes.low & place.classes.low | classes.high & place.classes.high | types & place.types | tags & place.tag
      | kinds & place.kind
    return tables != 0 || scalarMask >> UInt64(place.scalar & 63) & 1 != 0 && scalars.contains(place.scalar)
  }
}

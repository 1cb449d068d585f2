import Lexicon

/// What a program can begin with: lets conditions pass over most positions with one test.
struct FirstElements: Sendable {
  var classes = ClassSet()
  /// Bit n: a result of type n.
  var types: UInt64 = 0
  var tags: UInt64 = 0
  var kinds: UInt64 = 0
  private var scalars: [UInt32] = []
  /// The same, to be looked through: an array would be counted up and down at each look.
  private var listed = Table<UInt32>(capacity: 0)
  /// Begins with something that no table can tell (a negated set, a sentence end): always try.
  var anything = false
  /// Could match nothing at all.
  var empty = false

  /// The lowest six bits of the scalars, as bits.
  private var scalarMask: UInt64 = 0
  private var scalarCount = 0

  init() {}

  /// - Parameter charts: those of the definitions that the program asks for.
  init(of instructions: [RuleProgram.Instruction], sets: [[UInt32]], charts: [RuleNames.Chart]) {
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
      case .chart: add(charts[Int(instruction.a)].first)
      case .boundary, .sentenceStart, .sentenceEnd, .save, .peek: open.append(at + 1)
      case .split: open += [Int(instruction.a), Int(instruction.b)]
      case .jump: open.append(Int(instruction.a))
      case .accept: empty = true
      }
    }
    scalarMask = scalars.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    listed = Table(scalars)
    scalarCount = scalars.count
  }

  private mutating func add(_ other: FirstElements) {
    classes.low |= other.classes.low
    classes.high |= other.classes.high
    types |= other.types
    tags |= other.tags
    kinds |= other.kinds
    scalars += other.scalars
    anything = anything || other.anything
  }

  /// Whether the program may match, forward, from where this stands.
  @inline(__always) func mayBegin(_ place: RuleInput.Place) -> Bool {
    if anything || empty { return true }
    let tables =
      classes.low & place.classes.low | classes.high & place.classes.high | types & place.types | tags & place.tag
      | kinds & place.kind
    return tables != 0 || contains(place.scalar)
  }

  @inline(__always) private func contains(_ scalar: UInt32) -> Bool {
    if scalarMask >> UInt64(scalar & 63) & 1 == 0 { return false }
    for index in 0..<scalarCount where listed[index] == scalar { return true }
    return false
  }

  /// Whether the program may match, backward, from `position`.
  @inline(__always) func mayBegin(before position: Int, of input: RuleInput.View) -> Bool {
    if anything || empty { return true }
    if position == 0 { return false }
    let before = input.place(position &- 1)
    if kinds & before.kind != 0 || contains(before.scalar) {
      return true
    }
    let place = input.place(position)
    if tags != 0, place.tokenStart >= 0, tags & input.place(Int(place.tokenStart)).tag != 0 { return true }
    if types != 0, place.endingResult >= 0 { return true }
    if classes.low | classes.high == 0 { return false }
    for start in max(0, position &- RuleInput.longestEntry)..<position {
      let entries = input.place(start).classes
      if (classes.low & entries.low) | (classes.high & entries.high) != 0 { return true }
    }
    return false
  }
}

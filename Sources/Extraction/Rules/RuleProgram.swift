import Lexicon

/// A pattern as a program for ``RuleMatcher``: a flat array of instructions over positions in a sentence.
///
/// A class, so that nothing of it is copied on the way to the matcher.
final class RuleProgram: Sendable {
  enum Operation: UInt8, Sendable, BitwiseCopyable {
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
    /// A match of the definition whose chart has number `a`.
    case chart
    case boundary, sentenceStart, sentenceEnd
    /// Try `a` first, then `b`.
    case split
    case jump
    /// Keep the position in slot `a`.
    case save
    case accept
  }

  struct Instruction: Sendable, BitwiseCopyable {
    var operation: Operation
    var a: Int32 = 0
    var b: Int32 = -1
    /// The number of the instruction among those that several ways lead to, or -1: see ``MatcherMemory``.
    var join: Int32 = -1
    /// In the copies of what is repeated: the same instruction in the first copy, and the number of the copy.
    var twin: Int32 = -1
    var rank: UInt8 = 0
    /// Of a split: what its first way needs there, with `mask`.
    var probe = Probe.kind
    var mask: UInt64 = 0

    /// Of an entry: whether its class is in the set. Bits, not a set's method: what another module computes is a call.
    @inline(__always) func hasClass(_ classes: ClassSet) -> Bool {
      (a < 64 ? classes.low : classes.high) >> UInt64(a & 63) & 1 != 0
    }
  }

  /// What of a place an instruction looks at first, in the order of ``RuleInput/Place``.
  enum Probe: UInt8, Sendable, BitwiseCopyable { case kind, tag, lowClasses, highClasses, types }

  /// What the matcher needs of a program: plain values, where a program would be counted up and down at each run.
  ///
  /// Good as long as the program lives.
  struct Code: BitwiseCopyable, @unchecked Sendable {
    let instructions: UnsafePointer<Instruction>
    /// By number of a set: where it is in the same table, which holds how many scalars it has, then these.
    fileprivate let sets: UnsafePointer<UInt32>
    /// How many instructions several ways lead to, twins counted once.
    let joinCount: Int
    let slotCount: Int
    /// The number of a chart if its definition is all that the program asks for, as one part or without parts; else -1.
    let onlyChart: Int
    /// Bit n: it needs the chart number n, be it for another chart.
    let charts: UInt64
    /// Bit n: it asks for the chart number n itself.
    let ownCharts: UInt64

    /// Whether the set of an instruction has the scalar.
    @inline(__always) func set(of instruction: UnsafePointer<Instruction>, contains scalar: UInt32) -> Bool {
      if instruction.pointee.mask >> UInt64(scalar & 63) & 1 == 0 { return false }
      var member = sets + Int(sets[Int(instruction.pointee.b)])
      let last = member + Int(member.pointee)
      while member < last {
        member += 1
        if member.pointee == scalar { return true }
      }
      return false
    }
  }

  let instructions: [Instruction]
  let sets: [[UInt32]]
  let code: Code
  // What `code` points to.
  private let codeInstructions: Table<Instruction>
  private let codeSets: Table<UInt32>
  /// The parts in the order of their slots: part `i` is kept in slots `2i` and `2i + 1`.
  let parts: [String]
  /// What can stand first.
  let first: FirstElements

  /// Programs longer than this are refused; the greatest rule that ships has a third of it.
  static let instructionLimit = 1_500

  /// - Parameter names: classes, types and tags by name; new types and kinds are added.
  init(_ pattern: RulePattern, names: inout RuleNames) throws(RuleError.Reason) {
    var builder = ProgramBuilder()
    try builder.emit(pattern, &names)
    let instructions = Self.addingProbes(
      to: Self.numberingJoins(builder.instructions + [Instruction(operation: .accept)]))
    self.instructions = instructions
    codeInstructions = Table(instructions)
    codeSets = Self.table(of: builder.sets)
    sets = builder.sets
    parts = builder.parts
    first = FirstElements(of: instructions, sets: sets, charts: names.charts)
    let asked = instructions.filter { $0.operation != .save && $0.operation != .accept }
    let isChart = asked.count == 1 && asked[0].operation == .chart && builder.parts.count <= 1
    code = Code(
      instructions: codeInstructions.start, sets: codeSets.start,
      joinCount: Int(instructions.map(\.join).max() ?? -1) + 1, slotCount: 2 * builder.parts.count,
      onlyChart: isChart ? Int(asked[0].a) : -1,
      charts: instructions.reduce(0) { $1.operation == .chart ? $0 | names.charts[Int($1.a)].needs : $0 },
      ownCharts: instructions.reduce(0) { $1.operation == .chart ? $0 | 1 << UInt64($1.a) : $0 })
  }

  private static func table(of sets: [[UInt32]]) -> Table<UInt32> {
    var places: [UInt32] = []
    var lists: [UInt32] = []
    for set in sets {
      places.append(UInt32(sets.count + lists.count))
      lists += [UInt32(set.count)] + set
    }
    return Table(places + lists)
  }

  /// Gives each split what can be told of its first way at a look.
  private static func addingProbes(to instructions: [Instruction]) -> [Instruction] {
    var result = instructions
    for (index, instruction) in instructions.enumerated() where instruction.operation == .split {
      let next = instructions[index + 1]
      let number: UInt64 = 1 << UInt64(next.a & 63)
      (result[index].probe, result[index].mask) =
        switch next.operation {
        case .kind: (.kind, next.mask)
        case .boundary: (.kind, ScalarKinds.boundary)
        case .word: (.tag, next.mask)
        case .entry: (next.a < 64 ? .lowClasses : .highClasses, number)
        case .result: (.types, number)
        // Every place has a kind, be it that the sentence ends.
        default: (.kind, .max)
        }
    }
    return result
  }

  /// Finds the instructions that several ways lead to, or one way from several places: entries and results that start in
  /// several places may end in one.
  private static func numberingJoins(_ instructions: [Instruction]) -> [Instruction] {
    var ways = [Int](repeating: 0, count: instructions.count)
    for (index, instruction) in instructions.enumerated() {
      switch instruction.operation {
      case .split:
        ways[Int(instruction.a)] += 1
        ways[Int(instruction.b)] += 1
      case .jump: ways[Int(instruction.a)] += 1
      case .entry, .result, .chart: ways[index + 1] += 2
      case .accept: break
      default: ways[index + 1] += 1
      }
    }
    var result = instructions
    var numbers: [Int32: Int32] = [:]
    for index in result.indices where ways[index] > 1 {
      let twin = result[index].twin < 0 ? Int32(index) : result[index].twin
      let number = numbers[twin] ?? Int32(numbers.count)
      numbers[twin] = number
      result[index].join = number
    }
    return result
  }
}

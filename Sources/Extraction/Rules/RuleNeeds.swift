import Lexicon

/// Where each rule needs to be tried in a sentence: where everything that its matches must hold stands behind, and no mark
/// that it cannot take stands between (``SentenceCuts``).
///
/// A match must go through each instruction that no way leads around, and so must hold one of the things that can be
/// taken first from there; and it must end with one of the things that can be taken last. Most rules for names of
/// organizations end with one of a few dozen words, a foreign name holds a point, and most sentences have none of them.
struct RuleNeeds: Sendable {
  /// A scalar, and the one that must stand before it, or 0.
  private struct Ending: Hashable {
    let scalar: UInt32
    let previous: UInt32
  }

  /// By rule: its needs by their numbers. One of the things that a need names must stand in a match.
  private var ranges: [Range<Int>] = []
  /// By need: bit n for a result of type n.
  private var types: [UInt64] = []
  /// By class, by ending: the needs that it serves.
  private var needsOfClass: [[Int32]]
  private var needsOfEnding: [[Int32]]
  /// All endings that needs name, in the order of their scalars.
  private let endings: [Ending]
  /// By scalar: the number of its first ending (high half), and how many it has.
  private var endingsOfScalar = ScalarMasks()
  private var classes = ClassSet()
  /// By rule: the cuts that stop it.
  private let stops: [SentenceCuts.Marks?]

  init(_ programs: [RuleProgram], lexicon: Lexicon) {
    stops = programs.map { SentenceCuts.Marks(of: $0, lexicon: lexicon) }
    let elements = programs.map { Self.elements(of: $0) }
    let all = Set(elements.joined().flatMap { $0.scalars.map { Ending(scalar: $0.scalar, previous: $0.previous) } })
    let endings = all.sorted { ($0.scalar, $0.previous) < ($1.scalar, $1.previous) }
    self.endings = endings
    var numbers: [Ending: Int] = [:]
    for (number, ending) in endings.enumerated() { numbers[ending] = number }
    for (scalar, own) in Dictionary(grouping: endings.indices, by: { endings[$0].scalar }) {
      endingsOfScalar.insert(scalar, UInt64(own[0]) << 32 | UInt64(own.count))
    }
    needsOfClass = Array(repeating: [], count: ClassSet.maximumCount)
    needsOfEnding = Array(repeating: [], count: endings.count)
    for sets in elements {
      let first = types.count
      for set in sets {
        let need = Int32(types.count)
        for scalar in set.scalars {
          guard let number = numbers[Ending(scalar: scalar.scalar, previous: scalar.previous)],
            needsOfEnding[number].last != need
          else { continue }
          needsOfEnding[number].append(need)
        }
        for id in set.classes.members { needsOfClass[Int(id.raw)].append(need) }
        types.append(set.types)
        classes = classes.union(set.classes)
      }
      ranges.append(first..<types.count)
    }
  }

  /// What must stand in a match, as far as it is worth a look: what begins with any character says little.
  private static func elements(of program: RuleProgram) -> [LastElements] {
    var result = program.last.anything ? [] : [program.last]
    var furthest = 0
    for (index, instruction) in program.instructions.enumerated() {
      if furthest <= index, index > 0 {
        let first = FirstElements(of: program.instructions, sets: program.sets, from: index)
        if !first.anything, !first.empty, first.kinds == 0, first.tags == 0 {
          var need = LastElements()
          need.classes = first.classes
          need.types = first.types
          need.scalars = first.scalars.map { LastElements.Scalar(scalar: $0, previous: 0) }
          result.append(need)
        }
      }
      let target = instruction.operation == .jump ? instruction.a : instruction.operation == .split ? instruction.b : 0
      furthest = max(furthest, Int(target), instruction.operation == .jump ? 0 : index + 1)
    }
    return result
  }

  /// Where in a sentence the needs stand: a row of bits for each, a bit for each position.
  struct Places {
    fileprivate var rows = Table<UInt64>()
    /// Of each row.
    fileprivate(set) var words = 0
    /// Where the rule asked about last needs to be tried.
    fileprivate var open = Table<UInt64>()

    @inline(__always) func open(_ word: Int) -> UInt64 { open[word] }

    @inline(__always) fileprivate func add(_ needs: [Int32], at position: Int) {
      let bit: UInt64 = 1 << UInt64(position & 63)
      for need in needs { rows[Int(need) &* words &+ position >> 6] |= bit }
    }
  }

  /// Takes in a sentence; results are asked for in ``open(_:in:_:)``.
  func load(_ input: borrowing RuleInput, into places: inout Places) {
    places.words = input.rowWords
    places.open.reserve(input.rowWords)
    places.rows.reset(to: 0, count: types.count * input.rowWords)
    for position in 0..<input.count {
      let place = input.place(position)
      RuleGroup.forEachBit(place.classes.low & classes.low) { places.add(needsOfClass[$0], at: position) }
      RuleGroup.forEachBit(place.classes.high & classes.high) { places.add(needsOfClass[64 &+ $0], at: position) }
      let own = endingsOfScalar[place.scalar]
      if own == 0 { continue }
      let before = position > 0 ? input.place(position - 1).scalar : 0
      let first = Int(own >> 32)
      for number in first..<first + Int(own & 0xFFFF_FFFF)
      where endings[number].previous == 0 || endings[number].previous == before {
        places.add(needsOfEnding[number], at: position)
      }
    }
  }

  /// Finds where a rule needs to be tried, for ``Places/open(_:)``.
  ///
  /// - Returns: whether there is any such place.
  func open(_ rule: Int, in input: borrowing RuleInput, _ places: Places) -> Bool {
    for word in 0..<places.words { places.open[word] = .max }
    let stop = stops[rule]
    for need in ranges[rule] {
      let types = types[need]
      // Whether the word above can be reached from the end of this one.
      var reaches: UInt64 = 0
      var any: UInt64 = 0
      var word = places.words - 1
      while word >= 0 {
        var row = places.rows[need &* places.words &+ word]
        if types != 0 { row |= input.resultRow(of: types, word) }
        let open = stop.map { ~input.cuts.row($0, word) } ?? .max
        let filled = PositionBits.filledDown(row | reaches << 63 & open, through: open)
        reaches = filled & 1
        places.open[word] &= filled
        any |= places.open[word]
        word -= 1
      }
      if any == 0 { return false }
    }
    return true
  }
}

import Lexicon

/// How far each rule needs to be tried in a sentence: no further than the last place of everything that its matches must
/// hold.
///
/// A match must go through each instruction that no way leads around, and so must hold one of the things that can be
/// taken first from there; and it must end with one of the things that can be taken last. Most rules for names of
/// organizations end with one of a few dozen words, a foreign name holds a point, and most sentences have none of them.
struct RuleNeeds: Sendable {
  /// One of these must stand in a match.
  private struct Need: Sendable {
    var classes = ClassSet()
    /// Bit n: a result of type n.
    var types: UInt64 = 0
    /// In ``members``.
    var scalars = 0..<0
  }

  /// A scalar, and the one that must stand before it, or 0.
  private struct Ending: Hashable {
    let scalar: UInt32
    let previous: UInt32
  }

  /// By rule, in `needs`.
  private var ranges: [Range<Int>] = []
  private var needs: [Need] = []
  /// The numbers of endings.
  private var members: [Int] = []
  /// All endings that needs name, in the order of their scalars.
  private let endings: [Ending]
  /// By scalar: the number of its first ending (high half), and how many it has.
  private var endingsOfScalar = ScalarMasks()
  private var classes = ClassSet()

  init(_ programs: [RuleProgram]) {
    let elements = programs.map { Self.elements(of: $0) }
    let all = Set(elements.joined().flatMap { $0.scalars.map { Ending(scalar: $0.scalar, previous: $0.previous) } })
    endings = all.sorted { ($0.scalar, $0.previous) < ($1.scalar, $1.previous) }
    var numbers: [Ending: Int] = [:]
    for (number, ending) in endings.enumerated() { numbers[ending] = number }
    for (scalar, own) in Dictionary(grouping: endings.indices, by: { endings[$0].scalar }) {
      endingsOfScalar.insert(scalar, UInt64(own[0]) << 32 | UInt64(own.count))
    }
    for sets in elements {
      let first = needs.count
      for set in sets {
        let start = members.count
        members += set.scalars.compactMap { numbers[Ending(scalar: $0.scalar, previous: $0.previous)] }
        needs.append(Need(classes: set.classes, types: set.types, scalars: start..<members.count))
        classes = classes.union(set.classes)
      }
      ranges.append(first..<needs.count)
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

  /// Where in a sentence the needs stand last.
  struct Places {
    fileprivate var classes = Table<Int32>()
    fileprivate var endings = Table<Int32>()
  }

  /// Takes in a sentence.
  func load(_ input: borrowing RuleInput, into places: inout Places) {
    places.classes.reset(to: -1, count: ClassSet.maximumCount)
    places.endings.reset(to: -1, count: endings.count)
    for position in 0..<input.count {
      let place = input.place(position)
      let here = Int32(truncatingIfNeeded: position)
      RuleGroup.forEachBit(place.classes.low & classes.low) { places.classes[$0] = here }
      RuleGroup.forEachBit(place.classes.high & classes.high) { places.classes[64 &+ $0] = here }
      let own = endingsOfScalar[place.scalar]
      if own != 0 { note(own, here, before: position > 0 ? input.place(position - 1).scalar : 0, places) }
    }
  }

  private func note(_ own: UInt64, _ here: Int32, before: UInt32, _ places: Places) {
    let first = Int(own >> 32)
    for number in first..<first + Int(own & 0xFFFF_FFFF)
    where endings[number].previous == 0 || endings[number].previous == before {
      places.endings[number] = here
    }
  }

  /// The last position where a match of the rule may start, -1 if it need not be tried.
  func reach(of rule: Int, in input: borrowing RuleInput, _ places: Places) -> Int {
    var reach = input.count - 1
    for number in ranges[rule] {
      let need = needs[number]
      var last = Int32(truncatingIfNeeded: need.types == 0 ? -1 : input.lastResult(of: need.types))
      RuleGroup.forEachBit(need.classes.low) { last = max(last, places.classes[$0]) }
      RuleGroup.forEachBit(need.classes.high) { last = max(last, places.classes[64 &+ $0]) }
      for member in need.scalars { last = max(last, places.endings[members[member]]) }
      reach = min(reach, Int(last))
      if reach < 0 { break }
    }
    return reach
  }
}

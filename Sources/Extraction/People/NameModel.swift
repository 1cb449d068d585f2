import Foundation
import Lexicon

/// What personal names cost, in nats: the counterpart of the lexicon's word costs.
///
/// A Chinese name is drawn as surname, then the number of given-name characters, then each character by its place; a
/// foreign name as a run of transliteration characters. The frequencies are those of `people/*.tsv`.
struct NameModel: Sendable {
  // NameModel+Evidence tells what each of these says.
  private(set) var single: ScalarTable
  private(set) var first: ScalarTable
  private(set) var second: ScalarTable
  private(set) var surname: ScalarTable
  private(set) var transliteration: ScalarTable
  private(set) var compoundSurnames: [UInt64: Float] = [:]
  /// The first characters of compound surnames.
  private var compoundBeginnings = ScalarMasks()
  private let parts: [(id: ClassID, cost: Float, tells: Bool)]
  private let partClasses: ClassSet
  private let tellingClasses: ClassSet

  /// About one word in seventy of news is a Chinese name, one in 250 a foreign one (counts of the People's Daily corpus).
  static let chineseName: Float = 4.2
  static let foreignName: Float = 5.5
  /// One given-name character in five names, two in four of five.
  static let oneCharacter: Float = 1.6
  static let twoCharacters: Float = 0.2
  /// A character never seen in its place.
  private static let unseen: Float = 13

  init(lexicon: Lexicon) {
    single = ScalarTable(missing: Self.unseen)
    first = ScalarTable(missing: Self.unseen)
    second = ScalarTable(missing: Self.unseen)
    surname = ScalarTable(missing: .infinity)
    transliteration = ScalarTable(missing: .infinity)
    parts = Self.partCosts.compactMap { part in
      lexicon.classID(named: part.name).map { ($0, part.cost, part.tells) }
    }
    partClasses = ClassSet(parts.map(\.id))
    tellingClasses = ClassSet(parts.filter(\.tells).map(\.id))
    func cost(_ count: Int?, of total: Int) -> Float? {
      guard let count, count > 0 else { return nil }
      return Float(-log(Double(count) / Double(total)))
    }
    if let table = lexicon.rows(of: "people/surnames"), let frequency = table.column("frequency") {
      for row in table.indices {
        let scalars = table.text(row, 0).unicodeScalars.map { lexicon.fold($0.value) }
        guard let value = cost(table.integer(row, frequency), of: 1_000_000) else { continue }
        if scalars.count == 1 {
          surname[scalars[0]] = value
        } else if scalars.count == 2 {
          compoundSurnames[UInt64(scalars[0]) << 32 | UInt64(scalars[1])] = value
          compoundBeginnings.insert(scalars[0], 1)
        }
      }
    }
    func firstScalar(_ table: TableRows, _ row: Int) -> UInt32? {
      table.text(row, 0).unicodeScalars.first.map { lexicon.fold($0.value) }
    }
    if let table = lexicon.rows(of: "people/given-names"), let one = table.column("single"),
      let two = table.column("first"), let three = table.column("second")
    {
      for row in table.indices {
        guard let scalar = firstScalar(table, row) else { continue }
        if let value = cost(table.integer(row, one), of: 1_000_000) { single[scalar] = value }
        if let value = cost(table.integer(row, two), of: 1_000_000) { first[scalar] = value }
        if let value = cost(table.integer(row, three), of: 1_000_000) { second[scalar] = value }
      }
    }
    if let table = lexicon.rows(of: "people/transliteration"), let weight = table.column("weight") {
      let total = table.indices.reduce(0) { $0 + (table.integer($1, weight) ?? 0) }
      for row in table.indices {
        guard let scalar = firstScalar(table, row) else { continue }
        if let value = cost(table.integer(row, weight), of: total) { transliteration[scalar] = value }
      }
    }
  }

  /// The cost of reading the range as a personal name, as ``cost(of:)`` tells it; the usual case, two or three characters of
  /// the basic block, without a look at arrays.
  func cost(of range: Range<Int>, in input: borrowing RuleInput) -> Float {
    let start = range.lowerBound
    guard range.count == 2 || range.count == 3,
      range.allSatisfy({ ScalarTable.isBasic(input.place($0).scalar) }),
      range.count == 2 || !beginsCompound(input.place(start).scalar)
    else { return cost(of: input.scalars[range]) }
    let last = input.place(start + range.count - 1).scalar
    let middle = input.place(start + 1).scalar
    let given =
      range.count == 2 ? Self.oneCharacter + single[last] : Self.twoCharacters + first[middle] + second[last]
    let chinese = Self.chineseName + surname[input.place(start).scalar] + given
    var foreign = Self.foreignName
    for position in range { foreign += transliteration[input.place(position).scalar] }
    return min(chinese, foreign)
  }

  private func beginsCompound(_ scalar: UInt32) -> Bool { compoundBeginnings[scalar] != 0 }

  /// The cost of reading these scalars as a personal name; infinite if they cannot be one.
  ///
  /// Spaces inside are passed over: short names are spaced to the width of long ones (何 梅).
  func cost(of scalars: ArraySlice<UInt32>) -> Float {
    guard scalars.contains(where: Self.isSpace) else { return min(chinese(scalars), foreign(scalars)) }
    return chinese(scalars.filter { !Self.isSpace($0) }[...])
  }

  static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x3000 }

  /// Known parts of names: about as dear as a name that news bring now and then.
  private static let partCosts: [(name: String, cost: Float, tells: Bool)] = [
    ("FOREIGN-NAME", 6, true), ("MINORITY-NAME", 5, true), ("JAPANESE-SURNAME", 5, true), ("SURNAME", 5, false),
    ("HONORIFIC.after", 1, true),
  ]
  /// A character that no table of name parts has: dear, but a rule that asks for one may find it.
  private static let anyCharacter: Float = 9

  /// The cost of a name that is put together from known parts: 扎西|次仁, 山田|健二, 王|女士, 让·|雷诺.
  ///
  /// A surname and other characters are no such name: at least one part must be of another class.
  /// - Complexity: O(length × entries met).
  func cost(ofParts range: Range<Int>, in input: borrowing RuleInput) -> Float {
    guard mayTell(range, in: input) else { return .infinity }
    // By position: the best cost so far without (even) and with (odd) a part that tells.
    var best = [Float](repeating: .infinity, count: 2 * range.count + 2)
    best[0] = Self.foreignName
    for position in range {
      let scalar = input.scalars[position]
      for told in 0...1 {
        let from = 2 * (position - range.lowerBound) + told
        let base = best[from]
        guard base.isFinite else { continue }
        let tells = Self.isPoint(scalar) || scalar == Self.somebody
        let step = tells ? 1 : Self.isLatin(scalar) ? 3 : Self.anyCharacter
        let next = tells ? (from | 1) + 2 : from + 2
        best[next] = min(best[next], base + step)
        for index in input.edgeRange(at: position) {
          let edge = input.edge(index)
          guard (edge.classes.low & partClasses.low) | (edge.classes.high & partClasses.high) != 0,
            Int(edge.end) <= range.upperBound
          else { continue }
          for part in parts where edge.classes.contains(part.id) {
            let end = 2 * (Int(edge.end) - range.lowerBound) + (part.tells ? 1 : told)
            best[end] = min(best[end], base + part.cost)
          }
        }
      }
    }
    return best[2 * range.count + 1]
  }

  /// Whether something stands there that tells a name; in most ranges nothing does.
  private func mayTell(_ range: Range<Int>, in input: borrowing RuleInput) -> Bool {
    for position in range {
      let place = input.place(position)
      if (place.classes.low & tellingClasses.low) | (place.classes.high & tellingClasses.high) != 0 { return true }
      if Self.isPoint(place.scalar) || place.scalar == Self.somebody { return true }
    }
    return false
  }

  /// 某
  private static let somebody: UInt32 = 0x67D0

  func chinese(_ scalars: ArraySlice<UInt32>) -> Float {
    var best = Float.infinity
    let start = scalars.startIndex
    if let value = scalars.first.map({ surname[$0] }), value.isFinite {
      best = Self.chineseName + value + given(scalars[(start + 1)...])
    }
    if scalars.count >= 3,
      let value = compoundSurnames[UInt64(scalars[start]) << 32 | UInt64(scalars[start + 1])]
    {
      best = min(best, Self.chineseName + value + given(scalars[(start + 2)...]))
    }
    return best
  }

  func given(_ scalars: ArraySlice<UInt32>) -> Float {
    let start = scalars.startIndex
    return switch scalars.count {
    case 1: Self.oneCharacter + single[scalars[start]]
    case 2: Self.twoCharacters + first[scalars[start]] + second[scalars[start + 1]]
    default: .infinity
    }
  }

  /// The cost of a foreign name; the points between its parts are free.
  func foreign(_ scalars: ArraySlice<UInt32>) -> Float {
    var sum = Self.foreignName
    var points = 0
    for scalar in scalars {
      if Self.isPoint(scalar) {
        points += 1
      } else if Self.isLatin(scalar) {
        sum += 3
      } else {
        sum += min(transliteration[scalar], points > 0 ? 10 : .infinity)
      }
    }
    return scalars.count >= 2 ? sum - Float(points) * 6 : .infinity
  }

  /// The points that part names: ·, •, ‧, ・ and the full stop of initials.
  static func isPoint(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || scalar == 0x2022 || scalar == 0x2027 || scalar == 0x30FB || scalar == 0x2E
  }

  static func isLatin(_ scalar: UInt32) -> Bool { (0x61...0x7A).contains(scalar) }
}

/// A cost by Han character: a flat array over the basic block, a dictionary beyond it.
struct ScalarTable: Sendable {
  private var basic: [Float]
  private var others: [UInt32: Float] = [:]
  private let missing: Float

  init(missing: Float) {
    self.missing = missing
    basic = [Float](repeating: missing, count: 0xA000 - 0x4E00)
  }

  @inline(__always) static func isBasic(_ scalar: UInt32) -> Bool { (0x4E00..<0xA000).contains(scalar) }

  @inline(never) private func other(_ scalar: UInt32) -> Float { others[scalar] ?? missing }

  subscript(scalar: UInt32) -> Float {
    @inline(__always) get { Self.isBasic(scalar) ? basic[Int(scalar) - 0x4E00] : other(scalar) }
    set {
      if Self.isBasic(scalar) {
        basic[Int(scalar) - 0x4E00] = newValue
      } else {
        others[scalar] = newValue
      }
    }
  }
}

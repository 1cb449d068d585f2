import Foundation
import Lexicon

/// What personal names cost, in nats: the counterpart of the lexicon's word costs.
///
/// A Chinese name is drawn as surname, then the number of given-name characters, then each character by its place; a
/// foreign name as a run of transliteration characters. The frequencies are those of `people/*.tsv`.
///
/// A class, so that nothing of it is copied on the way to a name.
final class NameModel: Sendable {
  private let characters: CharacterCosts
  let compoundSurnames: [UInt64: Float]
  private let parts: [(id: ClassID, cost: Float, tells: Bool)]
  private let partClasses: ClassSet
  private let tellingClasses: ClassSet

  /// About one word in seventy of news is a Chinese name, one in 250 a foreign one (counts of the People's Daily corpus).
  static let chineseName: Float = 4.2
  static let foreignName: Float = 5.5
  /// One given-name character in five names, two in four of five.
  static let oneCharacter: Float = 1.6
  static let twoCharacters: Float = 0.2
  /// No name of up to ``shortName`` scalars costs less: one point between two letters takes back what they cost.
  static let least: Float = foreignName
  static let shortName = 4

  init(lexicon: Lexicon) {
    var characters = CharacterCosts()
    var compoundSurnames: [UInt64: Float] = [:]
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
          characters[scalars[0]].surname = value
        } else if scalars.count == 2 {
          compoundSurnames[UInt64(scalars[0]) << 32 | UInt64(scalars[1])] = value
          characters[scalars[0]].beginsCompound = true
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
        if let value = cost(table.integer(row, one), of: 1_000_000) { characters[scalar].single = value }
        if let value = cost(table.integer(row, two), of: 1_000_000) { characters[scalar].first = value }
        if let value = cost(table.integer(row, three), of: 1_000_000) { characters[scalar].second = value }
      }
    }
    if let table = lexicon.rows(of: "people/transliteration"), let weight = table.column("weight") {
      let total = table.indices.reduce(0) { $0 + (table.integer($1, weight) ?? 0) }
      for row in table.indices {
        guard let scalar = firstScalar(table, row) else { continue }
        if let value = cost(table.integer(row, weight), of: total) { characters[scalar].transliteration = value }
      }
    }
    self.characters = characters
    self.compoundSurnames = compoundSurnames
  }

  func character(_ scalar: UInt32) -> CharacterCosts.Costs { characters[scalar] }

  /// The cost of reading the range as a personal name, of whatever kind is cheapest.
  func cost(of range: Range<Int>, in input: RuleInput.View) -> Float {
    min(plainCost(of: range, in: input), cost(ofParts: range, in: input))
  }

  /// As ``cost(of:)`` tells it; the usual case, two or three characters of the basic block, without a look at arrays.
  private func plainCost(of range: Range<Int>, in input: RuleInput.View) -> Float {
    let start = range.lowerBound
    let count = range.count
    guard count == 2 || count == 3, let head = characters.basic(input.place(start).scalar),
      let middle = characters.basic(input.place(start &+ 1).scalar),
      let last = count == 2 ? middle : characters.basic(input.place(start &+ 2).scalar),
      count == 2 || !head.beginsCompound
    else { return cost(of: range.map { input.place($0).scalar }[...]) }
    let given = count == 2 ? Self.oneCharacter + last.single : Self.twoCharacters + middle.first + last.second
    let foreign = Self.foreignName + head.transliteration + middle.transliteration
    return min(Self.chineseName + head.surname + given, count == 2 ? foreign : foreign + last.transliteration)
  }

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
  func cost(ofParts range: Range<Int>, in input: RuleInput.View) -> Float {
    guard mayTell(range, in: input) else { return .infinity }
    // By position: the best cost so far without (even) and with (odd) a part that tells.
    var best = [Float](repeating: .infinity, count: 2 * range.count + 2)
    best[0] = Self.foreignName
    for position in range {
      let scalar = input.place(position).scalar
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
  private func mayTell(_ range: Range<Int>, in input: RuleInput.View) -> Bool {
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
    if let value = scalars.first.map({ characters[$0].surname }), value.isFinite {
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
    case 1: Self.oneCharacter + characters[scalars[start]].single
    case 2: Self.twoCharacters + characters[scalars[start]].first + characters[scalars[start + 1]].second
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
        sum += min(characters[scalar].transliteration, points > 0 ? 10 : .infinity)
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

import Lexicon

/// The words of the lexicon that labels are made by; empty where a lexicon lacks a table.
struct LabelWords {
  /// How much an ending of organizations needs before it, as `organizations/suffixes` says.
  enum Strength: String {
    case strong, weak, unit, party
  }

  let suffixes: [String: Strength]
  /// 市委, 人大, 党校.
  let shortForms: Set<String>
  /// Full names of the class ORG that are nothing else.
  let organizations: Set<String>
  let surnames: Set<String>
  /// Parts of foreign names, and places that are no ordinary words, with which names are replaced.
  let foreignNames: Set<String>
  let places: Set<String>
  let countries: Set<Unicode.Scalar>
  /// Of countries, provinces and a few cities.
  let abbreviations: Set<Unicode.Scalar>
  let placeSuffixes: Set<String>
  /// Posts: 总经理, 董事.
  let titles: Set<String>
  private let countryNames: Set<String>
  private let cues: [String: Set<String>]

  init(_ lexicon: Lexicon) {
    suffixes = Dictionary(
      Self.rows(lexicon, "organizations/suffixes", "suffix", "strength").compactMap { row in
        Strength(rawValue: row[1]).map { (row[0], $0) }
      }, uniquingKeysWith: { first, _ in first })
    shortForms = Self.words(lexicon, "organizations/abbreviation-parts", "short")
    let ambiguous = Self.words(lexicon, "organizations/ambiguous", "name")
    organizations = Self.names(lexicon, class: "ORG").subtracting(ambiguous)
    surnames = Self.words(lexicon, "people/surnames", "surname")
    foreignNames = Self.names(lexicon, class: "FOREIGN-NAME")
    places = Self.names(lexicon, class: "PLACE").subtracting(Self.names(lexicon, class: "NOT-PLACE"))
    countries = Self.scalars(lexicon, "places/country-abbreviations")
    abbreviations = countries.union(Self.scalars(lexicon, "places/province-abbreviations"))
    placeSuffixes = Self.names(lexicon, class: "PLACE-SUFFIX")
    titles = Self.names(lexicon, class: "TITLE")
    countryNames = Self.names(lexicon, class: "COUNTRY")
    var cues: [String: Set<String>] = [:]
    for row in Self.rows(lexicon, "training/label-cues", "cue", "role") { cues[row[1], default: []].insert(row[0]) }
    self.cues = cues
  }

  func isCountry(_ word: String) -> Bool { countryNames.contains(word) }

  /// The words, or characters, of `training/label-cues` with that role.
  func cues(_ role: String) -> Set<String> { cues[role] ?? [] }

  private static func rows(_ lexicon: Lexicon, _ name: String, _ columns: String...) -> [[String]] {
    guard let table = lexicon.table(name) else { return [] }
    let indices = columns.compactMap { table.column($0) }
    guard indices.count == columns.count else { return [] }
    return table.rows.map { row in indices.map { row[$0] } }
  }

  private static func words(_ lexicon: Lexicon, _ name: String, _ column: String) -> Set<String> {
    Set(rows(lexicon, name, column).map { $0[0] })
  }

  private static func scalars(_ lexicon: Lexicon, _ name: String) -> Set<Unicode.Scalar> {
    Set(words(lexicon, name, "abbreviation").flatMap(\.unicodeScalars))
  }

  /// The first column of each table that puts its words into the class.
  private static func names(_ lexicon: Lexicon, class name: String) -> Set<String> {
    var names: Set<String> = []
    for table in lexicon.tableNames {
      guard let id = lexicon.tableID(named: table), lexicon.classRules(of: id).contains(where: { $0.name == name })
      else { continue }
      for row in lexicon.table(table)?.rows ?? [] { names.insert(row[0]) }
    }
    return names
  }
}

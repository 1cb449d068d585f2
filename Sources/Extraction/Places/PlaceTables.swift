import Lexicon

/// The tables of places, read in place: which rows a name may mean, and what they say.
final class PlaceTables: Sendable {
  /// A row that a name may mean.
  struct Reading: Equatable {
    enum Table: UInt8 {
      case divisions, countries, foreign
      /// A sea, a river, a region of that name: a place that has no code and no parent.
      case other
    }
    let table: Table
    let record: WordRecord

    /// A number that no other reading has.
    var key: UInt64 { UInt64(table.rawValue) << 56 | UInt64(record.table.raw) << 48 | UInt64(record.row) }
    static func == (a: Reading, b: Reading) -> Bool { a.key == b.key }
  }

  private let lexicon: Lexicon
  private let divisions: TableID?
  private let countries: TableID?
  /// By table: whether its rows have a country (cities of the world), or the code of a division or country.
  private let kinds: [TableKind]
  private enum TableKind { case none, divisions, countries, foreign, divisionCode, countryCode, other }

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    let divisions = lexicon.tableID(named: "places/divisions")
    let countries = lexicon.tableID(named: "places/countries")
    self.divisions = divisions
    self.countries = countries
    kinds = lexicon.tableNames.indices.map { index in
      let table = TableID(raw: UInt8(index))
      let columns = lexicon.columns(of: table)
      if table == divisions { return .divisions }
      if table == countries { return .countries }
      guard columns.count > 1 else { return .none }
      guard case .reference(let name, _) = columns[1].type else {
        return lexicon.classRules(of: table).contains { $0.name == "PLACE" } ? .other : .none
      }
      if columns[1].name == "country" { return .foreign }
      guard columns[1].name == "code" else { return .none }
      return name == "places/divisions" ? .divisionCode : .countryCode
    }
  }

  /// What a name may mean: the rows of its word, those that stand for the code of another one followed.
  ///
  /// - Parameter name: folded scalars.
  func readings(of name: ArraySlice<UInt32>) -> [Reading] {
    guard let word = lexicon.lookUp(folded: name) else { return [] }
    var found: [Reading] = []
    for record in lexicon.records(of: word) {
      let reading: Reading? =
        switch kinds[Int(record.table.raw)] {
        case .none: nil
        case .divisions: Reading(table: .divisions, record: record)
        case .countries: Reading(table: .countries, record: record)
        case .foreign: Reading(table: .foreign, record: record)
        case .other: Reading(table: .other, record: record)
        case .divisionCode:
          row(of: lexicon.field(record, column: 1), in: divisions).map { Reading(table: .divisions, record: $0) }
        case .countryCode:
          row(of: lexicon.field(record, column: 1), in: countries).map { Reading(table: .countries, record: $0) }
        }
      if let reading, !found.contains(reading) { found.append(reading) }
    }
    // Rivers and regions only matter against other readings.
    return found.allSatisfy { $0.table == .other } ? [] : found
  }

  /// What the reading belongs to: a division's parent, a foreign city's country.
  func parent(of reading: Reading) -> Reading? {
    switch reading.table {
    case .divisions:
      let code = field(reading, .parent)
      return code.isEmpty ? nil : row(of: code, in: divisions).map { Reading(table: .divisions, record: $0) }
    case .foreign:
      return row(of: lexicon.field(reading.record, column: 1), in: countries).map {
        Reading(table: .countries, record: $0)
      }
    case .countries, .other: return nil
    }
  }

  /// The name in full: `朝阳区`.
  func name(of reading: Reading) -> String {
    switch reading.table {
    case .foreign, .other: lexicon.field(reading.record, column: 0)
    case .divisions, .countries: field(reading, .name)
    }
  }

  func code(of reading: Reading) -> String? {
    switch reading.table {
    case .foreign, .other: nil
    case .divisions, .countries: field(reading, .code)
    }
  }

  /// nil for what is neither a division nor a country nor a foreign city.
  func level(of reading: Reading) -> Place.Level? {
    switch reading.table {
    case .divisions: Place.Level(rawValue: field(reading, .level)) ?? .county
    case .countries: .country
    case .foreign: lexicon.field(reading.record, column: 2) == "state" ? .state : .city
    case .other: nil
    }
  }

  func isCurrent(_ reading: Reading) -> Bool { reading.table != .divisions || field(reading, .status) == "current" }

  /// The columns of both tables by their place: code, name; of divisions also short, level, parent, status.
  private enum Column: Int { case code = 0, name, short, level, parent, status }

  private func field(_ reading: Reading, _ column: Column) -> String {
    lexicon.field(reading.record, column: column.rawValue)
  }

  /// The row of a code: tables are sorted by it.
  private func row(of code: String, in table: TableID?) -> WordRecord? {
    guard let table else { return nil }
    var low = 0
    var high = lexicon.rowCount(of: table)
    while low < high {
      let middle = (low + high) / 2
      let other = lexicon.field(WordRecord(table: table, row: middle), column: 0)
      if other == code { return WordRecord(table: table, row: middle) }
      if other < code { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

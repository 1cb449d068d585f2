/// What the tables say of places that were asked about before: to ask them takes a search and new strings each time, and the
/// articles of a paper name the same places.
///
/// A class that belongs to one worker; it keeps no more than ``limit`` names and readings.
final class KnownPlaces {
  typealias Reading = PlaceTables.Reading

  /// All that results and weights need of a reading.
  struct Facts {
    let name: String
    let code: String?
    let level: Place.Level?
    let isCurrent: Bool
    let parent: Reading?
    /// What it lies in, the largest first.
    let ancestors: [Reading]
  }

  private let tables: PlaceTables
  private var readings: [[UInt32]: [Reading]] = [:]
  private var facts: [Reading: Facts] = [:]
  private static let limit = 8_192
  /// A chain of parents is not followed further: province, prefecture, county, township.
  private static let deepest = 4

  init(tables: PlaceTables) { self.tables = tables }

  /// What a name of folded scalars may mean.
  func readings(of name: [UInt32]) -> [Reading] {
    if let known = readings[name] { return known }
    if readings.count >= Self.limit { readings.removeAll(keepingCapacity: true) }
    let found = tables.readings(of: name[...])
    readings[name] = found
    return found
  }

  subscript(reading: Reading) -> Facts {
    if let known = facts[reading] { return known }
    if facts.count >= Self.limit { facts.removeAll(keepingCapacity: true) }
    let parent = tables.parent(of: reading)
    var ancestors: [Reading] = []
    var next = parent
    while let ancestor = next, ancestors.count < Self.deepest {
      ancestors.append(ancestor)
      next = tables.parent(of: ancestor)
    }
    let found = Facts(
      name: tables.name(of: reading), code: tables.code(of: reading), level: tables.level(of: reading),
      isCurrent: tables.isCurrent(reading), parent: parent, ancestors: ancestors.reversed())
    facts[reading] = found
    return found
  }

  /// What a reading is, for the results; nil for what is neither a division nor a country nor a city.
  func place(_ reading: Reading) -> Place? {
    let facts = self[reading]
    guard let level = facts.level else { return nil }
    return Place(
      code: facts.code, name: facts.name, level: level, parents: facts.ancestors.map { self[$0].name },
      isCurrent: facts.isCurrent)
  }
}

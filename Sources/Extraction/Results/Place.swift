/// Which place of the tables an entity is.
public struct Place: Sendable, Hashable {
  /// The sort of a place.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case country
    /// A province, an autonomous region, a municipality: `110000`.
    case province
    /// A city that has counties, an autonomous prefecture, a league: `210100`.
    case prefecture
    /// A county, a district, a city without counties: `110105`.
    case county
    /// A township, a town, a street office: the tables have none, the text says what they belong to.
    case township
    /// A quarter, a zone, a sight that stands behind what it lies in.
    case locality
    /// A state or province of another country.
    case state
    /// A city of another country.
    case city
  }

  /// A division's code of GB/T 2260 (`110105`), a country's of ISO 3166-1 (`FR`); nil for places that have none. A former
  /// division whose code another one has since has it with -1, -2 …
  public let code: String?
  /// The name in full, without what it belongs to: `朝阳区`.
  public let name: String
  public let level: Level
  /// What it belongs to, the largest first: `辽宁省`, `沈阳市`. Divisions of China do not name the country.
  public let parents: [String]
  /// False for divisions that exist no more.
  public let isCurrent: Bool

  public init(code: String?, name: String, level: Level, parents: [String], isCurrent: Bool = true) {
    self.code = code
    self.name = name
    self.level = level
    self.parents = parents
    self.isCurrent = isCurrent
  }

  /// The name behind those of its parents: `北京市朝阳区`.
  public var path: String { parents.joined() + name }
}

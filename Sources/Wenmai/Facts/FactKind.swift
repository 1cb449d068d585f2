/// The kinds of facts that are exported as tables.
package enum FactKind: String, CaseIterable, Sendable {
  case measurements, roles, statements

  /// What one of them is called in a row.
  var singular: String { String(rawValue.dropLast()) }

  struct Column: Sendable {
    enum Value: Sendable { case text, integer, number, flag }
    let name: StaticString
    let value: Value

    init(_ name: StaticString, _ value: Value = .text) {
      self.name = name
      self.value = value
    }
  }

  /// What every row tells: where the fact stands. Positions are in the unit asked for; sentences count from 1.
  static let places: [Column] = [
    Column("article"), Column("title"), Column("sentence", .integer), Column("start", .integer),
    Column("end", .integer), Column("place"), Column("text"),
  ]

  /// What the rows of this kind tell besides; the order is that of ``FactRow/values``.
  var columns: [Column] {
    switch self {
    case .measurements:
      [
        Column("subject"), Column("quantity"), Column("value", .number), Column("value_to", .number), Column("unit"),
        Column("approx"), Column("lower", .number), Column("upper", .number), Column("thing"), Column("time"),
        Column("time_from"), Column("time_to"), Column("as_of", .flag), Column("comparison"), Column("direction"),
        Column("base"), Column("base_text"), Column("from", .number), Column("of"), Column("part_of"),
        Column("construction"),
      ]
    case .roles:
      [
        Column("person"), Column("post"), Column("organization"), Column("place_name"), Column("qualifier"),
        Column("event"), Column("time"), Column("construction"),
      ]
    case .statements:
      [Column("speaker"), Column("verb"), Column("kind"), Column("quoted", .flag), Column("content")]
    }
  }

  /// The columns of a table that holds several kinds: each name once, in the order of the kinds.
  static func columns(of kinds: [FactKind]) -> [Column] {
    var seen: Set<String> = []
    return kinds.flatMap(\.columns).filter { seen.insert("\($0.name)").inserted }
  }
}

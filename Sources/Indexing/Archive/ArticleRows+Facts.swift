import Extraction
import GRDB
import Text

/// The rows of what was found in an article.
extension ArticleRows {
  func insert(
    _ facts: ArchiveFacts, of article: ArchiveArticle, _ id: Int64, _ names: inout NameCache
  ) throws {
    let base = article.span.lower
    if !facts.entities.isEmpty {
      var row = try RowWriter(db, "INSERT INTO entities VALUES (?, ?, ?, ?, ?, ?, ?)")
      for (number, entity) in facts.entities.enumerated() {
        let alias = try names.id(of: entity, keys: keys, db)
        row.add(id)
        row.add(number)
        row.add(alias)
        row.add(entity.kind)
        row.add(entity.score)
        add(entity.span, base, &row)
        try row.write()
      }
    }
    try insert(facts.roles, id, base, &names)
    try insert(facts.statements, of: article, id, &names)
    try insert(facts.measurements, id, base)
    if facts.times.isEmpty { return }
    var row = try RowWriter(db, "INSERT INTO times VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, time) in facts.times.enumerated() {
      row.add(id)
      row.add(number)
      row.add(time.kind)
      row.add(time.text)
      row.add(time.from)
      row.add(time.to)
      add(time.span, base, &row)
      try row.write()
    }
  }

  private func insert(_ roles: [Role], _ id: Int64, _ base: Int, _ names: inout NameCache) throws {
    if roles.isEmpty { return }
    var row = try RowWriter(db, "INSERT INTO roles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, role) in roles.enumerated() {
      let parts = try [role.person, role.title, role.organization, role.place].map { part in
        try part.map { try names.id(of: $0, keys: keys, db) }
      }
      let (from, to) = role.time?.timeBounds ?? (nil, nil)
      row.add(id)
      row.add(number)
      for part in parts { row.add(part) }
      row.add(role.qualifier?.rawValue)
      row.add(role.event?.rawValue)
      row.add(from)
      row.add(to)
      add(role.span, base, &row)
      try row.write()
    }
  }

  private func insert(
    _ statements: [Extraction.Statement], of article: ArchiveArticle, _ id: Int64, _ names: inout NameCache
  ) throws {
    if statements.isEmpty { return }
    let base = article.span.lower
    var row = try RowWriter(db, "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, statement) in statements.enumerated() {
      let speaker = try statement.speaker.map { try names.id(of: $0, keys: keys, db) }
      row.add(id)
      row.add(number)
      row.add(speaker)
      row.add(statement.speakerText)
      row.add(statement.verbText)
      row.add(statement.kind.rawValue)
      row.add(statement.isQuoted ? 1 : 0)
      let start = article.body.body(ofOriginal: statement.content.lower - base)
      row.add(start)
      row.add(max(start, article.body.body(ofOriginal: statement.content.upper - base)))
      add(statement.span, base, &row)
      try row.write()
    }
  }

  private func insert(_ measurements: [ArchiveFacts.Measurement], _ id: Int64, _ base: Int) throws {
    if measurements.isEmpty { return }
    var row = try RowWriter(db, "INSERT INTO measurements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, measurement) in measurements.enumerated() {
      row.add(id)
      row.add(number)
      for text in [measurement.kind, measurement.text] { row.add(text) }
      for text in [measurement.subject, measurement.thing] { row.add(text) }
      row.add(measurement.value)
      row.add(measurement.unit)
      row.add(measurement.lower)
      row.add(measurement.upper)
      row.add(measurement.approximation)
      row.add(measurement.comparison)
      row.add(measurement.from)
      row.add(measurement.to)
      add(measurement.span, base, &row)
      try row.write()
    }
  }

  private func add(_ span: Span, _ base: Int, _ row: inout RowWriter) {
    row.add(span.lower - base)
    row.add(span.upper - base)
  }
}

extension NumericFact {
  /// The ends of a time in ISO 8601; a point has only the first.
  package var timeBounds: (from: String?, to: String?) {
    switch value {
    case .text(let text): (text, nil)
    case .period(let from, let to): (from, to)
    case .unknown, .number, .interval: (nil, nil)
    }
  }
}

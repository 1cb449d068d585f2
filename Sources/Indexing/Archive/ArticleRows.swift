import Extraction
import Foundation
import GRDB
import Text

/// Writes the rows of articles within one transaction.
struct ArticleRows {
  private let db: Database
  private let analysis: Int64
  private let keys: KeyMaker

  init(_ db: Database, analysis: Int64, keys: KeyMaker) {
    self.db = db
    self.analysis = analysis
    self.keys = keys
  }

  /// Gives an article that is there already its place in the source; false if it is not there.
  func move(_ id: Int64, to article: ArchiveArticle, number: Int, source: Int64) throws -> Bool {
    let known = try db.cachedStatement(
      sql: "SELECT number, start, \"end\", places FROM articles WHERE id = ? AND source = ?")
    guard let row = try Row.fetchOne(known, arguments: [id, source]) else { return false }
    let places = article.body.storedPlaces
    // Writing a row anew means writing its text anew.
    if row["number"] == number, row["start"] == article.offset + article.span.lower,
      row["end"] == article.offset + article.span.upper,
      Array(row["places"] as Data) == places
    {
      return true
    }
    var moved = try RowWriter(db, "UPDATE articles SET number = ?, start = ?, \"end\" = ?, places = ? WHERE id = ?")
    moved.add(number)
    moved.add(article.offset + article.span.lower)
    moved.add(article.offset + article.span.upper)
    moved.add(blob: places)
    moved.add(id)
    try moved.write()
    return true
  }

  /// Adds an article with all that was found in it; returns its number.
  func insert(
    _ article: ArchiveArticle, hash: [UInt8], number: Int, source: Int64, names: inout NameCache
  ) throws -> Int64 {
    var row = try RowWriter(
      db,
      """
      INSERT INTO articles (source, number, start, "end", hash, title, body, places, date, analysis)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    row.add(source)
    row.add(number)
    row.add(article.offset + article.span.lower)
    row.add(article.offset + article.span.upper)
    row.add(blob: hash)
    row.add(article.title)
    row.add(text: article.body.text)
    row.add(blob: article.body.storedPlaces)
    row.add(article.date)
    row.add(analysis)
    try row.write()
    let id = db.lastInsertedRowID
    var text = try RowWriter(db, "INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)")
    text.add(id)
    text.add(text: article.titleTokens)
    text.add(text: article.bodyTokens)
    try text.write()
    try insert(factsOf: article, id, &names)
    return id
  }

  /// Gives an article that is there already, without anything found in it, what is found in it now.
  func renew(_ id: Int64, _ article: ArchiveArticle, names: inout NameCache) throws {
    var row = try RowWriter(db, "UPDATE articles SET date = ?, analysis = ? WHERE id = ?")
    row.add(article.date)
    row.add(analysis)
    row.add(id)
    try row.write()
    try insert(factsOf: article, id, &names)
  }

  private func insert(factsOf article: ArchiveArticle, _ id: Int64, _ names: inout NameCache) throws {
    var sentence = try RowWriter(db, "INSERT INTO sentences VALUES (?, ?, ?)")
    for range in article.sentences {
      sentence.add(id)
      sentence.add(range.lowerBound)
      sentence.add(range.upperBound)
      try sentence.write()
    }
    try insert(article.facts, of: article, id, &names)
  }

  private func insert(
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

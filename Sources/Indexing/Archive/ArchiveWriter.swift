import Extraction
import Foundation
import GRDB
import Text

/// Writes the articles of sources within one transaction.
struct ArchiveWriter {
  let db: Database

  /// Brings the full text up to the tokens that this lexicon makes; FTS5 can only take out what it would put in now.
  func adopt(tokenizer: String) throws {
    let stored = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'tokenizer'")
    if stored == tokenizer { return }
    try db.execute(sql: "INSERT INTO article_text (article_text) VALUES ('rebuild')")
    try db.execute(sql: "UPDATE settings SET value = ? WHERE name = 'tokenizer'", arguments: [tokenizer])
  }

  /// Makes the articles of each source what there is of it.
  func update(
    _ sources: [(name: String, articles: [ArchiveArticle])], tokenizer: String
  ) throws -> ArchiveChanges {
    try adopt(tokenizer: tokenizer)
    return try sources.reduce(ArchiveChanges()) { try $0 + replace(source: $1.name, with: $1.articles) }
  }

  /// Makes `articles` what there is of the source `name`.
  func replace(source name: String, with articles: [ArchiveArticle]) throws -> ArchiveChanges {
    var changes = ArchiveChanges()
    let source = try sourceID(name)
    var known: [[UInt8]: [Int64]] = [:]
    let rows = try Row.fetchAll(
      db, sql: "SELECT id, hash FROM articles WHERE source = ? ORDER BY number DESC", arguments: [source])
    for row in rows { known[Array(row["hash"] as Data), default: []].append(row["id"]) }
    for (number, article) in articles.enumerated() {
      if let id = known[article.hash]?.popLast() {
        try db.execute(
          sql: "UPDATE articles SET number = ?, start = ?, \"end\" = ?, places = ? WHERE id = ?",
          arguments: [number, article.span.lower, article.span.upper, Data(article.body.storedPlaces), id])
        changes.unchanged += 1
      } else {
        try insert(article, number: number, source: source)
        changes.added += 1
      }
    }
    for id in known.values.joined().sorted() {
      try remove(article: id)
      changes.removed += 1
    }
    return changes
  }

  /// Takes a source and its articles out; returns how many articles it had.
  func remove(source name: String) throws -> Int {
    let changes = try replace(source: name, with: [])
    try db.execute(sql: "DELETE FROM sources WHERE name = ?", arguments: [name])
    return changes.removed
  }

  private func sourceID(_ name: String) throws -> Int64 {
    if let id = try Int64.fetchOne(db, sql: "SELECT id FROM sources WHERE name = ?", arguments: [name]) { return id }
    try db.execute(sql: "INSERT INTO sources (name) VALUES (?)", arguments: [name])
    return db.lastInsertedRowID
  }

  private func remove(article id: Int64) throws {
    try db.execute(
      sql: """
        INSERT INTO article_text (article_text, rowid, title, body)
        SELECT 'delete', id, title, body FROM articles WHERE id = ?
        """, arguments: [id])
    try db.execute(sql: "DELETE FROM articles WHERE id = ?", arguments: [id])
  }

  private func insert(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }

  private func insert(_ article: ArchiveArticle, number: Int, source: Int64) throws {
    let body = String(decoding: article.body.text, as: UTF8.self)
    try insert(
      "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        source, number, article.span.lower, article.span.upper, Data(article.hash), article.title, body,
        Data(article.body.storedPlaces),
      ])
    let id = db.lastInsertedRowID
    try insert("INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)", [id, article.title, body])
    let base = article.span.lower
    for sentence in article.sentences {
      let start = article.body.body(ofOriginal: sentence.lower - base)
      let end = max(start, article.body.body(ofOriginal: sentence.upper - base))
      // The headline is no part of the body.
      guard start < end else { continue }
      try insert(
        "INSERT INTO sentences VALUES (NULL, ?, ?, ?, ?, ?)",
        [id, sentence.lower - base, sentence.upper - base, start, end])
    }
    try insertEntities(article, id)
    for quantity in article.quantities {
      try insert(
        "INSERT INTO quantities VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, quantity.kind, quantity.text, quantity.value, quantity.unit, quantity.approximation, quantity.lower,
          quantity.upper, quantity.span.lower - base, quantity.span.upper - base,
        ])
    }
    for time in article.times {
      try insert(
        "INSERT INTO times VALUES (NULL, ?, ?, ?, ?, ?, ?, ?)",
        [id, time.kind, time.text, time.from, time.to, time.span.lower - base, time.span.upper - base])
    }
  }

  private func insertEntities(_ article: ArchiveArticle, _ id: Int64) throws {
    let base = article.span.lower
    var ids: [Span: Int64] = [:]
    for entity in article.entities {
      try insert(
        "INSERT INTO entities VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, entity.category.rawValue, entity.kind, entity.text, entity.canonical ?? entity.text,
          entity.span.lower - base, entity.span.upper - base, entity.score, entity.rule.name,
        ])
      ids[entity.span] = db.lastInsertedRowID
    }
    for role in article.roles {
      // A role without its person would say nothing.
      guard let person = ids[role.person.span] else { continue }
      try insert(
        "INSERT INTO roles VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, person, role.title.flatMap { ids[$0.span] }, role.organization.flatMap { ids[$0.span] },
          role.qualifier?.rawValue, role.construction, role.span.lower - base, role.span.upper - base,
        ])
    }
  }
}

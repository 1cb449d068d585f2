import Foundation
import GRDB
import Text

/// Writes the rows of articles. Its statements are kept from one transaction to the next.
final class ArticleRows {
  let db: Database
  private let analysis: Int64
  let keys: KeyMaker
  private var articles: RowWriter
  private var texts: RowWriter
  private var sentences: RowWriter
  private var sources: RowWriter
  var mentions: MentionRows
  var entities: RowWriter
  var roles: RowWriter
  var statements: RowWriter
  var measurements: RowWriter
  var times: RowWriter

  init(_ db: Database, analysis: Int64, keys: KeyMaker) {
    self.db = db
    self.analysis = analysis
    self.keys = keys
    articles = RowWriter(
      db, into: "articles (source, number, start, \"end\", hash, title, body, places, date, analysis)", columnCount: 10)
    texts = RowWriter(db, into: "article_text (rowid, title, body)", columnCount: 3)
    sentences = RowWriter(db, into: "sentences", columnCount: 3)
    sources = RowWriter(db, into: "sources (name, input)", columnCount: 2, onConflict: .ignore)
    mentions = MentionRows(db)
    entities = RowWriter(db, into: "entities", columnCount: 7)
    roles = RowWriter(db, into: "roles", columnCount: 12)
    statements = RowWriter(db, into: "statements", columnCount: 11)
    measurements = RowWriter(db, into: "measurements", columnCount: 16)
    times = RowWriter(db, into: "times", columnCount: 8)
  }

  /// The number of a source, which is put in where it is not there.
  func source(_ name: String, input: String?) throws -> (id: Int64, isNew: Bool) {
    // Most are new ones: they are not looked up before they are put in.
    try sources.insert { row in
      row.add(name)
      row.add(input)
    }
    if db.changesCount > 0 { return (db.lastInsertedRowID, true) }
    let known = try db.cachedStatement(sql: "SELECT id, input FROM sources WHERE name = ?")
    guard let row = try Row.fetchOne(known, arguments: [name]) else { return (0, true) }
    let id: Int64 = row[0]
    let before: String? = row[1]
    // A record may come from another file now.
    if before != input {
      try db.execute(sql: "UPDATE sources SET input = ? WHERE id = ?", arguments: [input, id])
    }
    return (id, false)
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
    try db.cachedStatement(sql: "UPDATE articles SET number = ?, start = ?, \"end\" = ?, places = ? WHERE id = ?")
      .execute(
        arguments: [
          number, article.offset + article.span.lower, article.offset + article.span.upper, Data(places), id,
        ])
    return true
  }

  /// Adds an article with all that was found in it; returns its number.
  func insert(
    _ article: ArchiveArticle, hash: [UInt8], number: Int, source: Int64, names: inout NameCache
  ) throws -> Int64 {
    try articles.insert { row in
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
    }
    let id = db.lastInsertedRowID
    try texts.insert { row in
      row.add(id)
      row.add(text: article.titleTokens)
      row.add(text: article.bodyTokens)
    }
    try insert(factsOf: article, id, &names)
    return id
  }

  /// Gives an article that is there already, without anything found in it, what is found in it now.
  func renew(_ id: Int64, _ article: ArchiveArticle, names: inout NameCache) throws {
    try db.cachedStatement(sql: "UPDATE articles SET date = ?, analysis = ? WHERE id = ?").execute(
      arguments: [article.date, analysis, id])
    try insert(factsOf: article, id, &names)
  }

  private func insert(factsOf article: ArchiveArticle, _ id: Int64, _ names: inout NameCache) throws {
    try sentences.insert(article.sentences.count) { row, number in
      row.add(id)
      row.add(article.sentences[number].lowerBound)
      row.add(article.sentences[number].upperBound)
    }
    try insert(article.facts, of: article, id, &names)
  }
}

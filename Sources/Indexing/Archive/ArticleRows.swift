import Foundation
import GRDB
import Text

/// Writes the rows of articles within one transaction.
struct ArticleRows {
  let db: Database
  private let analysis: Int64
  let keys: KeyMaker

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
    // A row each: of a statement with many, SQLite keeps each page it changes until all are in, which costs more (measured).
    var sentence = try RowWriter(db, "INSERT INTO sentences VALUES (?, ?, ?)")
    for range in article.sentences {
      sentence.add(id)
      sentence.add(range.lowerBound)
      sentence.add(range.upperBound)
      try sentence.write()
    }
    try insert(article.facts, of: article, id, &names)
  }
}

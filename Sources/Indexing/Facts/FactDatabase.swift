import Foundation
import GRDB

/// A new SQLite database of facts: the tables `articles` and `sentences`, and one for each kind of fact, whose rows refer to
/// both.
package final class FactDatabase {
  package struct Column: Sendable {
    let name: String
    let type: String

    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  package struct Table: Sendable {
    let name: String
    let columns: [Column]
    /// The columns that get an index.
    let indexed: [String]

    package init(name: String, columns: [Column], indexed: [String]) {
      self.name = name
      self.columns = columns
      self.indexed = indexed
    }
  }

  private let db: Database
  private var statements: [String: String] = [:]
  /// By number: the sentences of the article that was added last.
  private var sentences: [Int: Int64] = [:]

  private init(db: Database) { self.db = db }

  /// Makes the database beside `path` and gives it that name when `fill` is through; nothing is left of one that failed.
  ///
  /// - Throws: ``FactDatabaseError``, or what `fill` throws.
  package static func write(to path: String, tables: [Table], fill: (FactDatabase) throws -> Void) throws {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
      throw FactDatabaseError(path: path, reason: "is a folder")
    }
    let temporary = "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    defer { for ending in ["", "-journal"] { try? files.removeItem(atPath: temporary + ending) } }
    try? files.removeItem(atPath: temporary)
    do {
      let queue = try DatabaseQueue(path: temporary)
      try queue.inTransaction(.exclusive) { db in
        let database = FactDatabase(db: db)
        try database.create(tables)
        try fill(database)
        // After the rows: an index that is filled at once is smaller, and sooner made.
        for table in tables {
          for column in table.indexed {
            try db.execute(sql: "CREATE INDEX \(table.name)_by_\(column) ON \(table.name) (\"\(column)\")")
          }
        }
        return .commit
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw FactDatabaseError(path: path, reason: error.message ?? "SQLite error \(error.resultCode.rawValue)")
    }
    guard rename(temporary, path) == 0 else {
      throw FactDatabaseError(path: path, reason: String(cString: strerror(errno)))
    }
  }

  private func create(_ tables: [Table]) throws {
    try db.execute(
      sql: """
        CREATE TABLE articles (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, title TEXT, start INTEGER NOT NULL, "end" INTEGER NOT NULL
        );
        CREATE INDEX articles_by_name ON articles (name);
        CREATE TABLE sentences (
          id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE, number INTEGER NOT NULL
        );
        CREATE UNIQUE INDEX sentences_by_article ON sentences (article, number);
        """)
    for table in tables {
      let columns = table.columns.map { ", \"\($0.name)\" \($0.type)" }.joined()
      try db.execute(
        sql: """
          CREATE TABLE \(table.name) (
            id INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
            sentence INTEGER NOT NULL REFERENCES sentences ON DELETE CASCADE,
            start INTEGER NOT NULL, "end" INTEGER NOT NULL, place TEXT NOT NULL, text TEXT NOT NULL\(columns)
          );
          CREATE INDEX \(table.name)_by_article ON \(table.name) (article, start);
          CREATE INDEX \(table.name)_by_sentence ON \(table.name) (sentence);
          """)
      let marks = String(repeating: ", ?", count: 6 + table.columns.count)
      statements[table.name] = "INSERT INTO \(table.name) VALUES (NULL\(marks))"
    }
  }

  /// - Returns: the article's id.
  package func addArticle(name: String, title: String?, start: Int, end: Int) throws -> Int64 {
    sentences.removeAll(keepingCapacity: true)
    try db.cachedStatement(sql: "INSERT INTO articles VALUES (NULL, ?, ?, ?, ?)").execute(
      arguments: [name, title, start, end])
    return db.lastInsertedRowID
  }

  /// Adds a fact of the article that was added last.
  package func add(
    to table: String, article: Int64, sentence: Int, start: Int, end: Int, place: String, text: String,
    values: [FactCell]
  ) throws {
    guard let statement = statements[table] else { return }
    let number = try self.sentence(sentence, of: article)
    let row: [(any DatabaseValueConvertible)?] =
      [article, number, start, end, place, text] + values.map(\.databaseValue)
    try db.cachedStatement(sql: statement).execute(arguments: StatementArguments(row))
  }

  private func sentence(_ number: Int, of article: Int64) throws -> Int64 {
    if let known = sentences[number] { return known }
    try db.cachedStatement(sql: "INSERT INTO sentences VALUES (NULL, ?, ?)").execute(arguments: [article, number])
    sentences[number] = db.lastInsertedRowID
    return db.lastInsertedRowID
  }
}

/// Why a database of facts could not be written. What was at the path is as it was.
package struct FactDatabaseError: Error, CustomStringConvertible {
  package let path: String
  package let reason: String
  package var description: String { "\(path): \(reason)" }
}

extension FactCell {
  fileprivate var databaseValue: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .text(let text): text
    case .integer(let value): value
    case .real(let value): value
    case .flag(let value): value
    }
  }
}

import Foundation
import GRDB

/// Brings inputs into an archive: what is written between two commits is in it whole or not at all.
///
/// Parts are written as they come, so that those who analyse need not wait for a batch to be written; one thread uses it,
/// within ``ArchiveIndex/build(_:_:)``.
package final class ArchiveBuild {
  private let db: Database
  private let writer: ArchiveWriter
  private let checkpointer: Checkpointer
  private var pending = ArchiveChanges()

  init(_ db: Database, _ archive: ArchiveIndex, _ analysis: ArchiveAnalysis, _ checkpointer: Checkpointer) {
    self.db = db
    self.checkpointer = checkpointer
    writer = ArchiveWriter(
      lexicon: archive.lexicon, tokenizer: ArchiveIndex.tokenizer(archive.lexicon), analysis: analysis.name)
  }

  package func write(_ part: ArchivePart) throws {
    try begin()
    pending = pending + (try writer.write([part], db))
  }

  /// The sources that came again in this build with other articles than before, since this was asked last.
  package func takeRepeatedSources() -> [String] { writer.takeRepeatedSources() }

  func write(_ part: (Database) throws -> ArchivePart) throws {
    try begin()
    try write(part(db))
  }

  /// Says that an input is in the archive to its end.
  package func finish(input name: String, hash: [UInt8]) throws {
    try begin()
    try writer.finish(input: name, hash: hash, db)
  }

  /// Makes what was written since the last commit final; returns what it was.
  package func commit() throws -> ArchiveChanges {
    guard db.isInsideTransaction else { return ArchiveChanges() }
    try writer.settle(db)
    try db.commit()
    checkpointer.start()
    defer { pending = ArchiveChanges() }
    return pending
  }

  private func begin() throws {
    if db.isInsideTransaction { return }
    checkpointer.keepLogShort()
    try db.beginTransaction(.immediate)
  }

  /// Takes out a file with all its records, a record, or all files of a folder; returns how many articles they had.
  package func remove(_ name: String) throws -> Int {
    try begin()
    let folder = name.hasSuffix("/") ? name : name + "/"
    let sources = try String.fetchAll(
      db,
      sql: """
        SELECT name FROM sources WHERE name = ?1 OR input = ?1 OR substr(name, 1, length(?2)) = ?2
        OR substr(input, 1, length(?2)) = ?2 ORDER BY id
        """, arguments: [name, folder])
    let count = try sources.reduce(0) { try $0 + writer.remove(source: $1, db) }
    pending.removed += count
    return count
  }
}

extension ArchiveIndex {
  /// Lets `body` write; no other process writes from its first change to its next commit.
  ///
  /// What is not committed when `body` returns or throws is taken back.
  ///
  /// - Parameter longestLog: how long the write-ahead log may grow, in pages: some 130 MB if not told, five commits or more,
  ///   so that the writer seldom waits for it, and then for the last of them only.
  package func build<Value>(
    _ analysis: ArchiveAnalysis, longestLog: Int = 16_384, _ body: (ArchiveBuild) throws -> Value
  ) throws -> Value {
    try withWriter { db in
      let checkpointer = try Checkpointer(path: path, longestLog: longestLog)
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      defer {
        try? checkpointer.close()
        try? db.execute(sql: "PRAGMA wal_autocheckpoint = \(Self.checkpointedPages)")
      }
      // Every row would look for its article, which was written just before. What is removed takes its rows along by
      // itself (`ArchiveWriter`), and `check` looks at all.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
      do {
        let value = try body(ArchiveBuild(db, self, analysis, checkpointer))
        if db.isInsideTransaction { try db.rollback() }
        return value
      } catch {
        // The error that matters is the first one.
        if db.isInsideTransaction { try? db.rollback() }
        throw error
      }
    }
  }

  /// How many articles the archive has of an input that it has to the end, the same to the byte; nil otherwise.
  package func currentArticles(
    input name: String, hash: [UInt8], _ analysis: ArchiveAnalysis
  ) throws(ArchiveError) -> Int? {
    try blockingRead { db in
      let row = try Row.fetchOne(
        db, sql: "SELECT hash, n.name FROM inputs i JOIN analyses n ON n.id = i.analysis WHERE i.name = ?",
        arguments: [name])
      guard let row, Array(row["hash"] as Data) == hash else { return nil }
      guard analysis.isLeast || row["name"] == analysis.name else { return nil }
      return try Int.fetchOne(
        db, sql: "SELECT count(*) FROM articles a JOIN sources s ON s.id = a.source WHERE s.input = ?",
        arguments: [name])
    }
  }

  /// What the archive has of some sources, in their order.
  package func knownArticles(
    ofSources names: [String], _ analysis: ArchiveAnalysis
  ) throws(ArchiveError) -> [KnownArticles] {
    try blockingRead { db in
      // Most sources of a new archive are not there: all are asked for at once.
      let places = Array(repeating: "?", count: names.count).joined(separator: ", ")
      let known = try String.fetchSet(
        db, sql: "SELECT name FROM sources WHERE name IN (\(places))", arguments: StatementArguments(names))
      return try names.map {
        known.contains($0) ? try Self.knownArticles(ofSource: $0, analysis, db) : KnownArticles([])
      }
    }
  }

  static func knownArticles(
    ofSource name: String, _ analysis: ArchiveAnalysis, _ db: Database
  ) throws -> KnownArticles {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.id, a.hash, n.id IS NOT NULL AND (? OR n.name = ?)
        FROM sources s JOIN articles a ON a.source = s.id LEFT JOIN analyses n ON n.id = a.analysis
        WHERE s.name = ? ORDER BY a.id
        """)
    let rows = try Row.fetchAll(statement, arguments: [analysis.isLeast, analysis.name, name])
    return KnownArticles(rows.map { (.init(id: $0[0], isCurrent: $0[2]), hash: Array($0[1] as Data)) })
  }
}

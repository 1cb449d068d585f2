import Foundation
import GRDB
package import Lexicon

/// An archive of articles in one SQLite file: their full text, sentences, entities, roles, quantities and times.
///
/// Share one between tasks. Readers see the state of the last finished update and are not kept waiting by a writer;
/// writers wait for each other. An update is done whole or not at all, whatever happens to the process.
public final class ArchiveIndex: Sendable {
  public let path: String
  let lexicon: Lexicon
  private let pool: DatabasePool

  /// Opens the archive at `path`, or makes a new one where there is no file or an empty one.
  ///
  /// - Throws: ``ArchiveError``. A file that is no archive is left as it was.
  package init(path: String, lexicon: Lexicon) throws(ArchiveError) {
    self.path = path
    self.lexicon = lexicon
    let exists = try ArchiveSchema.exists(at: path)
    var configuration = Configuration()
    // Milliseconds would do for readers; a writer may have a batch of many articles before it.
    configuration.busyMode = .timeout(30)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      TokenizerRegistry.register(lexicon, for: db)
      // A commit survives the end of the process without a sync each; the end of the machine's power may cost the last.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    do {
      if !exists { try Self.create(path, configuration, tokenizer: Self.tokenizer(lexicon)) }
      pool = try DatabasePool(path: path, configuration: configuration)
      let found = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM settings WHERE name = 'tokenizer'") }
      if found != 1 { throw ArchiveError.damaged(path: path, reason: "its settings are missing") }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Makes the tables while the file still has a rollback journal: a process that dies now leaves an empty file.
  private static func create(_ path: String, _ configuration: Configuration, tokenizer: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.inTransaction(.exclusive) { db in
      // Another process may have been quicker.
      if try Int.fetchOne(db, sql: "PRAGMA user_version") == 0 { try ArchiveSchema.create(db, tokenizer: tokenizer) }
      return .commit
    }
    try queue.close()
  }

  /// What makes the tokens: our code and its dictionary.
  private static func tokenizer(_ lexicon: Lexicon) -> String {
    "\(ArchiveTokenizer.version)-" + String(lexicon.sourceHash, radix: 16)
  }

  /// Makes the given articles what the archive has of their sources, in one transaction: articles that are there
  /// already stay, others are added, what the source no longer has is removed.
  ///
  /// Hand in some hundreds of articles at a time; each call is one commit.
  package func update(
    _ sources: [(name: String, articles: [ArchiveArticle])]
  ) async throws(ArchiveError) -> ArchiveChanges {
    let tokenizer = Self.tokenizer(lexicon)
    return try await write { try $0.update(sources, tokenizer: tokenizer) }
  }

  /// The same for callers that may wait on their thread.
  package func blockingUpdate(
    _ sources: [(name: String, articles: [ArchiveArticle])]
  ) throws(ArchiveError) -> ArchiveChanges {
    do {
      return try pool.write { try ArchiveWriter(db: $0).update(sources, tokenizer: Self.tokenizer(lexicon)) }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Takes a source and all its articles out of the archive.
  ///
  /// - Returns: how many articles it had.
  @discardableResult
  public func remove(source name: String) async throws(ArchiveError) -> Int {
    let tokenizer = Self.tokenizer(lexicon)
    return try await write { writer in
      try writer.adopt(tokenizer: tokenizer)
      return try writer.remove(source: name)
    }
  }

  /// How many articles there are.
  public func articleCount() async throws(ArchiveError) -> Int {
    try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0 }
  }

  /// Checks the file and the full text against the articles; throws what is wrong.
  ///
  /// - Complexity: reads all of the file.
  public func check() async throws(ArchiveError) {
    let path = path
    let isOurs = try await usesOwnTokens()
    let report = try await read { try String.fetchOne($0, sql: "PRAGMA integrity_check(1)") }
    if let report, report != "ok" { throw .damaged(path: path, reason: report) }
    // With another dictionary the tokens differ, which is no damage.
    guard isOurs else { return }
    try await write { writer in
      try writer.db.execute(sql: "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
    }
  }

  /// Ends the use of the file; all that was reported as done is in it, and nothing stays beside it.
  public func close() throws(ArchiveError) {
    do {
      try pool.close()
      // A pool closes its readers last, and those leave the write-ahead log behind (groue/GRDB.swift#739): a connection
      // that can write moves it into the file, unless someone else is still reading.
      let last = try DatabaseQueue(path: path)
      try last.inDatabase { try $0.execute(sql: "PRAGMA schema_version") }
      try last.close()
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// Whether the full text was made with this lexicon, so that its words can be asked for.
  func usesOwnTokens() async throws(ArchiveError) -> Bool {
    let tokenizer = Self.tokenizer(lexicon)
    return try await read { try Self.stored($0) == tokenizer }
  }

  func usesOwnTokens(_ db: Database) throws -> Bool { try Self.stored(db) == Self.tokenizer(lexicon) }

  private static func stored(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'tokenizer'")
  }

  func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws(ArchiveError) -> Value
  {
    do { return try await pool.read(body) } catch { throw ArchiveError(error, path: path) }
  }

  func blockingRead<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try pool.read(body) } catch { throw ArchiveError(error, path: path) }
  }

  private func write<Value: Sendable>(
    _ body: @Sendable @escaping (ArchiveWriter) throws -> Value
  ) async throws(ArchiveError) -> Value {
    do {
      return try await pool.write { try body(ArchiveWriter(db: $0)) }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

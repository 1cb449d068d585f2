import Foundation
import GRDB
package import Lexicon
import SearchTokens

/// An archive of articles in one SQLite file: their full text, sentences, entities, roles, statements, measurements and
/// times.
///
/// Share one between tasks. Readers see the state of the last finished update and are not kept waiting by a writer;
/// writers wait for each other. An update is done whole or not at all, whatever happens to the process.
///
/// ```swift
/// let archive = try analyzer.archive(at: "news.wenmai")
/// try await archive.update([("page-1.txt", analyzer.analyze(text))])
/// for hit in try await archive.search("org:朝阳区总工会 产改").hits { print(hit.title, hit.snippet.text) }
/// ```
public final class ArchiveIndex: Sendable {
  public let path: String
  package let lexicon: Lexicon
  let pool: DatabasePool
  private let isWritable: Bool

  /// Opens the archive at `path`, or makes a new one where there is no file or an empty one. One of an earlier version
  /// is brought to this one; one that may not be written is read only.
  ///
  /// - Parameters:
  ///   - longestWait: how long another process that writes may keep us waiting.
  ///   - onWait: called each time that takes more than half a second.
  /// - Throws: ``ArchiveError``. A file that is no archive is left as it was.
  package init(
    path: String, lexicon: Lexicon, longestWait: Duration = .seconds(30), onWait: (@Sendable () -> Void)? = nil
  ) throws(ArchiveError) {
    self.path = path
    self.lexicon = lexicon
    let version = try ArchiveSchema.storedVersion(at: path)
    isWritable = version == nil || FileManager.default.isWritableFile(atPath: path)
    let configuration = Self.configuration(lexicon, isReadOnly: !isWritable, longestWait, onWait)
    do {
      if version == nil {
        try Self.create(path, configuration, tokenizer: Self.tokenizer(lexicon))
      } else if version != ArchiveSchema.version, isWritable {
        try Self.migrate(path, configuration, tokenizer: Self.tokenizer(lexicon))
      }
      pool = try DatabasePool(path: path, configuration: configuration)
      let found = try pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM settings WHERE name = 'tokenizer'") }
      if found != 1 { throw ArchiveError.damaged(path: path, reason: "its settings are missing") }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// What makes the tokens: our code and its words.
  static func tokenizer(_ lexicon: Lexicon) -> String {
    "\(SearchTokenizer.version)-" + String(lexicon.wordHash, radix: 16)
  }

  /// How many articles there are.
  public func articleCount() async throws(ArchiveError) -> Int {
    try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM articles") ?? 0 }
  }

  /// Ends the use of the file; all that was reported as done is in it, and nothing stays beside it.
  public func close() throws(ArchiveError) {
    do {
      try pool.close()
      if !isWritable { return }
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
  func usesOwnTokens(_ db: Database) throws -> Bool { try Self.storedTokenizer(db) == Self.tokenizer(lexicon) }

  static func storedTokenizer(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'tokenizer'")
  }

  func read<Value: Sendable>(_ body: @Sendable @escaping (Database) throws -> Value) async throws(ArchiveError) -> Value
  {
    do { return try await pool.read(body) } catch { throw ArchiveError(error, path: path) }
  }

  func blockingRead<Value>(_ body: (Database) throws -> Value) throws(ArchiveError) -> Value {
    do { return try pool.read(body) } catch { throw ArchiveError(error, path: path) }
  }

  /// Errors that are none of SQLite's go through as they are.
  func withWriter<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do { return try pool.writeWithoutTransaction(body) } catch let error as DatabaseError {
      throw ArchiveError(error, path: path)
    }
  }
}

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
  let lexicon: Lexicon
  private let pool: DatabasePool
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

  private static func configuration(
    _ lexicon: Lexicon, isReadOnly: Bool, _ longestWait: Duration, _ onWait: (@Sendable () -> Void)?
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    let limit = Int(longestWait / .milliseconds(20))
    configuration.busyMode = .callback { tries in
      if tries == 25 { onWait?() }
      if tries >= limit { return false }
      Thread.sleep(forTimeInterval: 0.02)
      return true
    }
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.addSearchTokenizer(lexicon)
      db.addBodyOffset()
      // A commit survives the end of the process without a sync each; the end of the machine's power may cost the last.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      // 32 MB of pages at most: what a batch touches, so that no page is written twice for it.
      try db.execute(sql: "PRAGMA cache_size = -32768")
      // In pages: 32 MB, a few batches, are moved from the log into the file at once.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 8192")
    }
    return configuration
  }

  /// Makes a new archive beside its place and puts it there when it is whole: a process that dies leaves no half of one.
  private static func create(_ path: String, _ configuration: Configuration, tokenizer: String) throws {
    let files = FileManager.default
    let unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max)).part"
    defer { try? files.removeItem(atPath: unfinished) }
    try migrate(unfinished, configuration, tokenizer: tokenizer)
    if files.fileExists(atPath: path) {
      // An empty file.
      guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } else {
      do { try files.linkItem(atPath: unfinished, toPath: path) } catch {
        // Another process may have been quicker: its archive is as good. Some file systems have no links.
        if !files.fileExists(atPath: path) { try files.moveItem(atPath: unfinished, toPath: path) }
      }
    }
  }

  /// Brings a file to this version, or makes its tables, in one transaction.
  private static func migrate(_ path: String, _ configuration: Configuration, tokenizer: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.inTransaction(.immediate) {
        try ArchiveSchema.migrate(db)
        try db.execute(sql: "INSERT OR IGNORE INTO settings VALUES ('tokenizer', ?)", arguments: [tokenizer])
        return .commit
      }
    }
    try queue.close()
  }

  /// What makes the tokens: our code and its dictionary.
  static func tokenizer(_ lexicon: Lexicon) -> String {
    "\(SearchTokenizer.version)-" + String(lexicon.sourceHash, radix: 16)
  }

  /// Makes the given articles what the archive has of their sources, in one transaction: articles that are there
  /// already stay, others are added, what the source no longer has is removed.
  ///
  /// Hand in some hundreds of articles at a time; each call is one commit.
  package func update(
    _ sources: [(name: String, articles: [ArchiveArticle])], analysis: ArchiveAnalysis = .words
  ) async throws(ArchiveError) -> ArchiveChanges {
    do {
      return try await pool.write { [lexicon] db in
        let writer = ArchiveWriter(lexicon: lexicon, tokenizer: Self.tokenizer(lexicon), analysis: analysis.name)
        let parts = try sources.map { try self.part($0.name, $0.articles, analysis, db) }
        return try writer.write(parts, db)
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// The same for callers that may wait on their thread.
  package func blockingUpdate(
    _ sources: [(name: String, articles: [ArchiveArticle])], analysis: ArchiveAnalysis = .words
  ) throws -> ArchiveChanges {
    try build(analysis) { build in
      for (name, articles) in sources { try build.write { try part(name, articles, analysis, $0) } }
      return try build.commit()
    }
  }

  private func part(
    _ name: String, _ articles: [ArchiveArticle], _ analysis: ArchiveAnalysis, _ db: Database
  ) throws -> ArchivePart {
    let known = try Self.knownArticles(ofSource: name, analysis, db)
    let tokens = IndexTokens(lexicon: lexicon)
    var part = ArchivePart(source: name)
    for var article in articles {
      let hash = article.hash(time: article.date)
      if let id = known.claim(hash) {
        part.entries.append(.known(id, article))
      } else {
        article.prepare(tokens)
        part.entries.append(.new(article, hash: hash))
      }
    }
    return part
  }

  /// Takes a source and all its articles out of the archive.
  ///
  /// - Returns: how many articles it had.
  @discardableResult
  public func remove(source name: String) async throws(ArchiveError) -> Int {
    do {
      return try await pool.write { [lexicon] db in
        let writer = ArchiveWriter(lexicon: lexicon, tokenizer: Self.tokenizer(lexicon), analysis: "words")
        return try writer.remove(source: name, db)
      }
    } catch {
      throw ArchiveError(error, path: path)
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
    let tokenizer = Self.tokenizer(lexicon)
    let report = try await read { db in
      try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    }
    if report != "ok" { throw .damaged(path: path, reason: report) }
    do {
      try await pool.write { db in
        if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
          throw ArchiveError.damaged(path: path, reason: "facts without an article")
        }
        // With another dictionary the tokens differ, which is no damage.
        guard try Self.storedTokenizer(db) == tokenizer else { return }
        try db.execute(sql: "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
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

  private static func storedTokenizer(_ db: Database) throws -> String? {
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

import Foundation
import GRDB
import Lexicon

/// Writes the articles of sources; all calls are made within transactions, the last one of each is ``settle(_:)``.
///
/// Keeps from one transaction to the next what it knows of names and of the sources that are under way, so that little is
/// asked of the file. Another process may write in between: its changes are noticed (``notice(_:)``).
final class ArchiveWriter {
  private let tokenizer: String
  private let analysis: String
  private let keys: KeyMaker
  /// The number of `analysis` in the file.
  private var analysisID: Int64 = 0
  private var names = NameCache()
  /// Of the connection that wrote last.
  private var rows: ArticleRows?
  private var open: [String: OpenSource] = [:]
  private var dataVersion: Int?
  /// Articles above this number were put in since this writer was made.
  private var lastArticleBefore: Int64?
  /// Sources that have come again since then, with something else.
  private var repeatedSources: [String] = []
  /// Whether this transaction has begun: what other processes wrote is looked at once in each.
  private var hasBegun = false
  /// The input that was last told not to be whole; the records of a file come one after the other.
  private var unfinishedInput: String?

  /// A source of which not all parts have come yet.
  private struct OpenSource {
    var id: Int64
    var input: String?
    /// Whether the archive did not have it before this part.
    var isNew: Bool
    var number = 0
    /// Its articles that stay.
    var kept: Set<Int64> = []
  }

  /// - Parameters:
  ///   - tokenizer: what makes the tokens.
  ///   - analysis: what was looked for in the articles, with what.
  init(lexicon: Lexicon, tokenizer: String, analysis: String) {
    keys = KeyMaker(lexicon: lexicon)
    self.tokenizer = tokenizer
    self.analysis = analysis
  }

  /// Makes the articles of each source what there is of it.
  func write(_ parts: [ArchivePart], _ db: Database) throws -> ArchiveChanges {
    try begin(db)
    let rows = rows ?? ArticleRows(db, analysis: analysisID, keys: keys)
    self.rows = rows
    var changes = ArchiveChanges()
    for part in parts { try write(part, rows, &changes, db) }
    return changes
  }

  /// The sources that came again with something else since this was asked last.
  func takeRepeatedSources() -> [String] {
    defer { repeatedSources = [] }
    return repeatedSources
  }

  /// Writes what is kept for the end, and takes out what is left over of the articles that were taken out or renewed.
  func settle(_ db: Database) throws {
    try rows?.mentions.write()
    try names.removeUnused(db)
    hasBegun = false
  }

  /// Says that an input is in the archive to its end.
  func finish(input name: String, hash: [UInt8], _ db: Database) throws {
    try begin(db)
    unfinishedInput = nil
    try db.execute(
      sql: "INSERT OR REPLACE INTO inputs VALUES (?, ?, ?)", arguments: [name, Data(hash), analysisID])
  }

  /// Takes a source and its articles out; returns how many articles it had.
  func remove(source name: String, _ db: Database) throws -> Int {
    try begin(db)
    guard let row = try Row.fetchOne(db, sql: "SELECT id, input FROM sources WHERE name = ?", arguments: [name]) else {
      return 0
    }
    let id: Int64 = row["id"]
    let input: String? = row["input"]
    let count = try remove(articlesOf: id, except: [], db).removed.count
    try db.execute(sql: "DELETE FROM sources WHERE id = ?", arguments: [id])
    try db.execute(sql: "DELETE FROM inputs WHERE name IN (?, ?)", arguments: [name, input])
    open[name] = nil
    return count
  }

  private func begin(_ db: Database) throws {
    if hasBegun { return }
    hasBegun = true
    // Changes whenever another connection committed something.
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version")
    if version == dataVersion { return }
    dataVersion = version
    names = NameCache()
    rows = nil
    unfinishedInput = nil
    // Whoever else writes a source that we have not finished cannot say that it is whole.
    for source in open.values {
      try db.execute(sql: "DELETE FROM inputs WHERE name = ?", arguments: [source.input])
    }
    try adoptTokenizer(db)
    if lastArticleBefore == nil {
      lastArticleBefore = try Int64.fetchOne(db, sql: "SELECT max(id) FROM articles") ?? 0
    }
    try db.execute(sql: "INSERT OR IGNORE INTO analyses (name) VALUES (?)", arguments: [analysis])
    analysisID = try Int64.fetchOne(db, sql: "SELECT id FROM analyses WHERE name = ?", arguments: [analysis]) ?? 0
  }

  /// Brings the full text up to the tokens that this lexicon makes; FTS5 can only take out what it would put in now.
  private func adoptTokenizer(_ db: Database) throws {
    let stored = try String.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'tokenizer'")
    if stored == tokenizer { return }
    if stored != nil { try db.execute(sql: "INSERT INTO article_text (article_text) VALUES ('rebuild')") }
    try db.execute(sql: "INSERT OR REPLACE INTO settings VALUES ('tokenizer', ?)", arguments: [tokenizer])
  }

  private func write(
    _ part: ArchivePart, _ rows: ArticleRows, _ changes: inout ArchiveChanges, _ db: Database
  ) throws {
    var source = part.isFirst ? nil : open[part.source]
    if source == nil {
      let (id, isNew) = try rows.source(part.source, input: part.input)
      source = OpenSource(id: id, input: part.input, isNew: isNew)
      // Whatever it was before, the input is whole again only when all of it was written. A source that was not there was
      // no input, unless it is the one it came from.
      if !isNew { try takeBack(input: part.source, db) }
      if let input = part.input, input != unfinishedInput {
        try takeBack(input: input, db)
        unfinishedInput = input
      }
    }
    guard var source else { return }
    for entry in part.entries {
      switch entry {
      case .known(let id, let article):
        guard try rows.move(id, to: article, number: source.number, source: source.id) else {
          // Another process took it out meanwhile: the next run finds that the source is not whole.
          throw ArchiveError.changedMeanwhile(source: part.source)
        }
        source.kept.insert(id)
        changes.unchanged += 1
      case .renewed(let id, let article):
        guard try rows.move(id, to: article, number: source.number, source: source.id) else {
          throw ArchiveError.changedMeanwhile(source: part.source)
        }
        try removeFacts(of: id, db)
        try rows.renew(id, article, names: &names)
        source.kept.insert(id)
        changes.renewed += 1
      case .new(let article, let hash):
        let id = try rows.insert(article, hash: hash, number: source.number, source: source.id, names: &names)
        source.kept.insert(id)
        changes.added += 1
      }
      source.number += 1
    }
    if part.isLast, part.isFirst, source.isNew {
      // There is nothing else of it.
      open[part.source] = nil
    } else if part.isLast {
      let (removed, missing) = try remove(articlesOf: source.id, except: source.kept, db)
      if missing > 0 { throw ArchiveError.changedMeanwhile(source: part.source) }
      changes.removed += removed.count
      if let last = lastArticleBefore, removed.contains(where: { $0 > last }) { repeatedSources.append(part.source) }
      open[part.source] = nil
    } else {
      open[part.source] = source
    }
  }

  private func takeBack(input name: String, _ db: Database) throws {
    try db.cachedStatement(sql: "DELETE FROM inputs WHERE name = ?").execute(arguments: [name])
  }

  /// Takes the articles of a source out, except some; tells which, and how many of those that stay are not there.
  private func remove(
    articlesOf source: Int64, except kept: Set<Int64>, _ db: Database
  ) throws -> (removed: [Int64], missing: Int) {
    let all = try db.cachedStatement(sql: "SELECT id FROM articles WHERE source = ?")
    let ids = try Int64.fetchAll(all, arguments: [source]).sorted()
    let removed = ids.filter { !kept.contains($0) }
    for id in removed { try remove(article: id, db) }
    return (removed, kept.count - (ids.count - removed.count))
  }

  private func remove(article id: Int64, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO article_text (article_text, rowid, title, body)
        SELECT 'delete', id, title, body FROM articles WHERE id = ?
        """, arguments: [id])
    try removeFacts(of: id, db)
    try db.cachedStatement(sql: "DELETE FROM articles WHERE id = ?").execute(arguments: [id])
  }

  private func removeFacts(of article: Int64, _ db: Database) throws {
    if let rows, rows.mentions.holds(article) { try rows.mentions.write() }
    let aliases = try names.note(removalOf: article, db)
    for table in ["sentences", "entities", "roles", "statements", "measurements", "times"] {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE article = ?").execute(arguments: [article])
    }
    let mentions = try db.cachedStatement(sql: "DELETE FROM mentions WHERE alias = ? AND article = ?")
    for alias in aliases { try mentions.execute(arguments: [alias, article]) }
  }
}

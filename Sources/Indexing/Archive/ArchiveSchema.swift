import Foundation
import GRDB

/// The tables of an archive, and how a file is told to be one.
///
/// All offsets are UTF-8 bytes. Those in the original text count from the start of the article's source; those of what is in
/// an article count from the article's start, so that an article that only moved keeps them.
enum ArchiveSchema {
  static let version = 1
  /// `WenM`, in the header of the file (PRAGMA application_id).
  static let applicationID: Int32 = 0x5765_6E4D

  private static let statements = """
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE articles (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
      number INTEGER NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      hash BLOB NOT NULL,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      places BLOB NOT NULL
    );
    CREATE INDEX articles_by_source ON articles (source, number);
    CREATE TABLE sentences (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      body_start INTEGER NOT NULL, body_end INTEGER NOT NULL
    );
    CREATE INDEX sentences_by_article ON sentences (article, body_start);
    CREATE TABLE entities (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      type TEXT NOT NULL, kind TEXT, text TEXT NOT NULL, canonical TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL,
      score REAL NOT NULL, rule TEXT NOT NULL
    );
    CREATE INDEX entities_by_article ON entities (article, start);
    CREATE INDEX entities_by_name ON entities (canonical, type);
    CREATE TABLE roles (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      person INTEGER NOT NULL REFERENCES entities ON DELETE CASCADE,
      title INTEGER REFERENCES entities ON DELETE CASCADE,
      organization INTEGER REFERENCES entities ON DELETE CASCADE,
      qualifier TEXT, construction TEXT NOT NULL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL
    );
    CREATE INDEX roles_by_article ON roles (article);
    CREATE INDEX roles_by_person ON roles (person);
    CREATE INDEX roles_by_title ON roles (title);
    CREATE INDEX roles_by_organization ON roles (organization);
    CREATE TABLE quantities (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      kind TEXT NOT NULL, text TEXT NOT NULL, value REAL, unit TEXT,
      approximation TEXT NOT NULL, lower REAL, upper REAL,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL
    );
    CREATE INDEX quantities_by_article ON quantities (article, start);
    CREATE TABLE times (
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
      kind TEXT NOT NULL, text TEXT NOT NULL, "from" TEXT, "to" TEXT,
      start INTEGER NOT NULL, "end" INTEGER NOT NULL
    );
    CREATE INDEX times_by_article ON times (article, start);
    CREATE VIRTUAL TABLE article_text USING fts5(
      title, body, content = 'articles', content_rowid = 'id', tokenize = 'wenmai'
    );
    """

  /// Makes the tables of a new file: all or none of them.
  static func create(_ db: Database, tokenizer: String) throws {
    try db.execute(sql: statements)
    try db.execute(sql: "INSERT INTO settings VALUES ('tokenizer', ?)", arguments: [tokenizer])
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  /// Whether there is an archive at `path`; false where a new one can be made.
  ///
  /// Looks at the first bytes only and opens nothing for writing, so that a foreign file stays as it was.
  static func exists(at path: String) throws(ArchiveError) -> Bool {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return false }
    if isDirectory.boolValue { throw .unavailable(path: path, reason: "is a folder") }
    let header: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      header = try file.read(upToCount: 100) ?? Data()
    } catch {
      throw .unavailable(path: path, reason: "cannot be read")
    }
    if header.isEmpty { return false }
    // https://sqlite.org/fileformat.html: the magic string, user_version at 60, application_id at 68.
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8), number(header, 68) == applicationID else {
      throw .foreign(path: path)
    }
    let found = Int(number(header, 60))
    if found > version { throw .tooNew(path: path, version: found) }
    return true
  }

  private static func number(_ header: Data, _ offset: Int) -> Int32 {
    Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
}

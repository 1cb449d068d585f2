import Foundation
import GRDB

/// How a file is told to be an archive, and how its tables become what this version reads.
enum ArchiveSchema {
  /// Also in the header of the file (PRAGMA user_version), where it can be read without opening the database.
  static let version = 3
  /// `WenM`, in the header of the file (PRAGMA application_id).
  static let applicationID: Int32 = 0x5765_6E4D

  /// What each version changed. Steps are never changed once they are released; a change of the tables is a new one.
  private static let steps: [[String]] = [[firstTables], [dropFirstFacts, tables], [dropViews, mentions, views]]

  /// Brings a new file, or one of an earlier version, to this one.
  ///
  /// Call it within a transaction. GRDB's migrator has one for each step, and a process that is killed between two would
  /// leave a file that is neither nothing nor an archive.
  static func migrate(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found < version else { return }
    for step in steps[found...] {
      for statements in step { try db.execute(sql: statements) }
    }
    try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version)")
  }

  /// Whether there is an archive at `path`; false where a new one can be made.
  ///
  /// Looks at the first bytes only and opens nothing for writing, so that a foreign file stays as it was.
  static func exists(at path: String) throws(ArchiveError) -> Bool {
    try storedVersion(at: path) != nil
  }

  /// The version in the header of the file; nil for no file or an empty one.
  static func storedVersion(at path: String) throws(ArchiveError) -> Int? {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
    if isDirectory.boolValue { throw .unavailable(path: path, reason: "is a folder") }
    let header: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      header = try file.read(upToCount: 100) ?? Data()
    } catch {
      throw .unavailable(path: path, reason: "cannot be read")
    }
    if header.isEmpty { return nil }
    // https://sqlite.org/fileformat.html: the magic string, user_version at 60, application_id at 68.
    guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8), number(header, 68) == applicationID else {
      throw .foreign(path: path)
    }
    let found = Int(number(header, 60))
    if found > version { throw .tooNew(path: path, version: found) }
    return found
  }

  private static func number(_ header: Data, _ offset: Int) -> Int32 {
    Int32(bitPattern: header[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
  }
}

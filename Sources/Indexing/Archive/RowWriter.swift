import GRDB
import GRDBSQLite

/// Writes rows by one prepared statement, value after value.
///
/// An archive has some ten thousand rows a megabyte of text: arguments as a list of existentials cost more than SQLite
/// itself (measured: 3 µs a row instead of 1).
struct RowWriter {
  private let db: Database
  /// Keeps the prepared statement alive.
  private let statement: Statement
  private var index: Int32 = 0

  init(_ db: Database, _ sql: String) throws {
    self.db = db
    statement = try db.cachedStatement(sql: sql)
  }

  mutating func add(_ value: Int64?) {
    index += 1
    guard let value else { return null() }
    sqlite3_bind_int64(statement.sqliteStatement, index, value)
  }

  mutating func add(_ value: Int) { add(Int64(value)) }

  mutating func add(_ value: Double?) {
    index += 1
    guard let value else { return null() }
    sqlite3_bind_double(statement.sqliteStatement, index, value)
  }

  mutating func add(_ value: String?) {
    guard var value else {
      index += 1
      return null()
    }
    value.withUTF8 { add(text: $0) }
  }

  /// Bytes as text.
  mutating func add(text bytes: UnsafeBufferPointer<UInt8>) {
    index += 1
    // A pointer to nothing would be NULL.
    guard let start = bytes.baseAddress, !bytes.isEmpty else {
      sqlite3_bind_text(statement.sqliteStatement, index, "", 0, Self.copied)
      return
    }
    start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
      _ = sqlite3_bind_text(statement.sqliteStatement, index, $0, Int32(clamping: bytes.count), Self.copied)
    }
  }

  mutating func add(text bytes: [UInt8]) { bytes.withUnsafeBufferPointer { add(text: $0) } }

  mutating func add(blob bytes: [UInt8]) {
    index += 1
    if bytes.isEmpty {
      sqlite3_bind_zeroblob(statement.sqliteStatement, index, 0)
    } else {
      sqlite3_bind_blob(statement.sqliteStatement, index, bytes, Int32(clamping: bytes.count), Self.copied)
    }
  }

  private func null() { sqlite3_bind_null(statement.sqliteStatement, index) }

  /// Runs the statement with the values added since the last time; they must be all it wants.
  mutating func write() throws {
    index = 0
    let code = sqlite3_step(statement.sqliteStatement)
    sqlite3_reset(statement.sqliteStatement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
      )
    }
  }

  /// SQLITE_TRANSIENT, which C defines as a cast that Swift cannot read: SQLite copies the bytes.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

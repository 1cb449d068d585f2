import GRDB
import GRDBSQLite

/// Puts rows into a table, several by one statement, value after value.
///
/// An archive has some thirty thousand rows a megabyte of text. A statement of many rows finds the end of its table once, which
/// halves its time (measured: 0.5 µs a row instead of 1.0); arguments as a list of existentials would take three times as
/// long as SQLite itself.
struct RowWriter {
  private let db: Database
  private let start: String
  private let columnCount: Int
  /// By their number of rows less one. The connection keeps them, too, for the next update.
  private var statements: [Statement?]
  /// What takes the values of the rows that are under way; it belongs to one of ``statements``.
  private var statement: OpaquePointer?
  private var index: Int32 = 0
  /// The texts of the rows that are under way: SQLite reads them here, and need not keep a copy of each.
  private var bytes: [UInt8] = []
  private var texts: [Text] = []

  private struct Text {
    var index: Int32
    var range: Range<Int>
    var isBlob: Bool
  }

  /// What to do with a row that breaks a constraint of its table.
  enum Conflict: String {
    /// The statement ends with an error. Its rows before that one stay until the transaction is taken back, so that SQLite
    /// need not keep the pages that it changes (measured: as dear as a row by itself).
    case fail = "FAIL"
    /// The row is passed over.
    case ignore = "IGNORE"
  }

  /// More rows at once gain little.
  private static let rowLimit = 16

  /// - Parameters:
  ///   - table: its name, and the names of its columns where not all of them get a value.
  ///   - columnCount: how many values a row has.
  init(_ db: Database, into table: String, columnCount: Int, onConflict conflict: Conflict = .fail) {
    self.db = db
    self.columnCount = columnCount
    start = "INSERT OR \(conflict.rawValue) INTO \(table) VALUES "
    statements = Array(repeating: nil, count: Self.rowLimit)
  }

  /// Writes `count` rows; `add` adds the values of the one with the given number.
  mutating func insert(_ count: Int, _ add: (inout RowWriter, Int) throws -> Void) throws {
    var first = 0
    while first < count {
      let end = min(first + Self.rowLimit, count)
      try begin(end - first)
      for number in first..<end { try add(&self, number) }
      try write()
      first = end
    }
  }

  /// Writes one row.
  mutating func insert(_ add: (inout RowWriter) throws -> Void) throws {
    try begin(1)
    try add(&self)
    try write()
  }

  private mutating func begin(_ rowCount: Int) throws {
    index = 0
    bytes.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    if let known = statements[rowCount - 1] {
      statement = known.sqliteStatement
      return
    }
    let row = "(" + Array(repeating: "?", count: columnCount).joined(separator: ", ") + ")"
    let made = try db.cachedStatement(sql: start + Array(repeating: row, count: rowCount).joined(separator: ", "))
    statements[rowCount - 1] = made
    statement = made.sqliteStatement
  }

  mutating func add(_ value: Int64?) {
    index += 1
    guard let value else { return null() }
    sqlite3_bind_int64(statement, index, value)
  }

  mutating func add(_ value: Int) { add(Int64(value)) }

  mutating func add(_ value: Double?) {
    index += 1
    guard let value else { return null() }
    sqlite3_bind_double(statement, index, value)
  }

  mutating func add(_ value: String?) {
    guard var value else {
      index += 1
      return null()
    }
    value.withUTF8 { add($0, isBlob: false) }
  }

  /// Bytes as text.
  mutating func add(text: [UInt8]) { text.withUnsafeBufferPointer { add($0, isBlob: false) } }

  mutating func add(blob: [UInt8]) { blob.withUnsafeBufferPointer { add($0, isBlob: true) } }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, isBlob: Bool) {
    index += 1
    let start = bytes.count
    bytes.append(contentsOf: text)
    texts.append(Text(index: index, range: start..<bytes.count, isBlob: isBlob))
  }

  private func null() { sqlite3_bind_null(statement, index) }

  /// Runs the statement with the values added since it was begun; they must be all it wants.
  private func write() throws {
    // One byte at least: a pointer to nothing would be NULL, where an empty text is meant.
    let code = withUnsafePointer(to: 0 as UInt8) { nothing in
      bytes.withUnsafeBufferPointer { bytes in
        for text in texts {
          let start = bytes.isEmpty ? nothing : bytes.baseAddress.map { $0 + text.range.lowerBound }
          let count = Int32(clamping: text.range.count)
          // Without a destructor SQLite reads the bytes where they are, which is here until the step is done.
          if text.isBlob {
            sqlite3_bind_blob(statement, text.index, start, count, nil)
          } else {
            start?.withMemoryRebound(to: CChar.self, capacity: text.range.count) {
              _ = sqlite3_bind_text(statement, text.index, $0, count, nil)
            }
          }
        }
        return sqlite3_step(statement)
      }
    }
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code), message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) }
      )
    }
  }
}

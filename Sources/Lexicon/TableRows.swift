/// The rows of a table, those of the compiled dictionary read in place: a field becomes a string only where one is asked for.
///
/// To copy a table of thousands of rows into arrays of strings, as ``Table`` does, takes longer than to use it.
///
/// A class, because every row that is handed on holds it.
package final class TableRows: Sendable {
  package let columns: [Table.Column]
  package let indices: Range<Int>
  /// The compiled dictionary, and where in it the fields and the lines of the table begin.
  private let file: LexiconFile?
  private let firstCell: Int
  private let firstLine: Int
  /// The table of a source file.
  private let table: Table?

  init(file: LexiconFile, table: LexiconDirectory.StoredTable) {
    self.file = file
    self.table = nil
    columns = table.columns
    indices = 0..<table.rowCount
    firstCell = table.firstCell
    firstLine = table.firstLine
  }

  package init(_ table: Table) {
    file = nil
    self.table = table
    columns = table.columns
    indices = table.rows.indices
    (firstCell, firstLine) = (0, 0)
  }

  /// One row; its fields by the index of the column.
  package struct Row {
    let rows: TableRows
    package let index: Int

    package subscript(column: Int) -> String { rows.text(index, column) }
    /// The line in the source file, counted from 1.
    package var line: Int { rows.line(index) }
    /// All fields, for messages.
    package var fields: [String] { rows.columns.indices.map { rows.text(index, $0) } }
  }

  /// The index of the column of that name.
  package func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  package subscript(row: Int) -> Row { Row(rows: self, index: row) }

  /// - Precondition: the row is one of ``indices``, and the column one of the table's.
  package func text(_ row: Int, _ column: Int) -> String {
    if let file { return file.strings[string(row, column, file)] }
    return table?.rows[row][column] ?? ""
  }

  /// The number that the field says in ASCII digits; nil for any other field.
  package func integer(_ row: Int, _ column: Int) -> Int? {
    if let file { return Self.integer(file.strings.utf8(string(row, column, file))) }
    return table.flatMap { Self.integer($0.rows[row][column].utf8) }
  }

  private static func integer(_ digits: some Collection<UInt8>) -> Int? {
    guard 1...18 ~= digits.count else { return nil }
    var value = 0
    for digit in digits {
      guard 0x30...0x39 ~= digit else { return nil }
      value = value * 10 + Int(digit & 0xF)
    }
    return value
  }

  /// The line of a row in the source file, counted from 1.
  package func line(_ row: Int) -> Int {
    if let file { return Int(file.lines[firstLine + row]) }
    return table.map { Int($0.lines[row]) } ?? 0
  }

  /// The number of the string in a field.
  private func string(_ row: Int, _ column: Int, _ file: LexiconFile) -> Int {
    precondition(indices.contains(row) && column >= 0 && column < columns.count)
    return Int(file.cells[firstCell + row * columns.count + column])
  }
}

extension Lexicon {
  /// The rows of the table of that name; nil if there is none.
  package func rows(of name: String) -> TableRows? {
    tableID(named: name).map { TableRows(file: file, table: file.directory.tables[Int($0.raw)]) }
  }
}

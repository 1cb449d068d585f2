/// The rows of a table, those of the compiled dictionary read in place: a field becomes a string only where one is asked for.
///
/// To copy a table of thousands of rows into arrays of strings, as ``Table`` does, takes longer than to use it.
package struct TableRows: Sendable {
  private enum Source {
    case compiled(LexiconFile, LexiconDirectory.StoredTable)
    case parsed(Table)
  }
  private let source: Source

  init(file: LexiconFile, table: LexiconDirectory.StoredTable) { source = .compiled(file, table) }

  package init(_ table: Table) { source = .parsed(table) }

  /// One row; its fields by the index of the column.
  package struct Row {
    let rows: TableRows
    let index: Int

    package subscript(column: Int) -> String { rows.text(index, column) }
    /// The line in the source file, counted from 1.
    package var line: Int { rows.line(index) }
    /// All fields, for messages.
    package var fields: [String] { rows.columns.indices.map { rows.text(index, $0) } }
  }

  package var indices: Range<Int> {
    switch source {
    case .compiled(_, let table): 0..<table.rowCount
    case .parsed(let table): table.rows.indices
    }
  }

  package var columns: [Table.Column] {
    switch source {
    case .compiled(_, let table): table.columns
    case .parsed(let table): table.columns
    }
  }

  /// The index of the column of that name.
  package func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  package subscript(row: Int) -> Row { Row(rows: self, index: row) }

  /// - Precondition: the row is one of ``indices``, and the column one of the table's.
  package func text(_ row: Int, _ column: Int) -> String {
    switch source {
    case .compiled(let file, let table): file.strings[Self.string(row, column, file, table)]
    case .parsed(let table): table.rows[row][column]
    }
  }

  /// The number that the field says in ASCII digits; nil for any other field.
  package func integer(_ row: Int, _ column: Int) -> Int? {
    switch source {
    case .compiled(let file, let table): Self.integer(file.strings.utf8(Self.string(row, column, file, table)))
    case .parsed(let table): Self.integer(table.rows[row][column].utf8)
    }
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
    switch source {
    case .compiled(let file, let table): Int(file.lines[table.firstLine + row])
    case .parsed(let table): Int(table.lines[row])
    }
  }

  /// The number of the string in a field.
  private static func string(
    _ row: Int, _ column: Int, _ file: LexiconFile, _ table: LexiconDirectory.StoredTable
  ) -> Int {
    precondition(row >= 0 && row < table.rowCount && table.columns.indices.contains(column))
    return Int(file.cells[table.firstCell + row * table.columns.count + column])
  }
}

extension Lexicon {
  /// The rows of the table of that name; nil if there is none.
  package func rows(of name: String) -> TableRows? {
    tableID(named: name).map { TableRows(file: file, table: file.directory.tables[Int($0.raw)]) }
  }
}

/// The rows of a table of the compiled dictionary, read in place: a field becomes a string only where one is asked for.
///
/// To copy a table of thousands of rows into arrays of strings, as ``Table`` does, takes longer than to use it.
package struct TableRows: Sendable {
  private let file: LexiconFile
  private let table: LexiconDirectory.StoredTable

  init(file: LexiconFile, table: LexiconDirectory.StoredTable) {
    self.file = file
    self.table = table
  }

  package var indices: Range<Int> { 0..<table.rowCount }

  /// The index of the column of that name.
  package func column(_ name: String) -> Int? { table.columns.firstIndex { $0.name == name } }

  /// - Precondition: the row is one of ``indices``, and the column one of the table's.
  package func text(_ row: Int, _ column: Int) -> String { file.strings[string(row, column)] }

  /// The number that the field says in ASCII digits; nil for any other field.
  package func integer(_ row: Int, _ column: Int) -> Int? {
    let digits = file.strings.utf8(string(row, column))
    guard 1...18 ~= digits.count else { return nil }
    var value = 0
    for digit in digits {
      guard 0x30...0x39 ~= digit else { return nil }
      value = value * 10 + Int(digit & 0xF)
    }
    return value
  }

  private func string(_ row: Int, _ column: Int) -> Int {
    precondition(indices.contains(row) && table.columns.indices.contains(column))
    return Int(file.cells[table.firstCell + row * table.columns.count + column])
  }
}

extension Lexicon {
  /// The rows of the table of that name; nil if there is none.
  package func rows(of name: String) -> TableRows? {
    tableID(named: name).map { TableRows(file: file, table: file.directory.tables[Int($0.raw)]) }
  }
}

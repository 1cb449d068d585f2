extension Lexicon: TableSource {
  /// The table of that name as it stands in the sources.
  ///
  /// - Complexity: copies all fields out of the file; ask once and keep what you need.
  package func table(_ name: String) -> Table? {
    tableID(named: name).map(table)
  }

  /// The number of the table of that name. `lexicon/words`, `lexicon/news-counts` and `characters/*` of which only the
  /// compiled form is kept have none.
  package func tableID(named name: String) -> TableID? {
    file.directory.tables.firstIndex { $0.name == name }.map { TableID(raw: UInt8($0)) }
  }

  package var tableNames: [String] { file.directory.tables.map(\.name) }

  /// The table's name: `quantities/units`.
  package func name(of table: TableID) -> String { file.directory.tables[Int(table.raw)].name }

  package func columns(of table: TableID) -> [Table.Column] { file.directory.tables[Int(table.raw)].columns }

  package func rowCount(of table: TableID) -> Int { file.directory.tables[Int(table.raw)].rowCount }

  /// One field of the row that a record names.
  package func field(_ record: WordRecord, column: Int) -> String {
    let table = file.directory.tables[Int(record.table.raw)]
    guard column >= 0, column < table.columns.count, record.row >= 0, record.row < table.rowCount else { return "" }
    return file.strings[Int(file.cells[table.firstCell + record.row * table.columns.count + column])]
  }

  /// The source line of the row that a record names, counted from 1.
  package func line(of record: WordRecord) -> Int {
    let table = file.directory.tables[Int(record.table.raw)]
    guard record.row >= 0, record.row < table.rowCount else { return 0 }
    return Int(file.lines[table.firstLine + record.row])
  }

  /// The source file of a table, below `Dictionaries/`.
  package func fileName(of table: TableID) -> String { name(of: table) + ".tsv" }

  private func table(_ id: TableID) -> Table {
    let stored = file.directory.tables[Int(id.raw)]
    let width = stored.columns.count
    let rows = (0..<stored.rowCount).map { row in
      (0..<width).map { file.strings[Int(file.cells[stored.firstCell + row * width + $0])] }
    }
    let lines = (0..<stored.rowCount).map { Int32(truncatingIfNeeded: file.lines[stored.firstLine + $0]) }
    return Table(name: stored.name, columns: stored.columns, rows: rows, lines: lines, classes: stored.classes)
  }

  /// The rule files compiled in (`rules/*.rules`), by name, in the order of their names.
  package var ruleFiles: [(name: String, bytes: [UInt8])] {
    file.directory.rules.map { ($0.name, Array(file.rules[$0.bytes])) }
  }
}

extension Lexicon {
  /// The classes that a table puts its words into.
  package func classRules(of table: TableID) -> [Table.ClassRule] { file.directory.tables[Int(table.raw)].classes }
}

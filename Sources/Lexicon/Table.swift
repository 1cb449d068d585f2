/// One table of `Dictionaries/`: the rows of a file with their source lines.
package struct Table: Sendable, Equatable {
  /// The path below `Dictionaries/` without its ending: `quantities/units`.
  package let name: String
  package let columns: [Column]
  /// One array of fields a row, as many as there are columns.
  package let rows: [[String]]
  /// The line of each row in the source file, counted from 1.
  package let lines: [Int32]
  /// Which columns enter the lexicon, and under which class.
  package let classes: [ClassRule]

  package init(name: String, columns: [Column], rows: [[String]], lines: [Int32], classes: [ClassRule]) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.lines = lines
    self.classes = classes
  }

  package struct Column: Sendable, Equatable {
    package let name: String
    package let type: ColumnType
    package let optional: Bool

    package init(name: String, type: ColumnType, optional: Bool) {
      self.name = name
      self.type = type
      self.optional = optional
    }
  }

  package enum ColumnType: Sendable, Equatable {
    case text, integer, number, flag, tag, scalar, list
    case enumeration([String])
    case reference(table: String, column: String)
  }

  /// `# class: NAME column … [by kind]`
  package struct ClassRule: Sendable, Equatable {
    package let name: String
    package let columns: [String]
    package let by: String?

    package init(name: String, columns: [String], by: String?) {
      self.name = name
      self.columns = columns
      self.by = by
    }
  }

  /// The index of the column of that name.
  package func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
}

/// Where tables are had from: the compiled dictionary, or source files in tests.
package protocol TableSource: Sendable {
  /// The table of that name (`quantities/units`), or nil if there is none.
  func table(_ name: String) -> Table?
  /// Its rows, for those who read each once.
  func rows(of name: String) -> TableRows?
}

extension TableSource {
  package func rows(of name: String) -> TableRows? { table(name).map { TableRows($0) } }
}

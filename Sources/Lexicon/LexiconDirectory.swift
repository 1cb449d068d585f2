/// What the compiled dictionary says of itself: tags, classes, where each table and rule file lies.
struct LexiconDirectory {
  var tags: [String] = []
  var classes: [String] = []
  var tables: [StoredTable] = []
  var rules: [StoredRules] = []

  struct StoredTable {
    let name: String
    let columns: [Table.Column]
    let classes: [Table.ClassRule]
    let rowCount: Int
    /// Where its fields begin in the section `cells`, and its rows in `lines`.
    let firstCell: Int
    let firstLine: Int
  }

  struct StoredRules {
    let name: String
    let bytes: Range<Int>
  }

  /// Reads the numbers in the order in which `DirectoryWriter` wrote them.
  init(
    _ numbers: UnsafeBufferPointer<UInt32>, strings: StringPool, cellCount: Int, lineCount: Int, ruleBytes: Int
  ) throws(LexiconError) {
    var reader = Reader(numbers: numbers, strings: strings)
    for _ in 0..<(try reader.number()) { tags.append(try reader.string()) }
    for _ in 0..<(try reader.number()) { classes.append(try reader.string()) }
    guard tags.count < 256, classes.count <= ClassSet.maximumCount else { throw .damagedSection("directory") }
    for _ in 0..<(try reader.number()) {
      let table = try reader.table()
      let cells = table.rowCount.multipliedReportingOverflow(by: table.columns.count)
      guard !cells.overflow, table.firstCell + cells.partialValue <= cellCount,
        table.firstLine + table.rowCount <= lineCount
      else { throw .damagedSection("directory") }
      tables.append(table)
    }
    // Records name tables by one byte.
    guard tables.count <= 256 else { throw .damagedSection("directory") }
    for _ in 0..<(try reader.number()) {
      let name = try reader.string()
      let start = try reader.number()
      let end = start + (try reader.number())
      guard end <= ruleBytes else { throw .damagedSection("rules") }
      rules.append(StoredRules(name: name, bytes: start..<end))
    }
  }
}

/// Stands for "no string" in the directory.
package let absentString = UInt32.max

private struct Reader {
  let numbers: UnsafeBufferPointer<UInt32>
  let strings: StringPool
  var position = 0

  init(numbers: UnsafeBufferPointer<UInt32>, strings: StringPool) {
    self.numbers = numbers
    self.strings = strings
  }

  mutating func number() throws(LexiconError) -> Int {
    guard position < numbers.count else { throw .damagedSection("directory") }
    defer { position += 1 }
    return Int(UInt32(littleEndian: numbers[position]))
  }

  mutating func string() throws(LexiconError) -> String { strings[try number()] }

  mutating func list() throws(LexiconError) -> [String] {
    var items: [String] = []
    for _ in 0..<(try number()) { items.append(try string()) }
    return items
  }

  mutating func table() throws(LexiconError) -> LexiconDirectory.StoredTable {
    let name = try string()
    var columns: [Table.Column] = []
    for _ in 0..<(try number()) { columns.append(try column()) }
    var classes: [Table.ClassRule] = []
    for _ in 0..<(try number()) {
      let name = try string()
      let by = try number()
      classes.append(
        Table.ClassRule(name: name, columns: try list(), by: by == Int(absentString) ? nil : strings[by]))
    }
    return LexiconDirectory.StoredTable(
      name: name, columns: columns, classes: classes, rowCount: try number(), firstCell: try number(),
      firstLine: try number())
  }

  mutating func column() throws(LexiconError) -> Table.Column {
    let name = try string()
    let kind = try number()
    let optional = try number() == 1
    let values = try list()
    guard let type = Table.ColumnType(stored: kind, values: values) else { throw .damagedSection("directory") }
    return Table.Column(name: name, type: type, optional: optional)
  }
}

extension Table.ColumnType {
  /// The number and strings that stand for the type in a compiled dictionary.
  package var stored: (kind: UInt32, values: [String]) {
    switch self {
    case .text: (0, [])
    case .integer: (1, [])
    case .number: (2, [])
    case .flag: (3, [])
    case .tag: (4, [])
    case .scalar: (5, [])
    case .list: (6, [])
    case .enumeration(let values): (7, values)
    case .reference(let table, let column): (8, [table, column])
    }
  }

  init?(stored kind: Int, values: [String]) {
    switch kind {
    case 0: self = .text
    case 1: self = .integer
    case 2: self = .number
    case 3: self = .flag
    case 4: self = .tag
    case 5: self = .scalar
    case 6: self = .list
    case 7: self = .enumeration(values)
    case 8 where values.count == 2: self = .reference(table: values[0], column: values[1])
    default: return nil
    }
  }
}

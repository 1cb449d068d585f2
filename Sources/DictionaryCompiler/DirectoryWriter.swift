import Lexicon

/// Writes tags, classes, tables and rule files as `LexiconDirectory` reads them, each string once.
struct DirectoryWriter {
  private(set) var numbers: [UInt32] = []
  private(set) var cells: [UInt32] = []
  private(set) var lines: [UInt32] = []
  private(set) var rules: [UInt8] = []
  private(set) var stringOffsets: [UInt32] = [0]
  private(set) var stringBytes: [UInt8] = []
  private var known: [String: UInt32] = [:]

  init(tags: [String], classes: [String], tables: [Table], rules sources: [DictionarySources.RuleSource]) {
    append(tags)
    append(classes)
    numbers.append(UInt32(tables.count))
    for table in tables { append(table) }
    numbers.append(UInt32(sources.count))
    for source in sources {
      numbers += [string(source.name), UInt32(rules.count), UInt32(source.bytes.count)]
      rules += source.bytes
    }
  }

  /// The number of a string, which is stored if it is new.
  mutating func string(_ text: String) -> UInt32 {
    if let number = known[text] { return number }
    let number = UInt32(known.count)
    known[text] = number
    stringBytes += Array(text.utf8)
    stringOffsets.append(UInt32(stringBytes.count))
    return number
  }

  private mutating func append(_ list: [String]) {
    numbers.append(UInt32(list.count))
    for text in list { numbers.append(string(text)) }
  }

  private mutating func append(_ table: Table) {
    numbers += [string(table.name), UInt32(table.columns.count)]
    for column in table.columns {
      let (kind, values) = column.type.stored
      numbers += [string(column.name), kind, column.optional ? 1 : 0]
      append(values)
    }
    numbers.append(UInt32(table.classes.count))
    for rule in table.classes {
      numbers += [string(rule.name), rule.by.map { string($0) } ?? absentString]
      append(rule.columns)
    }
    numbers += [UInt32(table.rows.count), UInt32(cells.count), UInt32(lines.count)]
    for row in table.rows { for field in row { cells.append(string(field)) } }
    lines += table.lines.map { UInt32($0) }
  }
}

import Lexicon

/// Full names of known short forms: `全国人民代表大会` of 全国人大.
struct CanonicalForms: Sendable {
  /// By table: the column `full`, or -1, and the classes that its words have.
  private let columns: [(index: Int, classes: [String])]
  /// The classes of the tables that have the column: other words need not be asked about.
  let classes: ClassSet

  init(lexicon: Lexicon) {
    columns = lexicon.tableNames.indices.map { index in
      let table = TableID(raw: UInt8(index))
      let column = lexicon.columns(of: table).firstIndex { $0.name == "full" } ?? -1
      return (column, column < 0 ? [] : lexicon.classRules(of: table).map(\.name))
    }
    classes = ClassSet(columns.flatMap { $0.classes.compactMap { lexicon.classID(named: $0) } })
  }

  /// The full name that the word's entry tells for a result of this type, or nil: 长江 is short for a company, but not as
  /// a river.
  func fullName(of word: WordID, type: String, in lexicon: Lexicon) -> String? {
    for record in lexicon.records(of: word) {
      let column = columns[Int(record.table.raw)]
      guard column.index >= 0, column.classes.contains(where: { $0.hasPrefix(type) }) else { continue }
      let name = lexicon.field(record, column: column.index)
      if !name.isEmpty { return name }
    }
    return nil
  }
}

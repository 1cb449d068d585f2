import Lexicon

/// Full names of known short forms: `全国人民代表大会` of 全国人大.
struct CanonicalForms: Sendable {
  /// By table: the column `full`, or -1.
  private let columns: [Int]

  init(lexicon: Lexicon) {
    columns = lexicon.tableNames.indices.map { index in
      lexicon.columns(of: TableID(raw: UInt8(index))).firstIndex { $0.name == "full" } ?? -1
    }
  }

  /// The full name that the word's entry tells, or nil.
  func fullName(of word: WordID, in lexicon: Lexicon) -> String? {
    for record in lexicon.records(of: word) where columns[Int(record.table.raw)] >= 0 {
      let name = lexicon.field(record, column: columns[Int(record.table.raw)])
      if !name.isEmpty { return name }
    }
    return nil
  }
}

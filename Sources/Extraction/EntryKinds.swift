package import Lexicon

/// The finer kinds that dictionary entries give to results: `union` of 总工会, `county` of 朝阳区.
///
/// A table tells kinds in a column `kind` or `level`; it speaks for results of the types that its classes begin with.
package struct EntryKinds: Sendable {
  /// All kinds by number.
  package let names: [String]
  /// By table: the column, and the number of each value in it.
  private let columns: [(index: Int, classes: [String])?]

  package init(lexicon: Lexicon) {
    var names: [String] = []
    var known: Set<String> = []
    columns = lexicon.tableNames.indices.map { index -> (index: Int, classes: [String])? in
      let table = TableID(raw: UInt8(index))
      let columns = lexicon.columns(of: table)
      guard let column = columns.firstIndex(where: { $0.name == "kind" || $0.name == "level" }),
        case .enumeration(let values) = columns[column].type
      else { return nil }
      for value in values where known.insert(value).inserted { names.append(value) }
      return (column, lexicon.classRules(of: table).map(\.name))
    }
    self.names = names
  }

  /// Whether any entry gives a kind to results of this type.
  func tell(of type: String) -> Bool {
    columns.contains { $0.map { $0.classes.contains { $0.hasPrefix(type) } } ?? false }
  }

  /// The kind that the word's entry gives to a result of this type; nil if its tables tell none.
  func kind(of word: WordID, type: String, in lexicon: Lexicon) -> String? {
    for record in lexicon.records(of: word) {
      guard let column = columns[Int(record.table.raw)], column.classes.contains(where: { $0.hasPrefix(type) }) else {
        continue
      }
      let kind = lexicon.field(record, column: column.index)
      if !kind.isEmpty { return kind }
    }
    return nil
  }
}

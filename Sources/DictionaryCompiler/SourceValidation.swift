import Lexicon

/// Checks what concerns several tables: required ones, references, parts of speech, repeats.
struct SourceValidation {
  private(set) var errors: [DictionaryError] = []
  private(set) var warnings: [DictionaryError] = []

  private static let required = ["lexicon/words", "lexicon/tags", "characters/classes"]

  init(_ sources: DictionarySources) {
    for name in Self.required where sources.table(name) == nil {
      errors.append(DictionaryError(file: name + ".tsv", line: 0, reason: .missingFile))
    }
    let tags = Set(sources.table("lexicon/tags")?.rows.map { $0[0].lowercased() } ?? [])
    for table in sources.tables where !table.name.hasPrefix("lexicon/") {
      for (index, column) in table.columns.enumerated() {
        switch column.type {
        case .reference(let name, let target): checkReferences(table, index, name, target, sources)
        case .tag: checkTags(table, index, tags)
        default: break
        }
      }
    }
    findRepeats(sources)
  }

  private mutating func checkReferences(
    _ table: Table, _ index: Int, _ name: String, _ target: String, _ sources: DictionarySources
  ) {
    let file = table.name + ".tsv"
    guard let other = sources.table(name), let column = other.column(target) else {
      errors.append(DictionaryError(file: file, line: 0, reason: .unknownTable("\(name).\(target)")))
      return
    }
    let values = Set(other.rows.map { $0[column] })
    for (row, line) in zip(table.rows, table.lines) where !row[index].isEmpty && !values.contains(row[index]) {
      let reason = DictionaryError.Reason.unknownReference(column: table.columns[index].name, value: row[index])
      errors.append(DictionaryError(file: file, line: Int(line), reason: reason))
    }
  }

  private mutating func checkTags(_ table: Table, _ index: Int, _ tags: Set<String>) {
    for (row, line) in zip(table.rows, table.lines) where !row[index].isEmpty && !tags.contains(row[index].lowercased())
    {
      errors.append(
        DictionaryError(file: table.name + ".tsv", line: Int(line), reason: .unknownTag(row[index])))
    }
  }

  /// An entry that stands in two files of one class is likely to be a slip: it is told, and does no harm.
  private mutating func findRepeats(_ sources: DictionarySources) {
    var seen: [String: (file: String, line: Int)] = [:]
    for table in sources.tables {
      for rule in table.classes {
        guard let column = rule.columns.first.flatMap(table.column) else { continue }
        for (row, line) in zip(table.rows, table.lines) where !row[column].isEmpty {
          let place = (file: table.name + ".tsv", line: Int(line))
          if let first = seen.updateValue(place, forKey: rule.name + "\t" + row[column]), first.file != place.file {
            let reason = DictionaryError.Reason.sameEntry(row[column], file: first.file, line: first.line)
            warnings.append(DictionaryError(file: place.file, line: place.line, reason: reason))
          }
        }
      }
    }
  }
}

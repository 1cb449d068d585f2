import Lexicon

/// The entries of all tables by what matching sees of them, with the classes that each line gives.
struct LintEntries {
  /// One value of a line under one class.
  struct Entry {
    let value: String
    /// `TITLE-HEAD`, and `TITLE-HEAD.post` where the class is split.
    let classes: [String]
    let table: Int
    let row: Int
  }

  let sources: DictionarySources
  let characters: CharacterTables
  private(set) var entries: [Entry] = []
  /// By the folded scalars of the value: indices of ``entries``.
  private(set) var groups: [[UInt32]: [Int]] = [:]

  init(_ sources: DictionarySources) {
    self.sources = sources
    characters = CharacterTables(sources)
    for (number, table) in sources.tables.enumerated() where !LexiconWriter.compiledAway.contains(table.name) {
      for rule in table.classes { read(rule, of: table, number) }
    }
  }

  private mutating func read(_ rule: Table.ClassRule, of table: Table, _ number: Int) {
    let by = rule.by.flatMap(table.column)
    for (row, fields) in table.rows.enumerated() {
      let classes = [rule.name] + (by.map { ["\(rule.name).\(fields[$0])"] } ?? [])
      for value in WordCollector.values(rule, fields, table) {
        groups[characters.folded(value), default: []].append(entries.count)
        entries.append(Entry(value: value, classes: classes, table: number, row: row))
      }
    }
  }

  func file(_ entry: Entry) -> String { sources.tables[entry.table].name + ".tsv" }
  func line(_ entry: Entry) -> Int { Int(sources.tables[entry.table].lines[entry.row]) }
  func finding(_ entry: Entry, _ reason: LintFinding.Reason) -> LintFinding {
    LintFinding(file: file(entry), line: line(entry), entry: entry.value, reason: reason)
  }
}

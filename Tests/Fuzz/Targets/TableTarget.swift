import DictionaryCompiler
import Lexicon

/// The source of a table: it is read, or everything wrong with it is told.
struct TableTarget: FuzzTarget {
  static let name = "table"

  func run(_ input: [UInt8]) {
    do {
      let table = try TableParser.parse(input, name: "fuzz/table", file: "table.tsv")
      expect(table.rows.count == table.lines.count, "each row has a line")
      expect(table.rows.allSatisfy { $0.count == table.columns.count }, "each row has all columns")
    } catch {
      expect(!error.errors.isEmpty && !error.description.isEmpty, "errors say something")
    }
  }
}

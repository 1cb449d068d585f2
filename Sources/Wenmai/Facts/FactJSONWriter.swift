import Extraction
import Indexing

/// Facts as JSON Lines: an object a fact; values that the text does not give are left out.
struct FactJSONWriter: ResultWriter {
  let kinds: [FactKind]

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let facts = ArticleFacts(report, kinds: kinds)
    var json = JSONWriter()
    for row in facts.rows {
      json.beginObject()
      json.key("fact")
      json.string(row.kind.singular)
      let common: [FactCell] = [
        .text(facts.name), FactCell(facts.title), .integer(row.sentence), .integer(row.start), .integer(row.end),
        .text(row.place), .text(row.text),
      ]
      for (column, cell) in zip(FactKind.places + row.kind.columns, common + row.values) where cell != .null {
        json.key(column.name)
        json.cell(cell)
      }
      json.endObject()
      json.endLine()
    }
    json.append(to: &out)
  }
}

extension JSONWriter {
  mutating func cell(_ cell: FactCell) {
    switch cell {
    case .null: null()
    case .text(let text): string(text)
    case .integer(let value): number(value)
    case .real(let value): number(value)
    case .flag(let value): bool(value)
    }
  }
}

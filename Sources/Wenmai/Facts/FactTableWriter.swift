import Extraction
import Indexing

/// Facts as tables for people: one a kind and article, empty columns left out.
struct FactTableWriter: ResultWriter {
  let kinds: [FactKind]
  let style: TerminalStyle
  let width: Int?

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let facts = ArticleFacts(report, kinds: kinds)
    guard !facts.rows.isEmpty else { return }
    out += style.paint([facts.name, facts.title].compactMap(\.self).joined(separator: "  "), .bold).utf8
    out.append(0x0A)
    for kind in kinds {
      let rows = facts.rows.filter { $0.kind == kind }
      let shown = kind.columns.indices.filter { column in
        rows.contains { !$0.values[column].isEmpty } && !Self.hidden.contains("\(kind.columns[column].name)")
      }
      var table = TextTable(shown.map { "\(kind.columns[$0].name)" } + ["at"])
      for row in rows {
        table.add(shown.map { .init(row.values[$0].description) } + [.init(row.place, .faint)])
      }
      if !table.isEmpty { table.write(style: style, width: width, into: &out) }
    }
    out.append(0x0A)
  }

  /// What the quantity's own words say already.
  private static let hidden: Set<String> = ["approx", "lower", "upper", "time_from", "time_to", "as_of", "base"]
}

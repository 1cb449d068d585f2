import Extraction
import Text

extension TableWriter {
  /// What the quantities count, when and of whom.
  func measurements(_ report: ArticleReport) -> TextTable {
    var table = TextTable(["subject", "value", "of", "time", "comparison", "at", "construction"])
    for found in report.analysis.measurements {
      let thing = found.thing
      table.add([
        .init(found.subject.text, .bold), .init(found.quantity.valueDescription, ResultMark.quantity.paint),
        .init(thing?.text ?? "", thing?.entity.map { ResultMark($0.category).paint }),
        .init(found.time.map { (found.isAsOf ? "→ " : "") + $0.text } ?? "", ResultMark.time.paint),
        .init(found.comparison?.description ?? ""),
        .init(report.positions.place(found.quantity.span.lower), .faint), .init(found.construction, .faint),
      ])
    }
    return table
  }
}

extension Measurement.Comparison {
  /// For people: `↑ 同比`, `↓ from 4.1%`, `share of 护士总数`, `rank in 全省`.
  var description: String {
    var words: [String] = []
    switch direction {
    case .up: words.append("↑")
    case .down: words.append("↓")
    case .same: words.append("=")
    case nil: break
    }
    switch kind {
    case .change, .level: break
    case .share, .multiple, .rank: words.append(kind.rawValue)
    }
    if let base { words.append(base.text) }
    if let from { words.append("from \(from.valueDescription)") }
    if let of { words.append((kind == .rank ? "in " : "of ") + of.text) }
    return words.joined(separator: " ")
  }
}

import Extraction
import Text

/// Articles as small tables for people.
struct TableWriter: ResultWriter {
  let style: TerminalStyle
  let width: Int?
  let includesNested: Bool

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    heading(report, &out)
    let tables = [entities(report), facts(report), measurements(report), roles(report), statements(report)].filter {
      !$0.isEmpty
    }
    for table in tables {
      out.append(0x0A)
      table.write(style: style, width: width, into: &out)
    }
    if tables.isEmpty { out += style.paint("  (nothing found)\n", .faint).utf8 }
    out.append(0x0A)
  }

  private func heading(_ report: ArticleReport, _ out: inout [UInt8]) {
    let article = report.analysis.article
    let title = report.analysis.title ?? Self.firstWords(of: article, in: report.document)
    out += style.paint(fitting(title), .bold).utf8
    out.append(0x0A)
    let start = article.span.lower
    let facts = ["\(report.name):\(report.positions.place(start))"] + report.bylines
    out += style.paint(fitting("  " + facts.joined(separator: " · ")), .faint).utf8
    out.append(0x0A)
  }

  private func fitting(_ text: String) -> String { width.map { DisplayWidth.shortened(text, to: $0) } ?? text }

  /// What an article without headline is called.
  private static func firstWords(of article: Article, in document: Document) -> String {
    guard let block = article.blocks.first(where: { $0.kind != .separator }) else { return "—" }
    let text = document.text(block.pieces)
    let limit = 24
    return text.count > limit ? text.prefix(limit) + "…" : text
  }

  private func entities(_ report: ArticleReport) -> TextTable {
    var table = TextTable(["type", "text", "canonical", "kind", "at", "score", "rule"])
    for entity in report.analysis.entities {
      add(entity, depth: 0, report, &table)
    }
    return table
  }

  private func add(_ entity: Entity, depth: Int, _ report: ArticleReport, _ table: inout TextTable) {
    let paint = ResultMark(entity.category).paint
    let indent = depth > 0 ? String(repeating: "  ", count: depth - 1) + "└ " : ""
    table.add([
      .init(indent + entity.category.rawValue, paint), .init(entity.text, depth > 0 ? nil : .bold),
      .init(Self.canonical(entity)), .init(entity.kind ?? ""),
      .init(report.positions.place(entity.span.lower), .faint), .init(Self.score(entity.score), .faint),
      .init(entity.rule.name, .faint),
    ])
    guard includesNested else { return }
    for inner in entity.nested { add(inner, depth: depth + 1, report, &table) }
  }

  /// The canonical name with the code of a place; what it may be with a question mark where that is open.
  private static func canonical(_ entity: Entity) -> String {
    let name = entity.canonicalIfOther ?? (entity.isOpen ? "?" : "")
    guard let place = entity.place, let code = place.code else { return name }
    return name.isEmpty ? code : "\(name) \(code)"
  }

  private func facts(_ report: ArticleReport) -> TextTable {
    var table = TextTable(["kind", "text", "value", "at", "rule"])
    let facts = (report.analysis.quantities + report.analysis.times).sorted { $0.span < $1.span }
    for fact in facts {
      add(fact, isInner: false, report, &table)
      if includesNested { for inner in fact.nested { add(inner, isInner: true, report, &table) } }
    }
    return table
  }

  private func add(_ fact: NumericFact, isInner: Bool, _ report: ArticleReport, _ table: inout TextTable) {
    let mark: ResultMark = fact.kind.isTime ? .time : .quantity
    table.add([
      .init((isInner ? "└ " : "") + fact.kind.rawValue, mark.paint), .init(fact.text, isInner ? nil : .bold),
      .init(fact.valueDescription), .init(report.positions.place(fact.span.lower), .faint), .init(fact.rule, .faint),
    ])
  }

  /// Two digits behind the point, without Foundation.
  static func score(_ score: Double) -> String {
    let hundredths = Int((min(max(score, 0), 1) * 100).rounded())
    let digits = hundredths % 100
    return "\(hundredths / 100).\(digits < 10 ? "0" : "")\(digits)"
  }
}

import Extraction
import Text

extension TableWriter {
  /// Who holds which post; `of` is the organization, or the place where a title carries its own.
  func roles(_ report: ArticleReport) -> TextTable {
    var table = TextTable(["person", "title", "of", "qualifier", "event", "time", "at", "construction"])
    for role in report.analysis.roles {
      let of = role.organization ?? role.place
      table.add([
        .init(role.person.text, ResultMark.person.paint), .init(role.title?.text ?? "", ResultMark.title.paint),
        .init(of?.text ?? "", of.map { ResultMark($0.category).paint }), .init(role.qualifier?.rawValue ?? ""),
        .init(role.event?.rawValue ?? ""), .init(role.time?.text ?? "", ResultMark.time.paint),
        .init(report.positions.place(role.span.lower), .faint), .init(role.construction, .faint),
      ])
    }
    return table
  }

  /// Who says what.
  func statements(_ report: ArticleReport) -> TextTable {
    var table = TextTable(["speaker", "verb", "says", "kind", "at"])
    for statement in report.analysis.statements {
      let paint = statement.speaker.map { ResultMark($0.category).paint }
      table.add([
        .init(statement.speakerName, paint ?? .faint), .init(statement.verbText ?? ""),
        .init(statement.shortContent(of: report.document)), .init(statement.kind.rawValue),
        .init(report.positions.place(statement.span.lower), .faint),
      ])
    }
    return table
  }
}

extension Statement {
  /// The speaker for people: the name or, where only other words stand for it, these.
  var speakerName: String { speaker?.text ?? speakerText ?? "—" }

  /// The beginning of what is said, in quotation marks if it is quoted.
  func shortContent(of document: Document, limit: Int = 28) -> String {
    // A character of Chinese has three bytes; some more than are shown.
    let end = min(content.upper, content.lower + limit * 4)
    let text = document.text(Span(lower: content.lower, upper: end)).filter { !$0.isNewline }
    let isLong = text.count > limit || end < content.upper
    let shown = text.prefix(limit) + (isLong ? "…" : "")
    return isQuoted ? "“\(shown)”" : String(shown)
  }
}

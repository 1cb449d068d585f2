import Extraction
import Text

// The tables beside the story: who holds which post, who says what.

extension HTMLWriter {
  func roles(_ report: ArticleReport, _ out: inout [UInt8]) {
    guard !report.analysis.roles.isEmpty else { return }
    out += "<h4>人物与职务</h4>\n<table>\n".utf8
    for role in report.analysis.roles {
      let of = role.organization ?? role.place
      let about = [role.event?.chineseName ?? role.qualifier?.chineseName, role.time?.text].compactMap(\.self)
      row(
        [
          role.person.text, role.title?.text ?? "—", of.map { $0.canonical ?? $0.text } ?? "—",
          about.joined(separator: " "),
        ],
        classes: [ResultMark.person, .title, role.organization == nil && of != nil ? .place : .organization].map(
          Self.className) + ["value"], &out)
    }
    out += "</table>\n".utf8
  }

  func statements(_ report: ArticleReport, _ out: inout [UInt8]) {
    guard !report.analysis.statements.isEmpty else { return }
    out += "<h4>言论</h4>\n<table>\n".utf8
    for statement in report.analysis.statements {
      let mark = statement.speaker.map { ResultMark($0.category) } ?? .other
      row(
        [statement.speakerName, statement.verbText ?? "", statement.shortContent(of: report.document, limit: 40)],
        classes: [Self.className(mark), "verb", "words"], &out)
    }
    out += "</table>\n".utf8
  }
}

extension Role.Event {
  /// For readers of the page.
  var chineseName: String {
    switch self {
    case .appointed: "就任"
    case .elected: "当选"
    case .nominated: "提名"
    case .awarded: "获授"
    case .departed: "离任"
    case .removed: "免职"
    }
  }
}

extension Role.Qualifier {
  /// For readers of the page.
  var chineseName: String {
    switch self {
    case .former: "原任"
    case .acting: "代理"
    case .designate: "候任"
    case .concurrent: "兼任"
    case .honorary: "名誉"
    }
  }
}

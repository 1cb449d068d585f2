import Extraction
import Text

/// A page that stands alone: each article with its results coloured, and tables of roles and numbers beside it.
struct HTMLWriter: ResultWriter {
  var head: [UInt8] {
    var out = Array(HTMLPage.start.utf8)
    for mark in ResultMark.allCases where mark != .other {
      out += "<span class=\"key \(Self.className(mark))\">\(mark.chineseName) <i>\(mark.rawValue)</i></span>".utf8
    }
    out += HTMLPage.afterLegend.utf8
    return out
  }

  var tail: [UInt8] { Array(HTMLPage.end.utf8) }

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    out += "<article>\n<div class=\"story\">\n".utf8
    out += "<p class=\"source\">".utf8
    HTMLText.append("\(report.name):\(report.positions.place(report.analysis.article.span.lower))", to: &out)
    out += "</p>\n".utf8
    let marks = MarkedBlock.marks(of: report.analysis)
    for block in report.analysis.article.blocks { self.block(block, marks, report, &out) }
    out += "</div>\n<aside>\n".utf8
    measurements(report, &out)
    roles(report, &out)
    statements(report, &out)
    facts(report, &out)
    out += "</aside>\n</article>\n".utf8
  }

  private func block(_ block: Block, _ marks: [MarkedBlock.Mark], _ report: ArticleReport, _ out: inout [UInt8]) {
    let (tag, name) = Self.element(block.kind)
    if block.kind == .separator {
      out += "<hr>\n".utf8
      return
    }
    out += "<\(tag)\(name.isEmpty ? "" : " class=\"\(name)\"")>".utf8
    MarkedBlock.walk(block, of: report.document, marks: marks) { segment in
      switch segment {
      case .open(let mark):
        // Shown by the page's style below the pointer and the keyboard's focus, and read out by screen readers: a `title`
        // would do only the first.
        out += "<mark class=\"\(Self.className(mark.mark))\" tabindex=\"0\" aria-description=\"".utf8
        HTMLText.append(Self.explanation(of: mark), to: &out)
        out += "\">".utf8
      case .text(let bytes): HTMLText.append(bytes, to: &out)
      case .close: out += "</mark>".utf8
      }
    }
    out += "</\(tag)>\n".utf8
  }

  private static func element(_ kind: Block.Kind) -> (tag: String, className: String) {
    switch kind {
    case .title: ("h2", "")
    case .heading: ("h3", "")
    case .eyebrow, .subtitle, .byline, .dateline, .verse, .caption: ("p", kind.rawValue)
    case .listItem: ("p", "item")
    case .tableRow: ("p", "row")
    case .paragraph, .separator: ("p", "")
    }
  }

  static func className(_ mark: ResultMark) -> String { mark.rawValue.lowercased() }

  /// What the pointer shows: type, value or canonical form, rule with its line, evidence and score.
  private static func explanation(of mark: MarkedBlock.Mark) -> String {
    switch mark.source {
    case .entity(let entity):
      var lines = [[entity.category.rawValue, entity.kind].compactMap(\.self).joined(separator: " · ")]
      if let canonical = entity.canonicalIfOther { lines.append("= \(canonical)") }
      if let place = entity.place {
        lines.append(([place.code].compactMap(\.self) + place.parents).joined(separator: " "))
      }
      lines += entity.openReferences.map { "≈ \($0.name) \(TableWriter.score($0.confidence)) (\($0.source.rawValue))" }
      lines += entity.nested.map { "⊃ \($0.text) (\($0.category.rawValue))" }
      let place = entity.rule.file.isEmpty ? "" : " (\(entity.rule.file):\(entity.rule.line))"
      lines.append("\(entity.rule.name)\(place)")
      lines.append("evidence \(NatsText.signed(entity.evidence)), score \(TableWriter.score(entity.score))")
      return lines.joined(separator: "\n")
    case .fact(let fact):
      return [fact.kind.rawValue, fact.valueDescription, fact.rule].filter { !$0.isEmpty }.joined(separator: "\n")
    }
  }

  private func facts(_ report: ArticleReport, _ out: inout [UInt8]) {
    let facts = (report.analysis.quantities + report.analysis.times).sorted { $0.span < $1.span }
    guard !facts.isEmpty else { return }
    out += "<h4>数量与时间</h4>\n<table>\n".utf8
    for fact in facts {
      row(
        [fact.text, fact.valueDescription.isEmpty ? "—" : fact.valueDescription],
        classes: [Self.className(fact.kind.isTime ? .time : .quantity), "value"], &out)
    }
    out += "</table>\n".utf8
  }

  func row(_ cells: [String], classes: [String], _ out: inout [UInt8]) {
    out += "<tr>".utf8
    for (cell, name) in zip(cells, classes) {
      out += "<td class=\"t-\(name)\">".utf8
      HTMLText.append(cell, to: &out)
      out += "</td>".utf8
    }
    out += "</tr>\n".utf8
  }
}

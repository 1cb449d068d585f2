import Extraction
import Indexing
import Text

/// A fact as a row: where it stands, and the values of the columns of its kind.
struct FactRow: Sendable {
  let kind: FactKind
  /// Of its article, from 1.
  let sentence: Int
  let start: Int
  let end: Int
  /// `line:column` in the input.
  let place: String
  let text: String
  let values: [FactCell]
}

/// The facts of one article.
package struct ArticleFacts: Sendable {
  let name: String
  let title: String?
  let start: Int
  let end: Int
  let rows: [FactRow]
  /// What ``FactCheck`` compares.
  var checked: [CheckedFact] = []
  var dates: [FactFinding.Place] = []

  /// - Parameter kinds: which rows are made, in this order.
  init(_ report: ArticleReport, kinds: [FactKind]) {
    name = report.name
    title = report.analysis.title
    start = report.positions.offset(report.analysis.article.span.lower)
    end = report.positions.offset(report.analysis.article.span.upper)
    let analysis = report.analysis
    rows = kinds.flatMap { kind -> [FactRow] in
      switch kind {
      case .measurements: analysis.measurements.map { Self.row(kind, $0.span, report, $0.values) }
      case .roles: analysis.roles.map { Self.row(kind, $0.span, report, $0.values) }
      case .statements: analysis.statements.map { Self.row(kind, $0.span, report, $0.values(of: report.document)) }
      }
    }
  }

  private static func row(_ kind: FactKind, _ span: Span, _ report: ArticleReport, _ values: [FactCell]) -> FactRow {
    FactRow(
      kind: kind, sentence: report.sentence(of: span.lower), start: report.positions.offset(span.lower),
      end: report.positions.offset(span.upper), place: report.positions.place(span.lower),
      text: report.document.line(span), values: values)
  }
}

extension ArticleReport {
  /// The number of the sentence in which an offset lies, from 1.
  func sentence(of offset: Int) -> Int {
    max(1, analysis.sentences.partitioningIndex { $0.lower > offset })
  }
}

extension Document {
  /// The text of a span in one line.
  func line(_ span: Span) -> String {
    text(span).split(whereSeparator: \.isNewline).joined()
  }
}

extension FactCell {
  init(_ text: String?) { self = text.map(FactCell.text) ?? .null }
  init(_ number: Double?) { self = number.map(FactCell.real) ?? .null }
}

import Extraction
import Text

/// A format of results: writes one article after the other.
package protocol ResultWriter: Sendable {
  func write(_ report: ArticleReport, into out: inout [UInt8])
  /// What is handed on as values, nil if all is written.
  func facts(_ report: ArticleReport) -> ArticleFacts?
  /// What stands before the first article.
  var head: [UInt8] { get }
  /// What stands after the last one.
  var tail: [UInt8] { get }
}

extension ResultWriter {
  package var head: [UInt8] { [] }
  package var tail: [UInt8] { [] }
  package func facts(_ report: ArticleReport) -> ArticleFacts? { nil }
}

/// An analysed article with what is needed to name it and to say where it stands.
package struct ArticleReport {
  /// A JSON value: the id of the record, or the name of the file.
  let id: [UInt8]
  /// For people: the file and the number of the article in it.
  let name: String
  let document: Document
  let analysis: ArticleAnalysis
  let positions: Positions
  /// Memory that a writer may use.
  let room: ByteRoom

  /// The credits, line breaks read as spaces.
  var bylines: [String] {
    analysis.article.bylines.map { byline in
      document.text(byline.span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
  }
}

extension Entity {
  /// The canonical form, where it says more than the text.
  var canonicalIfOther: String? { canonical == text ? nil : canonical }

  /// Whether it has references and none is more likely than not.
  var isOpen: Bool { references.first.map { $0.confidence < 0.5 } ?? false }

  /// The references, where they say more than the canonical form: several, or one that is not certain.
  var openReferences: [Reference] { Self.areOpen(references) ? references : [] }

  static func areOpen(_ references: [Reference]) -> Bool {
    references.count > 1 || references.contains { $0.confidence < 0.95 }
  }
}

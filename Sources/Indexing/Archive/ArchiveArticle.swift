package import Extraction
package import Text

/// An article as an archive takes it in.
package struct ArchiveArticle: Sendable {
  /// Where it stands in its source.
  package let span: Span
  package let title: String
  let body: ArchiveBody
  let hash: [UInt8]
  package var sentences: [Span] = []
  package var entities: [Entity] = []
  package var roles: [Role] = []
  package var quantities: [Quantity] = []
  package var times: [Time] = []

  /// - Complexity: copies what is read of the article.
  package init(_ article: Article, in document: Document) {
    span = article.span
    title = article.title.map { document.text($0.pieces) } ?? ""
    body = ArchiveBody(article, in: document)
    hash = ContentHash.hash(title: title, body: body.text)
  }

  /// A quantity as a row has it.
  package struct Quantity: Sendable {
    package var kind: String
    package var text: String
    package var span: Span
    package var value: Double?
    package var unit: String?
    package var approximation: String
    package var lower: Double?
    package var upper: Double?

    package init(
      kind: String, text: String, span: Span, value: Double?, unit: String?, approximation: String, lower: Double?,
      upper: Double?
    ) {
      self.kind = kind
      self.text = text
      self.span = span
      self.value = value
      self.unit = unit
      self.approximation = approximation
      self.lower = lower
      self.upper = upper
    }
  }

  /// A time as a row has it: ISO 8601, the end exclusive; both ends nil where no value is known.
  package struct Time: Sendable {
    package var kind: String
    package var text: String
    package var span: Span
    package var from: String?
    package var to: String?

    package init(kind: String, text: String, span: Span, from: String?, to: String?) {
      self.kind = kind
      self.text = text
      self.span = span
      self.from = from
      self.to = to
    }
  }
}

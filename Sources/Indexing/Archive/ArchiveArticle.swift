package import SearchTokens
package import Text

/// An article as an archive takes it in.
package struct ArchiveArticle: Sendable {
  /// Where it stands in the text it was read from.
  package let span: Span
  /// Where that text begins in its source.
  package var offset = 0
  package let title: String
  /// The day it is from, ISO 8601, where that is known.
  package var date: String?
  package var facts = ArchiveFacts()
  let body: ArchiveBody
  /// Parts of the body, in order.
  private(set) var sentences: [Range<Int>] = []
  /// What the full text stores, made here because the writer has no time for it.
  private(set) var titleTokens: [UInt8] = []
  private(set) var bodyTokens: [UInt8] = []

  /// - Complexity: copies what is read of the article.
  package init(_ article: Article, in document: Document) {
    span = article.span
    title = article.title.map { document.text($0.pieces) } ?? ""
    body = ArchiveBody(article, in: document)
  }

  /// The same for an article that other words were found in before; see ``KnownArticles``.
  ///
  /// - Parameter time: what its source says of when it is from: part of what it is.
  package func hash(time: String? = nil) -> [UInt8] { ContentHash.hash(title: title, time: time, body: body.text) }

  /// Finds the sentences.
  package mutating func divide() { sentences = body.sentences() }

  /// Makes what the full text needs.
  package mutating func prepare(_ tokens: IndexTokens) {
    titleTokens = tokens.ready(Array(title.utf8))
    bodyTokens = tokens.ready(body.text)
  }
}

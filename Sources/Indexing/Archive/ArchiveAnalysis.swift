/// What is looked for in articles, and with what: articles that were read with another analysis are read anew.
package struct ArchiveAnalysis: Sendable, Equatable {
  package let name: String
  /// Whether articles that were read with any other one are as good.
  package let isLeast: Bool

  /// Words only. An archive keeps what else it has of articles that have not changed.
  package static let words = ArchiveAnalysis(name: "words", isLeast: true)

  package init(name: String, isLeast: Bool = false) {
    self.name = name
    self.isLeast = isLeast
  }
}

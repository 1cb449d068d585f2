import Foundation
import GRDB
import Lexicon
import SearchTokens
import Text

extension ArchiveIndex {
  /// Shows a word in its contexts.
  ///
  /// ```swift
  /// for line in try await archive.concordance(of: "改革", order: .right).lines { print(line.left, line.match, line.right) }
  /// ```
  ///
  /// - Parameters:
  ///   - word: a word or phrase, found as ``search(_:_:)`` finds it; `*` at the end lets a Latin word go on.
  ///   - limit: how many lines to give, the first ones in their order.
  ///   - width: how many characters to show at each side.
  /// - Complexity: reads the articles that have the word.
  public func concordance(
    of word: String, limit: Int = 100, width: Int = 20, order: Concordance.Order = .none
  ) async throws(ArchiveError) -> Concordance {
    try await read { db in try self.concordance(word, limit, width, order, db) }
  }

  /// The same for callers that may wait on their thread.
  package func blockingConcordance(
    of word: String, limit: Int = 100, width: Int = 20, order: Concordance.Order = .none
  ) throws(ArchiveError) -> Concordance {
    try blockingRead { db in try concordance(word, limit, width, order, db) }
  }

  private func concordance(
    _ word: String, _ limit: Int, _ width: Int, _ order: Concordance.Order, _ db: Database
  ) throws -> Concordance {
    let phrase = SearchQuery.Phrase(text: word)
    let isPrefix = word.hasSuffix("*")
    let asked = isPrefix ? SearchQuery.Phrase(text: String(word.dropLast()), isPrefix: true) : phrase
    let text = TextExpression(usesWords: try usesOwnTokens(db), units: .init(lexicon: lexicon.layering(nil)))
    var collector = ConcordanceCollector(lexicon: lexicon, limit: limit, width: width, order: order)
    guard let expression = text.expression(asked) else { return collector.result }
    let finder = PhraseFinder([asked], lexicon: lexicon)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT s.name, a.start, a.body, a.places FROM article_text t JOIN articles a ON a.id = t.rowid
        JOIN sources s ON s.id = a.source WHERE t.article_text MATCH ? ORDER BY t.rowid
        """, arguments: ["body: " + expression])
    while let row = try rows.next() {
      let text: String = row[2]
      let body = ArchiveBody(text: Array(text.utf8), stored: Array(row[3] as Data))
      collector.add(finder.occurrences(in: body.text), of: body, source: row[0], start: row[1])
    }
    return collector.result
  }
}

import Foundation
import GRDB
import Lexicon
import Text

extension ArchiveIndex {
  /// A word in the headline weighs as much as this many in the body.
  private static let titleWeight = 5.0

  /// Finds the articles that answer a query.
  ///
  /// ```swift
  /// let result = try await archive.search("朝阳区总工会 OR 产改", limit: 10)
  /// for hit in result.hits { print(hit.title, hit.snippet.text) }
  /// ```
  ///
  /// Words stand side by side or with AND, OR, NOT and brackets; quotes hold a phrase with spaces; `*` lets a Latin word
  /// go on. What is asked for is found wherever its characters stand one after the other: 处理 in 待处理.
  ///
  /// - Parameters:
  ///   - limit: how many hits to return, from the best one after `offset`.
  ///   - width: how many characters a snippet has at most.
  /// - Throws: ``ArchiveError``, `query` for a query that cannot be read.
  public func search(
    _ query: String, limit: Int = 20, offset: Int = 0, width: Int = 60
  ) async throws(ArchiveError) -> SearchResult {
    let query = try SearchQuery(query)
    return try await read { db in try self.search(query, max(0, limit), max(0, offset), max(8, width), db) }
  }

  /// The same for callers that may wait on their thread.
  package func blockingSearch(
    _ query: String, limit: Int = 20, offset: Int = 0, width: Int = 60
  ) throws(ArchiveError) -> SearchResult {
    let query = try SearchQuery(query)
    return try blockingRead { db in try search(query, max(0, limit), max(0, offset), max(8, width), db) }
  }

  private func search(
    _ query: SearchQuery, _ limit: Int, _ offset: Int, _ width: Int, _ db: Database
  ) throws -> SearchResult {
    let units = IndexUnits(lexicon: lexicon.layering(nil))
    let expression = query.expression(usesWords: try usesOwnTokens(db)) { PhraseFinder.isWord($0, units) }
    guard let expression else { return SearchResult(count: 0, hits: []) }
    let count = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM article_text WHERE article_text MATCH ?", arguments: [expression])
    // Only the best are read from the articles; ties come in the order of their numbers, so results are always the same.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT a.id, s.name, a.start, a."end", a.title, a.body, a.places, best.rank
        FROM (
          SELECT rowid, bm25(article_text, ?, 1.0) AS rank FROM article_text
          WHERE article_text MATCH ? ORDER BY rank, rowid LIMIT ? OFFSET ?
        ) AS best
        JOIN articles a ON a.id = best.rowid JOIN sources s ON s.id = a.source
        ORDER BY best.rank, a.id
        """, arguments: [Self.titleWeight, expression, limit, offset])
    let finder = PhraseFinder(query.phrases, lexicon: lexicon)
    return SearchResult(count: count ?? 0, hits: try rows.map { try hit($0, finder, width, db) })
  }

  private func hit(_ row: Row, _ finder: PhraseFinder, _ width: Int, _ db: Database) throws -> SearchHit {
    let id: Int64 = row["id"]
    let start: Int = row["start"]
    let title: String = row["title"]
    let text: String = row["body"]
    let body = ArchiveBody(text: Array(text.utf8), stored: Array(row["places"] as Data))
    let found = finder.ranges(in: body.text)
    let sentence = try Row.fetchOne(
      db,
      sql: """
        SELECT body_start, body_end FROM sentences WHERE article = ? AND body_start <= ?
        ORDER BY body_start DESC LIMIT 1
        """, arguments: [id, found.first?.lowerBound ?? 0])
    let range = sentence.map { ($0["body_start"] as Int)..<($0["body_end"] as Int) } ?? 0..<body.text.count
    return SearchHit(
      article: id, source: row["name"], span: Span(lower: start, upper: row["end"]), title: title,
      titleMatches: finder.ranges(in: Array(title.utf8)), score: -(row["rank"] as Double),
      snippet: Snippet(body.text, sentence: range, found: found, width: width),
      matches: found.map { match in
        let original = body.original(match)
        return Span(lower: start + original.lowerBound, upper: start + original.upperBound)
      })
  }
}

import Foundation
import GRDB
import Lexicon
import SearchTokens
import Text

extension ArchiveIndex {
  /// A word in the headline weighs as much as this many in the body.
  private static let titleWeight = 5.0

  /// Finds the articles that answer a query.
  ///
  /// ```swift
  /// let result = try await archive.search("org:朝阳区总工会 (产改 OR 改革)", SearchOptions(limit: 10))
  /// for hit in result.hits { print(hit.title, hit.snippet.text) }
  /// ```
  ///
  /// Words stand side by side or with AND, OR, NOT, NEAR and brackets; quotes hold a phrase with spaces; `*` lets a Latin
  /// word go on; filters ask for what was found in the articles (<doc:SearchIndex>). What is asked for is found wherever its
  /// characters stand one after the other: 处理 in 待处理.
  ///
  /// - Throws: ``ArchiveError``, `query` for a query that cannot be read.
  public func search(
    _ query: String, _ options: SearchOptions = SearchOptions()
  ) async throws(ArchiveError) -> SearchResult {
    let query = try SearchQuery(query)
    return try await read { db in try self.search(query, options, db) }
  }

  /// The same for callers that may wait on their thread.
  package func blockingSearch(
    _ query: String, _ options: SearchOptions = SearchOptions()
  ) throws(ArchiveError) -> SearchResult {
    let query = try SearchQuery(query)
    return try blockingRead { db in try search(query, options, db) }
  }

  private func search(_ query: SearchQuery, _ options: SearchOptions, _ db: Database) throws -> SearchResult {
    let start = ContinuousClock.now
    guard let root = query.root else {
      return SearchResult(count: 0, hits: [], facets: nil, explanation: [])
    }
    let text = TextExpression(
      usesWords: try usesOwnTokens(db), units: IndexUnits(lexicon: lexicon.layering(nil)))
    var evaluator = QueryEvaluator(
      db, text: text, keys: KeyMaker(lexicon: lexicon), usesAliases: options.usesAliases)
    evaluator.explainsCounts = options.explains
    let outcome = try evaluator.evaluate(root)
    let phrases = root.phrases + evaluator.addedPhrases
    var explanation = evaluator.explanation
    var ranking = Ranking(limit: options.offset + options.limit, collectsIDs: options.facets > 0)
    switch outcome {
    case .nothing: break
    case .text(let expression):
      explanation.append("full text: \(expression)")
      try rank(expression, db) { ranking.add($0, $1) }
    case .ids(let ids):
      try rank(ids, text.any(phrases), into: &ranking, db)
    }
    let finder = PhraseFinder(phrases, lexicon: lexicon)
    let best = ranking.best.dropFirst(options.offset)
    let hits = try best.compactMap { try hit($0.id, $0.score, finder, evaluator.conditions, text, options.width, db) }
    let time = ContinuousClock.now - start - evaluator.countingTime
    explanation.append("found in \((time / .milliseconds(1) * 10).rounded() / 10) ms")
    let facets = options.facets > 0 ? try FacetCounter(db: db).facets(of: ranking.ids, limit: options.facets) : nil
    return SearchResult(
      count: ranking.count, hits: hits, facets: facets, explanation: options.explains ? explanation : [])
  }

  /// Gives every article that the full text finds its rank, in the order of their numbers.
  private func rank(_ expression: String, _ db: Database, _ body: (Int64, Double) -> Void) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT rowid, bm25(article_text, ?, 1.0) FROM article_text WHERE article_text MATCH ?",
      arguments: [Self.titleWeight, expression])
    while let row = try rows.next() { body(row[0], -(row[1] as Double)) }
  }

  /// Ranks a set by what of the query, and of the names it asks for, stands in the text; articles in which nothing of it
  /// does come last.
  private func rank(_ ids: IDSet, _ expression: String?, into ranking: inout Ranking, _ db: Database) throws {
    var scores: [Int64: Double] = [:]
    if let expression {
      var next = 0
      try rank(expression, db) { id, score in
        while next < ids.count, ids.ids[next] < id { next += 1 }
        if next < ids.count, ids.ids[next] == id { scores[id] = score }
      }
    }
    for id in ids.ids { ranking.add(id, scores[id] ?? 0) }
  }

  private func hit(
    _ id: Int64, _ score: Double, _ finder: PhraseFinder, _ conditions: [MeasurementCondition],
    _ expression: TextExpression, _ width: Int, _ db: Database
  ) throws -> SearchHit? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT s.name, a.start, a."end", a.title, a.body, a.places, a.date
        FROM articles a JOIN sources s ON s.id = a.source WHERE a.id = ?
        """)
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let start: Int = row["start"]
    let title: String = row["title"]
    let text: String = row["body"]
    let body = ArchiveBody(text: Array(text.utf8), stored: Array(row["places"] as Data))
    var found = finder.ranges(in: body.text)
    for condition in conditions { found += try numbers(condition, article: id, body, expression, db) }
    if !conditions.isEmpty { found = PhraseFinder.merged(found) }
    let sentence = try db.cachedStatement(
      sql: """
        SELECT body_start, body_end FROM sentences WHERE article = ? AND body_start <= ?
        ORDER BY body_start DESC LIMIT 1
        """)
    let around = try Row.fetchOne(sentence, arguments: [id, found.first?.lowerBound ?? 0])
    let range = around.map { ($0["body_start"] as Int)..<($0["body_end"] as Int) } ?? 0..<body.text.count
    return SearchHit(
      article: id, source: row["name"], span: Span(lower: start, upper: row["end"]), title: title, date: row["date"],
      titleMatches: finder.ranges(in: Array(title.utf8)), score: score,
      snippet: Snippet(body.text, sentence: range, found: found, width: width),
      matches: found.map { match in
        let original = body.original(match)
        return Span(lower: start + original.lowerBound, upper: start + original.upperBound)
      })
  }

  /// Where the numbers stand that a condition asks for.
  private func numbers(
    _ condition: MeasurementCondition, article: Int64, _ body: ArchiveBody, _ text: TextExpression,
    _ db: Database
  ) throws -> [Range<Int>] {
    let (sql, arguments) = condition.sql(text)
    let rows = try Row.fetchAll(
      db, sql: "SELECT m.start, m.\"end\" FROM measurements m WHERE m.article = ? AND \(sql)",
      arguments: [article] + arguments)
    return rows.map { row in
      let lower = body.body(ofOriginal: row[0])
      return lower..<max(lower, body.body(ofOriginal: row[1]))
    }
  }
}

/// The best of some articles; ties come in the order of their numbers, so results are always the same.
private struct Ranking {
  let limit: Int
  let collectsIDs: Bool
  private(set) var count = 0
  private(set) var best: [(id: Int64, score: Double)] = []
  private(set) var ids: [Int64] = []

  init(limit: Int, collectsIDs: Bool) {
    self.limit = limit
    self.collectsIDs = collectsIDs
  }

  mutating func add(_ id: Int64, _ score: Double) {
    count += 1
    if collectsIDs { ids.append(id) }
    if best.count == limit {
      guard let last = best.last, score > last.score else { return }
      best.removeLast()
    }
    let place = best.partitioningIndex { $0.score < score }
    best.insert((id, score), at: place)
  }
}

extension Array {
  /// The first index whose element, and all behind it, satisfy `condition`.
  fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

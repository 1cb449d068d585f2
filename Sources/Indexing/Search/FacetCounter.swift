import GRDB

/// Counts who and what the articles of a result mention.
struct FacetCounter {
  let db: Database

  /// - Complexity: reads the entities of all articles.
  func facets(of articles: [Int64], limit: Int) throws -> SearchFacets {
    let mentions = try db.cachedStatement(
      sql: "SELECT DISTINCT l.name FROM entities e JOIN aliases l ON l.id = e.alias WHERE e.article = ?")
    let day = try db.cachedStatement(sql: "SELECT substr(date, 1, 7) FROM articles WHERE id = ? AND date IS NOT NULL")
    var counts: [Int64: Int] = [:]
    var months: [String: Int] = [:]
    for article in articles {
      let names = try Int64.fetchCursor(mentions, arguments: [article])
      while let name = try names.next() { counts[name, default: 0] += 1 }
      if let month = try String.fetchOne(day, arguments: [article]) { months[month, default: 0] += 1 }
    }
    // The most frequent first; ties in the order of the archive.
    let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    let name = try db.cachedStatement(sql: "SELECT type, name FROM names WHERE id = ?")
    var found: [String: [SearchFacets.Count]] = [:]
    var missing: Set = ["PERSON", "ORG", "PLACE"]
    for (id, count) in sorted {
      if missing.isEmpty { break }
      guard let row = try Row.fetchOne(name, arguments: [id]) else { continue }
      let type: String = row[0]
      guard missing.contains(type) else { continue }
      found[type, default: []].append(.init(name: row[1], count: count))
      if found[type]?.count == limit { missing.remove(type) }
    }
    return SearchFacets(
      people: found["PERSON"] ?? [], organizations: found["ORG"] ?? [], places: found["PLACE"] ?? [],
      months: months.sorted { $0.key < $1.key }.map { .init(name: $0.key, count: $0.value) })
  }
}

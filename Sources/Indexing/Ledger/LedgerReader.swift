import GRDB

/// Reads the ledger of one name.
struct LedgerReader {
  let db: Database
  let id: Int64
  let name: String
  let type: String

  /// The articles in which the name, ?1, stands.
  private static let articles =
    "SELECT m.article FROM mentions m JOIN aliases l ON l.id = m.alias WHERE l.name = ?1 AND m.count > 0"

  func ledger(_ limit: Int) throws -> Ledger {
    let aliases = try String.fetchAll(
      db,
      sql: """
        SELECT l.text FROM aliases l LEFT JOIN mentions m ON m.alias = l.id WHERE l.name = ?
        GROUP BY l.id ORDER BY coalesce(sum(m.count), 0) DESC, l.id
        """, arguments: [id])
    let seen = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), min(a.date), max(a.date) FROM articles a
        WHERE a.id IN (\(Self.articles))
        """, arguments: [id])
    return Ledger(
      name: name, type: type, aliases: aliases, articleCount: seen?[0] ?? 0, firstSeen: seen?[1], lastSeen: seen?[2],
      posts: try posts(), companions: try companions(limit))
  }

  private struct PostKey: Hashable {
    var parts: [String?]
  }

  private func posts() throws -> [Ledger.Post] {
    let side = type == "PERSON" ? "r.person" : "r.organization"
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT v.person, v.title, v.organization, v.place, v.qualifier, v.event, v."from", v."to", v.date, s.name
        FROM aliases l JOIN mentions m ON m.alias = l.id JOIN roles r ON r.article = m.article AND \(side) = m.alias
        JOIN v_roles v ON v.article = r.article AND v.number = r.number
        JOIN articles a ON a.id = r.article JOIN sources s ON s.id = a.source
        WHERE l.name = ? ORDER BY v.date IS NULL, v.date, r.article, r.number
        """, arguments: [id])
    var groups: [PostKey: [Row]] = [:]
    var order: [PostKey] = []
    for row in rows {
      let key = PostKey(parts: (0..<8).map { row[$0] as String? })
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    let posts = order.map { key in
      let rows = groups[key] ?? []
      let days = rows.compactMap { $0["date"] as String? }
      var sources: [String] = []
      for row in rows where sources.last != row[9] { sources.append(row[9]) }
      let parts = key.parts
      let time = parts[7].map { "\(parts[6] ?? "")/\($0)" } ?? parts[6]
      return Ledger.Post(
        person: parts[0] ?? "", title: parts[1], organization: parts[2], place: parts[3], qualifier: parts[4],
        event: parts[5], time: time, firstSeen: days.first, lastSeen: days.last, sources: sources)
    }
    // What the text says of the time counts more than when the text is from; ISO 8601 sorts as text.
    func moment(_ post: Ledger.Post) -> String { post.time ?? post.firstSeen ?? "~" }
    return posts.enumerated().sorted { (moment($0.element), $0.offset) < (moment($1.element), $1.offset) }
      .map(\.element)
  }

  private func companions(_ limit: Int) throws -> [Ledger.Companion] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT n.name, n.type, count(DISTINCT e.article) AS articles
        FROM entities e JOIN aliases l ON l.id = e.alias JOIN names n ON n.id = l.name
        WHERE e.article IN (\(Self.articles))
        AND n.id <> ?1 AND n.type IN ('PERSON', 'ORG')
        GROUP BY n.id ORDER BY articles DESC, n.id LIMIT ?2
        """, arguments: [id, limit])
    return rows.map { Ledger.Companion(name: $0[0], type: $0[1], count: $0[2]) }
  }
}

import GRDB

/// Reads the ledger of one name.
struct LedgerReader {
  let db: Database
  let id: Int64
  let name: String
  let type: String

  func ledger(_ limit: Int) throws -> Ledger {
    let aliases = try String.fetchAll(
      db,
      sql: """
        SELECT l.text FROM aliases l LEFT JOIN entities e ON e.alias = l.id WHERE l.name = ?
        GROUP BY l.id ORDER BY count(e.article) DESC, l.id
        """, arguments: [id])
    let seen = try Row.fetchOne(
      db,
      sql: """
        SELECT count(*), min(a.date), max(a.date) FROM articles a
        WHERE a.id IN (SELECT e.article FROM entities e JOIN aliases l ON l.id = e.alias WHERE l.name = ?)
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
        FROM roles r JOIN aliases l ON l.id = \(side)
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
        WHERE e.article IN (SELECT e.article FROM entities e JOIN aliases l ON l.id = e.alias WHERE l.name = ?1)
        AND n.id <> ?1 AND n.type IN ('PERSON', 'ORG')
        GROUP BY n.id ORDER BY articles DESC, n.id LIMIT ?2
        """, arguments: [id, limit])
    return rows.map { Ledger.Companion(name: $0[0], type: $0[1], count: $0[2]) }
  }
}

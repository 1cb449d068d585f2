import GRDB

extension ArchiveIndex {
  /// What the archive says of all people and organizations of a name, under any of their names.
  ///
  /// - Parameter limit: how many others of the same articles to name.
  public func ledgers(of name: String, limit: Int = 10) async throws(ArchiveError) -> [Ledger] {
    try await read { db in try self.ledgers(name, limit, db) }
  }

  /// The people and organizations with the most articles.
  public func ledgerOverview(limit: Int = 50) async throws(ArchiveError) -> [LedgerEntry] {
    try await read { db in try Self.overview(limit, db) }
  }

  /// The same for callers that may wait on their thread.
  package func blockingLedgers(of name: String, limit: Int = 10) throws(ArchiveError) -> [Ledger] {
    try blockingRead { db in try ledgers(name, limit, db) }
  }

  package func blockingLedgerOverview(limit: Int = 50) throws(ArchiveError) -> [LedgerEntry] {
    try blockingRead { db in try Self.overview(limit, db) }
  }

  private static func overview(_ limit: Int, _ db: Database) throws -> [LedgerEntry] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT n.name, n.type, count(DISTINCT m.article) AS articles, min(a.date), max(a.date),
          (
            SELECT count(*) FROM aliases p JOIN mentions m ON m.alias = p.id
            JOIN roles r ON r.article = m.article AND p.id IN (r.person, r.organization) WHERE p.name = n.id
          )
        FROM names n JOIN aliases l ON l.name = n.id JOIN mentions m ON m.alias = l.id
        JOIN articles a ON a.id = m.article
        WHERE m.count > 0 AND n.type IN ('PERSON', 'ORG') GROUP BY n.id ORDER BY articles DESC, n.id LIMIT ?
        """, arguments: [limit])
    return rows.map {
      LedgerEntry(
        name: $0[0], type: $0[1], articleCount: $0[2], roleCount: $0[5], firstSeen: $0[3], lastSeen: $0[4])
    }
  }

  private func ledgers(_ name: String, _ limit: Int, _ db: Database) throws -> [Ledger] {
    let key = KeyMaker(lexicon: lexicon).key(of: name)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, name, type FROM names WHERE type IN ('PERSON', 'ORG')
        AND id IN (SELECT id FROM names WHERE key = ?1 UNION SELECT name FROM aliases WHERE key = ?1)
        ORDER BY key <> ?1, id
        """, arguments: [key])
    return try rows.map { try LedgerReader(db: db, id: $0[0], name: $0[1], type: $0[2]).ledger(limit) }
  }
}

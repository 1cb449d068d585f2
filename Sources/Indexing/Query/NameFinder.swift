import GRDB

/// Finds names in the archive, and who is meant by them.
struct NameFinder {
  let db: Database
  let keys: KeyMaker

  /// Someone or something with all the words that stand for it.
  struct Found {
    var aliases: [Int64] = []
    /// Names for people: what the aliases stand for.
    var names: [String] = []
    /// The aliases as texts have them.
    var texts: [String] = []
  }

  /// All that bear a name, as their full name or in some article.
  ///
  /// - Parameter type: `PERSON` …, nil for any.
  func bearers(of phrase: SearchQuery.Phrase, type: String?) throws -> Found {
    let key = keys.key(of: phrase.text)
    if key.isEmpty { return Found() }
    let same = phrase.isPrefix ? "substr(key, 1, length(?1)) = ?1" : "key = ?1"
    return try aliases(
      """
      n.id IN (SELECT id FROM names WHERE \(same) UNION SELECT name FROM aliases WHERE \(same))
      AND (?2 IS NULL OR n.type = ?2)
      """, [key, type])
  }

  /// What else the bearer of a name is called, where the name means one above all: a full name, or a short one that
  /// stands for the same in at least half of its places.
  func otherNames(of phrase: SearchQuery.Phrase) throws -> Found {
    let key = keys.key(of: phrase.text)
    // A single character means too much.
    if phrase.isPrefix || key.unicodeScalars.count < 2 { return Found() }
    var found = try aliases(
      """
      n.id IN (
        SELECT id FROM names WHERE key = ?1
        UNION SELECT name FROM (
          SELECT l.name, sum(m.count) AS uses, sum(sum(m.count)) OVER () AS total
          FROM aliases l JOIN mentions m ON m.alias = l.id WHERE l.key = ?1 GROUP BY l.name
        ) WHERE 2 * uses >= total
      )
      """, [key])
    // Where the phrase itself stands, the full text finds it.
    let others = found.texts.indices.filter { !keys.key(of: found.texts[$0]).contains(key) }
    found.aliases = others.map { found.aliases[$0] }
    found.texts = others.map { found.texts[$0] }
    return found
  }

  private func aliases(_ condition: String, _ arguments: StatementArguments) throws -> Found {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT l.id, l.text, n.name FROM names n JOIN aliases l ON l.name = n.id WHERE \(condition)
        ORDER BY n.id, l.id LIMIT \(Self.limit)
        """, arguments: arguments)
    var found = Found()
    while let row = try rows.next() {
      found.aliases.append(row[0])
      found.texts.append(row[1])
      if found.names.last != row[2] { found.names.append(row[2]) }
    }
    return found
  }

  /// `org:中*` may name half of the archive.
  private static let limit = 10_000
}

import Extraction
import GRDB
import Lexicon
import SearchTokens

/// The numbers of names and aliases in the archive: most that come by were met before.
struct NameCache {
  private var ids: [Alias: Int64] = [:]
  /// Aliases of articles that were taken out; some of them may stand nowhere any more.
  private var loosened: Set<Int64> = []

  private struct Alias: Hashable {
    var type: String
    var name: String
    var text: String
  }

  /// Some 20 MB; names come in clusters, so starting anew costs little.
  private static let limit = 100_000

  /// The number of the alias by which `entity` is called; made if it is not there.
  mutating func id(of entity: Entity, keys: KeyMaker, _ db: Database) throws -> Int64 {
    let alias = Alias(type: entity.category.rawValue, name: entity.canonical ?? entity.text, text: entity.text)
    if let id = ids[alias] { return id }
    if ids.count >= Self.limit { ids.removeAll(keepingCapacity: true) }
    let name = try id(ofName: alias, keys, db)
    let id: Int64
    let known = try db.cachedStatement(sql: "SELECT id FROM aliases WHERE name = ? AND text = ?")
    if let found = try Int64.fetchOne(known, arguments: [name, alias.text]) {
      id = found
    } else {
      var row = try RowWriter(db, "INSERT INTO aliases (name, text, key) VALUES (?, ?, ?)")
      row.add(name)
      row.add(alias.text)
      row.add(keys.key(of: alias.text))
      try row.write()
      id = db.lastInsertedRowID
    }
    ids[alias] = id
    return id
  }

  private func id(ofName alias: Alias, _ keys: KeyMaker, _ db: Database) throws -> Int64 {
    let known = try db.cachedStatement(sql: "SELECT id FROM names WHERE name = ? AND type = ?")
    if let found = try Int64.fetchOne(known, arguments: [alias.name, alias.type]) { return found }
    var row = try RowWriter(db, "INSERT INTO names (type, name, key) VALUES (?, ?, ?)")
    row.add(alias.type)
    row.add(alias.name)
    row.add(keys.key(of: alias.name))
    try row.write()
    return db.lastInsertedRowID
  }

  /// Notes what the article that is about to be taken out calls by name.
  mutating func note(removalOf article: Int64, _ db: Database) throws {
    let aliases = try db.cachedStatement(
      sql: """
        SELECT alias FROM entities WHERE article = ?1 UNION SELECT speaker FROM statements WHERE article = ?1
        UNION SELECT person FROM roles WHERE article = ?1 UNION SELECT title FROM roles WHERE article = ?1
        UNION SELECT organization FROM roles WHERE article = ?1 UNION SELECT place FROM roles WHERE article = ?1
        """)
    let found = try Int64?.fetchAll(aliases, arguments: [article])
    loosened.formUnion(found.compactMap { $0 })
  }

  /// Takes out the names that stand in no article any more; called before the end of a transaction.
  mutating func removeUnused(_ db: Database) throws {
    if loosened.isEmpty { return }
    let removal = try db.cachedStatement(
      sql: """
        DELETE FROM aliases WHERE id = ?1
        AND NOT EXISTS (SELECT 1 FROM entities WHERE alias = ?1)
        AND NOT EXISTS (SELECT 1 FROM roles WHERE person = ?1 OR title = ?1 OR organization = ?1 OR place = ?1)
        AND NOT EXISTS (SELECT 1 FROM statements WHERE speaker = ?1)
        RETURNING name
        """)
    let names = try db.cachedStatement(
      sql: "DELETE FROM names WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM aliases WHERE name = ?1)")
    for id in loosened.sorted() {
      if let name = try Int64.fetchOne(removal, arguments: [id]) { try names.execute(arguments: [name]) }
    }
    loosened = []
    ids = [:]
  }
}

/// Folds names: simplified, lower case, without spaces and middle dots.
final class KeyMaker {
  private let units: IndexUnits

  init(lexicon: Lexicon) { units = IndexUnits(lexicon: lexicon.layering(nil)) }

  func key(of name: String) -> String {
    units.read(name)
    return String(decoding: units.text.folded, as: UTF8.self)
  }
}

import Extraction
import GRDB
import Lexicon
import SearchTokens

/// The numbers of names and aliases in the archive: most that come by were met before.
struct NameCache {
  private var ids = KeyTable()
  /// Aliases of articles that were taken out; some of them may stand nowhere any more.
  private var loosened: Set<Int64> = []

  private var rows: NameRows?

  private struct Alias {
    var type: String
    var name: String
    var text: String
  }

  /// Some 10 MB; names come in clusters, so starting anew costs little.
  private static let limit = 100_000

  /// The number of the alias by which `entity` is called; made if it is not there.
  mutating func id(of entity: Entity, keys: KeyMaker, _ db: Database) throws -> Int64 {
    let type = entity.category.rawValue
    // Bytes, not characters, tell names apart, as in the file.
    ids.beginKey()
    ids.add(entity.text)
    ids.add(type)
    if let name = entity.canonical { ids.add(name) }
    if let id = ids.find() { return id }
    if ids.count >= Self.limit { ids.removeAll() }
    let id = try id(of: Alias(type: type, name: entity.canonical ?? entity.text, text: entity.text), keys, db)
    ids.insert(id)
    return id
  }

  /// Most names that are not in the cache are new ones: they are not looked up before they are put in.
  private mutating func id(of alias: Alias, _ keys: KeyMaker, _ db: Database) throws -> Int64 {
    let rows = rows ?? NameRows(db)
    self.rows = rows
    try rows.names.insert { row in
      row.add(alias.type)
      row.add(alias.name)
      row.add(keys.key(of: alias.name))
    }
    var name = db.lastInsertedRowID
    if db.changesCount == 0 {
      let known = try db.cachedStatement(sql: "SELECT id FROM names WHERE name = ? AND type = ?")
      name = try Int64.fetchOne(known, arguments: [alias.name, alias.type]) ?? 0
    }
    try rows.aliases.insert { row in
      row.add(name)
      row.add(alias.text)
      row.add(keys.key(of: alias.text))
    }
    if db.changesCount > 0 { return db.lastInsertedRowID }
    let known = try db.cachedStatement(sql: "SELECT id FROM aliases WHERE name = ? AND text = ?")
    return try Int64.fetchOne(known, arguments: [name, alias.text]) ?? 0
  }

  /// Notes what the article that is about to be taken out calls by name; returns these aliases.
  mutating func note(removalOf article: Int64, _ db: Database) throws -> [Int64] {
    let aliases = try db.cachedStatement(
      sql: """
        SELECT alias FROM entities WHERE article = ?1 UNION SELECT speaker FROM statements WHERE article = ?1
        UNION SELECT person FROM roles WHERE article = ?1 UNION SELECT title FROM roles WHERE article = ?1
        UNION SELECT organization FROM roles WHERE article = ?1 UNION SELECT place FROM roles WHERE article = ?1
        """)
    let found = try Int64?.fetchAll(aliases, arguments: [article]).compactMap { $0 }
    loosened.formUnion(found)
    return found
  }

  /// Takes out the names that stand in no article any more; called before the end of a transaction.
  mutating func removeUnused(_ db: Database) throws {
    if loosened.isEmpty { return }
    let removal = try db.cachedStatement(
      sql: """
        DELETE FROM aliases WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mentions WHERE alias = ?1) RETURNING name
        """)
    let names = try db.cachedStatement(
      sql: "DELETE FROM names WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM aliases WHERE name = ?1)")
    for id in loosened.sorted() {
      if let name = try Int64.fetchOne(removal, arguments: [id]) { try names.execute(arguments: [name]) }
    }
    loosened = []
    ids.removeAll()
  }
}

/// What makes rows of names and aliases, while one connection writes; those that are there already stay as they are.
private final class NameRows {
  var names: RowWriter
  var aliases: RowWriter

  init(_ db: Database) {
    names = RowWriter(db, into: "names (type, name, key)", columnCount: 3, onConflict: .ignore)
    aliases = RowWriter(db, into: "aliases (name, text, key)", columnCount: 3, onConflict: .ignore)
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

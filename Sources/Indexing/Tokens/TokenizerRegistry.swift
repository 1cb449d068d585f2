import GRDB
import Lexicon
import Synchronization

/// Which lexicon the tokenizers of a connection use: FTS5 makes tokenizers by name and hands them only the connection.
enum TokenizerRegistry {
  private static let lexicons = Mutex<[UInt: Lexicon]>([:])

  private static func key(_ db: Database) -> UInt? {
    db.sqliteConnection.map { UInt(bitPattern: $0) }
  }

  static func lexicon(of db: Database) -> Lexicon? {
    guard let key = key(db) else { return nil }
    return lexicons.withLock { $0[key] }
  }

  /// Gives `db` its tokenizer; the entry goes when the connection closes.
  static func register(_ lexicon: Lexicon, for db: Database) {
    guard let key = key(db) else { return }
    lexicons.withLock { $0[key] = lexicon }
    let entry = Entry(key: key)
    // SQLite lets go of a connection's functions when it closes it, before its memory can serve another one.
    db.add(function: DatabaseFunction("wenmai_tokenizer_version", argumentCount: 0, pure: true) { _ in entry.version })
    db.add(tokenizer: ArchiveTokenizer.self)
  }

  private final class Entry: Sendable {
    let key: UInt
    let version = ArchiveTokenizer.version
    init(key: UInt) { self.key = key }
    deinit {
      let key = key
      TokenizerRegistry.lexicons.withLock { $0[key] = nil }
    }
  }
}

import GRDB
import Lexicon
import Synchronization

/// Which lexicon the tokenizers of a connection use: FTS5 makes tokenizers by name and hands them only the connection.
enum TokenizerRegistry {
  private static let entries = Mutex<[UInt: (number: Int, lexicon: Lexicon)]>([:])
  private static let counter = Atomic(0)

  private static func key(_ db: Database) -> UInt? {
    db.sqliteConnection.map { UInt(bitPattern: $0) }
  }

  static func lexicon(of db: Database) -> Lexicon? {
    guard let key = key(db) else { return nil }
    return entries.withLock { $0[key]?.lexicon }
  }

  /// Gives `db` its tokenizer; the entry goes after the connection was closed.
  static func register(_ lexicon: Lexicon, for db: Database) {
    guard let key = key(db) else { return }
    let entry = Entry(key: key, number: counter.add(1, ordering: .relaxed).newValue)
    entries.withLock { $0[key] = (entry.number, lexicon) }
    // The function holds the entry, and the connection holds the function.
    db.add(function: DatabaseFunction("wenmai_tokenizer_version", argumentCount: 0, pure: true) { _ in entry.version })
    db.add(tokenizer: ArchiveTokenizer.self)
  }

  private final class Entry: Sendable {
    let key: UInt
    let number: Int
    let version = ArchiveTokenizer.version

    init(key: UInt, number: Int) {
      self.key = key
      self.number = number
    }

    deinit {
      let (key, number) = (key, number)
      // By now the memory may serve another connection, with an entry of its own.
      TokenizerRegistry.entries.withLock { if $0[key]?.number == number { $0[key] = nil } }
    }
  }
}

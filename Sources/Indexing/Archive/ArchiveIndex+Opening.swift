import Foundation
import GRDB
import Lexicon

extension ArchiveIndex {
  /// 32 MB, a few batches, are moved from the log into the file at once.
  static let checkpointedPages = 4096

  static func configuration(
    _ lexicon: Lexicon, isReadOnly: Bool, _ longestWait: Duration, _ onWait: (@Sendable () -> Void)?
  ) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    let limit = Int(longestWait / .milliseconds(20))
    configuration.busyMode = .callback { tries in
      if tries == 25 { onWait?() }
      if tries >= limit { return false }
      Thread.sleep(forTimeInterval: 0.02)
      return true
    }
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { db in
      try db.addSearchTokenizer(lexicon)
      db.addBodyOffset()
      // A commit survives the end of the process without a sync each; the end of the machine's power may cost the last.
      try db.execute(sql: "PRAGMA synchronous = NORMAL")
      // 32 MB of pages at most: what a batch touches, so that no page is written twice for it.
      try db.execute(sql: "PRAGMA cache_size = -32768")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointedPages)")
    }
    return configuration
  }

  /// Makes a new archive beside its place and puts it there when it is whole: a process that dies leaves no half of one.
  static func create(_ path: String, _ configuration: Configuration, tokenizer: String) throws {
    let files = FileManager.default
    let unfinished = "\(path).\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max)).part"
    defer { try? files.removeItem(atPath: unfinished) }
    try migrate(unfinished, configuration, tokenizer: tokenizer)
    if files.fileExists(atPath: path) {
      // An empty file.
      guard rename(unfinished, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    } else {
      do { try files.linkItem(atPath: unfinished, toPath: path) } catch {
        // Another process may have been quicker: its archive is as good. Some file systems have no links.
        if !files.fileExists(atPath: path) { try files.moveItem(atPath: unfinished, toPath: path) }
      }
    }
  }

  /// Brings a file to this version, or makes its tables, in one transaction.
  static func migrate(_ path: String, _ configuration: Configuration, tokenizer: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { db in
      // Of a new file only. Texts and the full text's leaves come in kilobytes: with twice SQLite's size an archive is built
      // in nine tenths of the time.
      try db.execute(sql: "PRAGMA page_size = 8192")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      try db.inTransaction(.immediate) {
        try ArchiveSchema.migrate(db)
        try db.execute(sql: "INSERT OR IGNORE INTO settings VALUES ('tokenizer', ?)", arguments: [tokenizer])
        return .commit
      }
    }
    try queue.close()
  }
}

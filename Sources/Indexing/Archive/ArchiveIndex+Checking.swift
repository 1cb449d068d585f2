import GRDB

extension ArchiveIndex {
  /// Whether the full text was made with other words: the next update makes all of it anew first.
  package func hasTokensOfOtherWords() throws(ArchiveError) -> Bool {
    try blockingRead { db in !(try usesOwnTokens(db)) }
  }

  /// Checks the file and the full text against the articles; throws what is wrong.
  ///
  /// - Complexity: reads all of the file.
  public func check() async throws(ArchiveError) {
    let path = path
    let tokenizer = Self.tokenizer(lexicon)
    let report = try await read { db in
      try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    }
    if report != "ok" { throw .damaged(path: path, reason: report) }
    do {
      try await pool.write { db in
        if try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") != nil {
          throw ArchiveError.damaged(path: path, reason: "facts without an article")
        }
        // With other words the tokens differ, which is no damage.
        guard try Self.storedTokenizer(db) == tokenizer else { return }
        try db.execute(sql: "INSERT INTO article_text (article_text, rank) VALUES ('integrity-check', 1)")
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

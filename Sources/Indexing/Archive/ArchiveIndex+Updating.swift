import GRDB
import SearchTokens

extension ArchiveIndex {
  /// Makes the given articles what the archive has of their sources, in one transaction: articles that are there
  /// already stay, others are added, what the source no longer has is removed.
  ///
  /// Hand in some hundreds of articles at a time; each call is one commit.
  package func update(
    _ sources: [(name: String, articles: [ArchiveArticle])], analysis: ArchiveAnalysis = .words
  ) async throws(ArchiveError) -> ArchiveChanges {
    do {
      return try await pool.write { [lexicon] db in
        let writer = ArchiveWriter(lexicon: lexicon, tokenizer: Self.tokenizer(lexicon), analysis: analysis.name)
        // Facts refer to mentions, which are written last.
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        let parts = try sources.map { try self.part($0.name, $0.articles, analysis, db) }
        let changes = try writer.write(parts, db)
        try writer.settle(db)
        return changes
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }

  /// The same for callers that may wait on their thread.
  package func blockingUpdate(
    _ sources: [(name: String, articles: [ArchiveArticle])], analysis: ArchiveAnalysis = .words
  ) throws -> ArchiveChanges {
    try build(analysis) { build in
      for (name, articles) in sources { try build.write { try part(name, articles, analysis, $0) } }
      return try build.commit()
    }
  }

  private func part(
    _ name: String, _ articles: [ArchiveArticle], _ analysis: ArchiveAnalysis, _ db: Database
  ) throws -> ArchivePart {
    let known = try Self.knownArticles(ofSource: name, analysis, db)
    let tokens = IndexTokens(lexicon: lexicon)
    var part = ArchivePart(source: name)
    for var article in articles {
      let hash = article.hash(time: article.date)
      if let known = known.claim(hash) {
        article.divide()
        part.entries.append(known.isCurrent ? .known(known.id, article) : .renewed(known.id, article))
      } else {
        article.divide()
        article.prepare(tokens)
        part.entries.append(.new(article, hash: hash))
      }
    }
    return part
  }

  /// Takes a source and all its articles out of the archive.
  ///
  /// - Returns: how many articles it had.
  @discardableResult
  public func remove(source name: String) async throws(ArchiveError) -> Int {
    do {
      return try await pool.write { [lexicon] db in
        let writer = ArchiveWriter(lexicon: lexicon, tokenizer: Self.tokenizer(lexicon), analysis: "words")
        let count = try writer.remove(source: name, db)
        try writer.settle(db)
        return count
      }
    } catch {
      throw ArchiveError(error, path: path)
    }
  }
}

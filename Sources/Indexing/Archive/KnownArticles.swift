import Synchronization

/// The articles that an archive has of a source already, by what they say: those that are read and found here need no
/// analysis.
///
/// Threads that read share one; each article is given out once.
package final class KnownArticles: Sendable {
  private let ids: Mutex<[[UInt8]: [Int64]]>

  /// - Parameter articles: their numbers in the archive, ascending, and their hashes.
  init(_ articles: [(id: Int64, hash: [UInt8])]) {
    var ids: [[UInt8]: [Int64]] = [:]
    // The first one is taken first.
    for article in articles.reversed() { ids[article.hash, default: []].append(article.id) }
    self.ids = Mutex(ids)
  }

  /// The number of an article with that hash, which no one else gets then; nil where there is none.
  package func claim(_ hash: [UInt8]) -> Int64? {
    ids.withLock { ids in
      guard let index = ids.index(forKey: hash) else { return nil }
      return ids.values[index].popLast()
    }
  }
}

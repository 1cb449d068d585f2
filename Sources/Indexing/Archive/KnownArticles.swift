import Synchronization

/// The articles that an archive has of a source already, by what they say.
///
/// Threads that read share one; each article is given out once.
package final class KnownArticles: Sendable {
  private let articles: Mutex<[[UInt8]: [Article]]>

  package struct Article: Sendable {
    /// Its number in the archive.
    package var id: Int64
    /// Whether it was read with the same analysis, so that it needs no other.
    package var isCurrent: Bool
  }

  /// - Parameter articles: ascending by their numbers, with their hashes.
  init(_ articles: [(article: Article, hash: [UInt8])]) {
    var known: [[UInt8]: [Article]] = [:]
    // The first one is taken first.
    for article in articles.reversed() { known[article.hash, default: []].append(article.article) }
    self.articles = Mutex(known)
  }

  /// An article with that hash, which no one else gets then; nil where there is none.
  package func claim(_ hash: [UInt8]) -> Article? {
    articles.withLock { articles in
      guard let index = articles.index(forKey: hash) else { return nil }
      return articles.values[index].popLast()
    }
  }
}

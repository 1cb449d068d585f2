import Foundation
package import Lexicon
import Synchronization

/// In how many of a number of articles each word stands: those that the library carries, or those of a user's own.
package struct DocumentFrequencies: Sendable {
  private enum Source: Sendable {
    /// The rows of a table, sorted by the bytes of their words.
    case table(Lexicon, TableID, rows: Int, RarityMemory)
    case own([String: Int])
  }

  private let source: Source
  /// How many articles were counted.
  private let articles: Double

  /// The table of the library.
  package static let table = "keywords/document-frequencies"
  /// The row that holds the number of articles.
  package static let total = "*"

  /// The library's frequencies; without the table every word is equally rare.
  package init(lexicon: Lexicon) {
    guard let id = lexicon.tableID(named: Self.table), lexicon.columns(of: id).count >= 2 else {
      source = .own([:])
      articles = 1
      return
    }
    let rows = lexicon.rowCount(of: id)
    source = .table(lexicon, id, rows: rows, RarityMemory())
    // A sign sorts before all words.
    articles = Double(Self.count(Self.total, in: lexicon, id, rows) ?? 1)
  }

  /// - Parameters:
  ///   - counts: by folded word.
  ///   - articles: how many were counted, from 1.
  package init(counts: [String: Int], articles: Int) {
    source = .own(counts)
    self.articles = Double(max(articles, 1))
  }

  /// The inverse document frequency in nats: ln((N + 1) / (n + 0.5)), from 0 to ``highest``.
  ///
  /// - Complexity: O(log *n*) in the number of words.
  package func rarity(of word: String) -> Double {
    switch source {
    case .table(let lexicon, let id, let rows, let memory):
      memory.value(of: word) { rarity(count: Self.count(word, in: lexicon, id, rows) ?? 0) }
    case .own(let counts): rarity(count: counts[word] ?? 0)
    }
  }

  private func rarity(count: Int) -> Double { max(0, log((articles + 1) / (Double(count) + 0.5))) }

  /// The rarity of what stands in no article that was counted.
  package var highest: Double { log((articles + 1) / 0.5) }

  private static func count(_ word: String, in lexicon: Lexicon, _ table: TableID, _ rows: Int) -> Int? {
    var low = 0
    var high = rows
    while low < high {
      let middle = (low + high) / 2
      let entry = lexicon.field(WordRecord(table: table, row: middle), column: 0)
      if entry == word { return Int(lexicon.field(WordRecord(table: table, row: middle), column: 1)) }
      if entry.utf8.lexicographicallyPrecedes(word.utf8) { low = middle + 1 } else { high = middle }
    }
    return nil
  }
}

/// What was looked up before: most words of an article stand in others, too, and a look-up reads many rows.
private final class RarityMemory: Sendable {
  private let known = Mutex<[String: Double]>([:])
  /// Some megabytes; when it is full, it is begun anew.
  private static let mostWords = 50_000

  func value(of word: String, find: () -> Double) -> Double {
    if let value = known.withLock({ $0[word] }) { return value }
    let value = find()
    known.withLock { known in
      if known.count >= Self.mostWords { known.removeAll(keepingCapacity: true) }
      known[word] = value
    }
    return value
  }
}

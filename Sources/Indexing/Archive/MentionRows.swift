import GRDB

/// The rows of `mentions` of a transaction.
///
/// They lie in the order of the names, so those of an article belong to as many pages. Put in together and in that order,
/// they find most pages at hand: where the table has outgrown the cache, that is a page read a name instead of one an
/// article and name.
struct MentionRows {
  private var writer: RowWriter
  private var rows: [Row] = []
  private var articles: Set<Int64> = []

  private struct Row {
    var alias: Int64
    var article: Int64
    var count: Int
  }

  init(_ db: Database) { writer = RowWriter(db, into: "mentions", columnCount: 3) }

  /// Keeps a row until ``write()``.
  mutating func add(_ alias: Int64, article: Int64, count: Int) {
    rows.append(Row(alias: alias, article: article, count: count))
    articles.insert(article)
  }

  /// Whether rows of an article are still to be written.
  func holds(_ article: Int64) -> Bool { articles.contains(article) }

  /// Writes what was added.
  ///
  /// - Complexity: O(*n* log *n*).
  mutating func write() throws {
    var rows: [Row] = []
    swap(&rows, &self.rows)
    articles.removeAll(keepingCapacity: true)
    rows.sort { ($0.alias, $0.article) < ($1.alias, $1.article) }
    try writer.insert(rows.count) { row, number in
      row.add(rows[number].alias)
      row.add(rows[number].article)
      row.add(rows[number].count)
    }
    rows.removeAll(keepingCapacity: true)
    swap(&rows, &self.rows)
  }
}

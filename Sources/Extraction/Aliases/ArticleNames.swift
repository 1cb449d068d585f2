/// The names of an article, one for each of its entities, in their order.
///
/// Objects and arrays are used again for the next article.
struct ArticleNames {
  private var pool: [NameMention] = []
  private(set) var count = 0

  /// - Precondition: `index` is below ``count``.
  subscript(index: Int) -> NameMention { pool[index] }

  /// Forgets the article before.
  mutating func removeAll() { count = 0 }

  /// The next name, to be filled.
  mutating func next() -> NameMention {
    if count == pool.count { pool.append(NameMention()) }
    count += 1
    return pool[count - 1]
  }

  /// Leaves those names, in that order.
  ///
  /// - Parameter order: numbers of names, each once.
  mutating func arrange(_ order: [Int]) {
    pool = order.map { pool[$0] }
    count = pool.count
  }
}

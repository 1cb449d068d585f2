/// Chooses the best keywords and leaves out what says nothing new.
package enum KeywordSelection {
  /// How many of the keywords chosen a new one is compared with: those further down hold little.
  private static let compared = 64

  /// The best keywords, of equal ones the earlier; without parts of better ones that stand alone less often than these.
  ///
  /// - Parameter keywords: in the order of the text.
  /// - Complexity: O(*n* log *n*), and as many comparisons of strings as there are keywords and ``compared``.
  package static func best(_ keywords: [Keyword], limit: Int) -> [Keyword] {
    let order = keywords.indices.sorted { (keywords[$1].score, $0) < (keywords[$0].score, $1) }
    var chosen: [Keyword] = []
    var keys: [[UInt8]] = []
    for index in order where chosen.count < limit {
      let keyword = keywords[index]
      let key = Array(keyword.key.utf8)
      let isPart = zip(chosen, keys).contains { other, whole in
        // Each place of a phrase is one of its words, too.
        keyword.count < 2 * other.count && key.count < whole.count && contains(whole, key)
      }
      if isPart { continue }
      chosen.append(keyword)
      if keys.count < compared { keys.append(key) }
    }
    return chosen
  }

  /// Whether `part` stands in `whole`; both are a few dozen bytes.
  private static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= whole.count else { return false }
    return (0...whole.count - part.count).contains { start in
      whole[start..<start + part.count].elementsEqual(part)
    }
  }
}

/// The keywords of many articles together: a term's score is the mean of its scores in all of them.
///
/// Memory grows with the number of different terms, not with the text.
package struct KeywordCollection: Sendable {
  private struct Sum: Sendable {
    var text: String
    let kind: Keyword.Kind
    let tag: String
    let type: String?
    var score = 0.0
    var count = 0
    var articles = 0
    var places: [Place] = []
  }

  /// Where a term stands: the article, and offsets in the unit that the caller counts in.
  package struct Place: Sendable, Equatable {
    package let article: Int
    package let start: Int
    package let end: Int
  }

  /// A keyword of the collection with the first of its places.
  package struct Entry: Sendable {
    package let keyword: Keyword
    package let places: [Place]
  }

  /// So many places are kept of each term.
  package static let mostPlaces = 100

  private var sums: [Sum] = []
  private var numbers: [String: Int] = [:]
  private var keys: [String] = []
  package private(set) var articleCount = 0

  package init() {}

  /// Adds the terms of the next article, all of them, each with its places in the caller's unit.
  package mutating func add(_ terms: [(keyword: Keyword, places: [Range<Int>])]) {
    for (keyword, places) in terms {
      let number: Int
      if let known = numbers[keyword.key] {
        number = known
      } else {
        number = sums.count
        numbers[keyword.key] = number
        keys.append(keyword.key)
        sums.append(Sum(text: keyword.text, kind: keyword.kind, tag: keyword.tag, type: keyword.entityType))
      }
      sums[number].score += keyword.score
      sums[number].count += keyword.count
      sums[number].articles += 1
      for place in places.prefix(Self.mostPlaces - sums[number].places.count) {
        sums[number].places.append(Place(article: articleCount, start: place.lowerBound, end: place.upperBound))
      }
    }
    articleCount += 1
  }

  /// The best keywords of all, the best first; their ``Keyword/spans`` are empty.
  package func keywords(limit: Int) -> [Entry] {
    let all = sums.indices.map { number in
      let sum = sums[number]
      return Keyword(
        text: sum.text, score: sum.score / Double(max(articleCount, 1)), count: sum.count, articleCount: sum.articles,
        spans: [], kind: sum.kind, tag: sum.tag, entityType: sum.type, key: keys[number])
    }
    return KeywordSelection.best(all, limit: limit).compactMap { keyword in
      numbers[keyword.key].map { Entry(keyword: keyword, places: sums[$0].places) }
    }
  }
}

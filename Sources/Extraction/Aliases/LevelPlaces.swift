import Lexicon
import Text

/// The places of an article by the word for their level, for names that leave their place out: 市 in 市总工会 means the
/// city that the article is about.
///
/// - Complexity: O(log n) to ask, amortized O(1) to note.
struct LevelPlaces {
  private struct Named {
    let text: String
    /// The word for its level, folded.
    let level: [UInt32]
    let evidence: Span
    var count: Int
    var isOrigin = false
    /// Whether the article names it itself, not only what lies in it.
    var isNamed = false
  }

  private let tables: AliasTables
  private var named: [Named] = []
  /// By text: its number in ``named``, -1 of what names no level.
  private var numbers: [String: Int] = [:]
  private var nearest = NearestNames<[UInt32]>()
  private var sentenceOf: [Int: Int] = [:]
  private var totals: [[UInt32]: Int] = [:]
  private var originOf: [[UInt32]: [Int]] = [:]

  init(tables: AliasTables) { self.tables = tables }

  /// Notes a place named in full (北京市), or what a named one lies in.
  ///
  /// - Parameter isNamed: whether the article names it itself.
  mutating func note(
    _ text: String, at order: Int, sentence: Int, isOrigin: Bool, isNamed: Bool, evidence: Span
  ) {
    let known = numbers[text]
    let number = known ?? add(text, evidence: evidence)
    if number < 0 { return }
    let level = named[number].level
    named[number].count += 1
    named[number].isNamed = named[number].isNamed || isNamed
    totals[level, default: 0] += 1
    sentenceOf[order] = sentence
    nearest.note(number, at: order, for: level, isNew: known == nil)
    if isOrigin, !named[number].isOrigin {
      named[number].isOrigin = true
      originOf[level, default: []].append(number)
    }
  }

  private mutating func add(_ text: String, evidence: Span) -> Int {
    guard let level = level(of: text.unicodeScalars.map({ tables.lexicon.fold($0.value) })) else {
      numbers[text] = -1
      return -1
    }
    numbers[text] = named.count
    named.append(Named(text: text, level: level, evidence: evidence, count: 0))
    return named.count - 1
  }

  /// The places of a level that may be left out at a mention, with how much speaks for each.
  func places(
    of level: [UInt32], around order: Int, sentence: Int
  ) -> [(text: String, weight: Double, evidence: Span)] {
    var found = nearest.names(of: level, around: order).map { ($0.name, $0.order, $0.isBefore) }
    for number in originOf[level] ?? [] where !found.contains(where: { $0.0 == number }) {
      found.append((number, -1, false))
    }
    let total = Double(max(totals[level] ?? 1, 1))
    let onlyOne = nearest.count(of: level) == 1
    return found.enumerated().map { index, place in
      let entry = named[place.0]
      var weight = 0.3 + 2 * Double(entry.count) / total
      if place.2, sentenceOf[place.1] == sentence { weight += 3 }
      if place.2, index == 0 { weight += 2 }
      if entry.isOrigin { weight += 4 }
      if onlyOne { weight += 3 }
      // 江陵县 makes 省教育厅 that of its province, less surely than the province's name would.
      if !entry.isNamed { weight *= 0.5 }
      return (entry.text, weight, entry.evidence)
    }
  }

  /// The word for the level that ends a name of a place: the longest.
  private func level(of scalars: [UInt32]) -> [UInt32]? {
    for length in [3, 2, 1] where length < scalars.count {
      if tables.isEntry(scalars[(scalars.count - length)...], of: tables.divisionSuffix) {
        return Array(scalars[(scalars.count - length)...])
      }
    }
    return nil
  }
}

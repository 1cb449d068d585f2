import Text

/// The places of an article by the word for their level, for names that leave their place out: 市 in 市总工会 means the
/// city that the article is about.
///
/// - Complexity: O(log n) to ask, amortized O(1) to note.
struct LevelPlaces {
  private struct Named {
    let name: KnownPlaces.Name
    let evidence: Span
    var count: Int
    var isOrigin = false
    /// Whether the article names it itself, not only what lies in it.
    var isNamed = false
  }

  private var named: [Named] = []
  /// By the number of the text: its number in ``named``, -1 of what was not noted.
  private var numbers: [Int32] = []
  private var nearest = NearestNames()
  /// By the number of the level: how often its places are named, and those that the article is from.
  private var totals: [Int] = []
  private var originOf: [[Int]] = []

  /// Forgets the article before.
  ///
  /// - Parameter known: where the names are from; it has all that will be noted.
  mutating func begin(_ known: KnownPlaces) {
    named.removeAll(keepingCapacity: true)
    nearest.begin()
    numbers.reset(to: -1, count: known.nameCount)
    totals.reset(to: 0, count: known.levelCount)
    originOf.reset(to: [], count: known.levelCount)
  }

  /// Notes a place named in full (北京市), or what a named one lies in; nothing happens for what names no level.
  ///
  /// - Parameter isNamed: whether the article names it itself.
  mutating func note(_ name: KnownPlaces.Name, at order: Int, isOrigin: Bool, isNamed: Bool, evidence: Span) {
    guard let level = name.level?.number else { return }
    var number = Int(numbers[name.number])
    let isNew = number < 0
    if isNew {
      number = named.count
      numbers[name.number] = Int32(truncatingIfNeeded: number)
      named.append(Named(name: name, evidence: evidence, count: 0))
    }
    named[number].count += 1
    named[number].isNamed = named[number].isNamed || isNamed
    totals[level] += 1
    nearest.note(number, at: order, for: UInt64(level), isNew: isNew)
    if isOrigin, !named[number].isOrigin {
      named[number].isOrigin = true
      originOf[level].append(number)
    }
  }

  /// Ends the noting.
  mutating func close() { nearest.close() }

  /// The places of a level that may be left out at a mention, with how much speaks for each.
  ///
  /// - Parameters:
  ///   - level: the number of the word.
  ///   - firstOfSentence: the number of the first mention of the sentence.
  func places(
    of level: Int, around order: Int, firstOfSentence: Int
  ) -> [(text: String, weight: Double, evidence: Span)] {
    var found = nearest.names(of: UInt64(level), around: order).map { ($0.name, $0.order, $0.isBefore) }
    for number in originOf[level] where !found.contains(where: { $0.0 == number }) {
      found.append((number, -1, false))
    }
    let total = Double(max(totals[level], 1))
    let onlyOne = nearest.count(of: UInt64(level)) == 1
    return found.enumerated().map { index, place in
      let entry = named[place.0]
      var weight = 0.3 + 2 * Double(entry.count) / total
      if place.2, place.1 >= firstOfSentence { weight += 3 }
      if place.2, index == 0 { weight += 2 }
      if entry.isOrigin { weight += 4 }
      if onlyOne { weight += 3 }
      // 江陵县 makes 省教育厅 that of its province, less surely than the province's name would.
      if !entry.isNamed { weight *= 0.5 }
      return (entry.name.text, weight, entry.evidence)
    }
  }
}

extension Array {
  /// So many times the value, in the room that there is.
  mutating func reset(to value: Element, count: Int) {
    removeAll(keepingCapacity: true)
    append(contentsOf: repeatElement(value, count: count))
  }
}

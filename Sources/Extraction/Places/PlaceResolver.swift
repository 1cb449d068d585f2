import Lexicon

/// Settles which place a name means, by the other places of its article.
///
/// Each reading starts with a prior (a province is meant more often than a county of its name, a division that exists
/// more often than a former one) and is multiplied by what speaks for it: what it lies in stands right before it, in its
/// sentence, in the dateline, anywhere; what lies in it stands anywhere; the same was named in full. The confidence is
/// its share of the sum.
///
/// - Complexity: linear in the mentions; a name has at most some thirty readings.
struct PlaceResolver {
  typealias Reading = PlaceTables.Reading

  /// Factors, set by hand on articles written for the tests: an order of magnitude for what says it outright, a little for
  /// what only makes it likelier.
  private enum Factor {
    static let holderTouches = 200.0
    static let holderInSentence = 12.0
    static let holderInOrigin = 8.0
    static let holderInArticle = 5.0
    static let partInArticle = 4.0
    static let siblingInArticle = 2.5
    static let isOrigin = 6.0
    static let namedInFull = 12.0
    static let settledBefore = 4.0
    /// What the name is not in full (朝阳 for 朝阳区) and a county's.
    static let former = 0.1
    static let capital = 2.0
  }

  private let known: KnownPlaces
  /// Readings that some name of the article can only mean, and what they lie in.
  private var certain: Set<Reading> = []
  private var holders: Set<Reading> = []
  private var parents: Set<Reading> = []
  private var origins: Set<Reading> = []
  /// What was settled, each with all it lies in: the last sentence that named it.
  private var lastSentence: [Reading: Int] = [:]
  private var settled: Set<Reading> = []

  init(known: KnownPlaces) { self.known = known }

  /// - Parameter mentions: the origin first, then those of the text in their order.
  mutating func resolve(_ mentions: [PlaceMention]) -> [ResolvedPlace] {
    for mention in mentions { noteCertain(mention) }
    noteSentences(mentions)
    var result: [ResolvedPlace] = []
    result.reserveCapacity(mentions.count)
    var previous: Reading?
    for mention in mentions {
      let touching = mention.touchesPrevious ? previous : nil
      let readings = rank(mention, behind: touching)
      let best = readings.first?.reading
      if let best { note(best, in: mention) }
      result.append(ResolvedPlace(mention: mention, readings: readings, holder: best == nil ? touching : nil))
      previous = best ?? touching
    }
    return result
  }

  /// The names in the text whose certain meaning is noted.
  private var noted: Set<[UInt32]> = []

  private mutating func noteCertain(_ mention: PlaceMention) {
    if case .origin = mention.position {
    } else if !noted.insert(mention.name).inserted {
      return
    }
    let readings = known.readings(of: mention.name)
    var candidates = readings.filter { known[$0].isCurrent }
    if candidates.isEmpty { candidates = readings }
    // 吉林 is a province before it is a city; a name of several counties is nothing certain.
    if candidates.count > 1 { candidates = candidates.filter { known[$0].level == .province } }
    guard candidates.count == 1, let only = candidates.first else { return }
    certain.insert(only)
    let ancestors = known[only].ancestors
    if let parent = ancestors.last { parents.insert(parent) }
    holders.formUnion(ancestors)
    if case .origin = mention.position {
      origins.insert(only)
      origins.formUnion(ancestors)
    }
  }

  /// By sentence: what its certain names mean, so that a holder counts that stands behind as well.
  private var certainBySentence: [Int: [Reading]] = [:]
  private static let certainLimit = 16

  private mutating func noteSentences(_ mentions: [PlaceMention]) {
    for mention in mentions where mention.sentence >= 0 {
      for reading in known.readings(of: mention.name) where certain.contains(reading) {
        if certainBySentence[mention.sentence, default: []].count < Self.certainLimit {
          certainBySentence[mention.sentence, default: []].append(reading)
        }
      }
    }
  }

  private mutating func note(_ reading: Reading, in mention: PlaceMention) {
    settled.insert(reading)
    lastSentence[reading] = mention.sentence
    let ancestors = known[reading].ancestors
    for ancestor in ancestors { lastSentence[ancestor] = mention.sentence }
    if case .origin = mention.position {
      origins.insert(reading)
      origins.formUnion(ancestors)
    }
  }

  private func rank(
    _ mention: PlaceMention, behind previous: Reading?
  ) -> [(reading: Reading, confidence: Double)] {
    let readings = known.readings(of: mention.name)
    if readings.count == 1 {
      // The short name of a division that exists no more is mostly another word.
      let facts = known[readings[0]]
      let isDoubtful = !facts.isCurrent && facts.name != String(folded: mention.name)
      return [(readings[0], isDoubtful ? Factor.former : 1)]
    }
    var weights: [(reading: Reading, confidence: Double)] = []
    var sum = 0.0
    for reading in readings {
      let weight = weight(of: reading, mention, behind: previous)
      sum += weight
      weights.append((reading, weight))
    }
    guard sum > 0 else { return [] }
    weights.sort { $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.reading.precedes($1.reading) }
    return weights.map { ($0.reading, $0.confidence / sum) }
  }

  private func weight(of reading: Reading, _ mention: PlaceMention, behind previous: Reading?) -> Double {
    let facts = known[reading]
    var weight = prior(facts)
    let ancestors = facts.ancestors
    if let previous, ancestors.contains(previous) { weight *= Factor.holderTouches }
    for (index, ancestor) in ancestors.enumerated() {
      // 石家庄 tells its 新华区 from the one of 沧州, the province that both lie in does not.
      let isParent = index == ancestors.count - 1
      var factor = 1.0
      if lastSentence[ancestor] == mention.sentence || certainBySentence[mention.sentence]?.contains(ancestor) ?? false
      {
        factor = Factor.holderInSentence
      } else if lastSentence[ancestor] != nil || certain.contains(ancestor) || holders.contains(ancestor) {
        factor = Factor.holderInArticle
      }
      if origins.contains(ancestor) { factor *= Factor.holderInOrigin }
      weight *= isParent ? factor : factor.squareRoot()
    }
    if origins.contains(reading) { weight *= Factor.isOrigin }
    if holders.contains(reading) { weight *= Factor.partInArticle }
    if let parent = ancestors.last, parents.contains(parent) { weight *= Factor.siblingInArticle }
    if certain.contains(reading) { weight *= Factor.namedInFull }
    if settled.contains(reading) { weight *= Factor.settledBefore }
    return weight
  }

  /// How often a name of several readings means this one, without any context: guesses, only their order matters.
  private func prior(_ facts: KnownPlaces.Facts) -> Double {
    var weight =
      switch facts.level {
      case .country: 30.0
      case .province: 20.0
      case .prefecture: 6.0
      case .state, .city: 3.0
      case .county, .township, .locality: 1.0
      case nil: 12.0
      }
    if !facts.isCurrent { weight *= Factor.former }
    // Districts of the four municipalities are in the news more than others.
    if weight == 1, let parent = facts.parent, known[parent].level == .province {
      weight *= Factor.capital
    }
    return weight
  }
}

extension PlaceTables.Reading {
  /// A stable order for readings of the same weight.
  fileprivate func precedes(_ other: PlaceTables.Reading) -> Bool {
    (table.rawValue, record.row) < (other.table.rawValue, other.record.row)
  }
}

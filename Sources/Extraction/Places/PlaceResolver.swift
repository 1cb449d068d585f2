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
  typealias Facts = KnownPlaces.Facts

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

  /// What the article says of a reading.
  private struct Marks: OptionSet {
    let rawValue: UInt8
    /// Some name of the article can only mean it.
    static let certain = Marks(rawValue: 1)
    /// Such a one lies in it, at any depth; right in it.
    static let holder = Marks(rawValue: 2)
    static let parent = Marks(rawValue: 4)
    /// The article is from there.
    static let origin = Marks(rawValue: 8)
    static let settled = Marks(rawValue: 16)
  }

  /// By the number of the reading.
  private var marks: [Marks] = []
  /// By the number of the reading: the last sentence that named what was settled as it, or as what lies in it.
  private var lastSentence: [Int?] = []
  /// What the certain names of sentences mean, so that a holder counts that stands behind as well; and by sentence where its
  /// own stand.
  private var certain: [Int] = []
  private var certainOf: [Range<Int>] = []
  private static let certainLimit = 16

  /// - Parameters:
  ///   - mentions: the origin first, then those of the text in their order.
  ///   - known: where the mentions' names are from.
  mutating func resolve(_ mentions: [PlaceMention], _ known: KnownPlaces) -> [ResolvedPlace] {
    marks.reset(to: [], count: known.factCount)
    lastSentence.reset(to: nil, count: known.factCount)
    var isNoted = [Bool](repeating: false, count: known.mentionedCount)
    for mention in mentions {
      if case .origin = mention.position {
        noteCertain(mention.mentioned, isOrigin: true)
      } else if !isNoted[mention.mentioned.number] {
        isNoted[mention.mentioned.number] = true
        noteCertain(mention.mentioned, isOrigin: false)
      }
    }
    noteSentences(mentions)
    var result: [ResolvedPlace] = []
    result.reserveCapacity(mentions.count)
    var previous: Facts?
    for mention in mentions {
      let touching = mention.touchesPrevious ? previous : nil
      let readings = rank(mention, behind: touching)
      let best = readings.first?.facts
      if let best { note(best, in: mention) }
      result.append(ResolvedPlace(mention: mention, readings: readings, holder: best == nil ? touching : nil))
      previous = best ?? touching
    }
    return result
  }

  private mutating func noteCertain(_ mentioned: KnownPlaces.Mentioned, isOrigin: Bool) {
    var candidates = mentioned.readings
    if candidates.count > 1 {
      candidates = candidates.filter(\.isCurrent)
      if candidates.isEmpty { candidates = mentioned.readings }
      // 吉林 is a province before it is a city; a name of several counties is nothing certain.
      if candidates.count > 1 { candidates = candidates.filter { $0.level == .province } }
    }
    guard candidates.count == 1, let only = candidates.first else { return }
    marks[only.number].insert(isOrigin ? [.certain, .origin] : .certain)
    if let parent = only.parent { marks[parent.number].insert(.parent) }
    for ancestor in only.ancestors { marks[ancestor.number].insert(isOrigin ? [.holder, .origin] : .holder) }
  }

  private mutating func noteSentences(_ mentions: [PlaceMention]) {
    certain.removeAll(keepingCapacity: true)
    certainOf.reset(to: 0..<0, count: (mentions.last?.sentence ?? -1) + 1)
    for mention in mentions where mention.sentence >= 0 {
      for facts in mention.mentioned.readings where marks[facts.number].contains(.certain) {
        let first = certainOf[mention.sentence].isEmpty ? certain.count : certainOf[mention.sentence].lowerBound
        if certain.count - first >= Self.certainLimit { break }
        certain.append(facts.number)
        certainOf[mention.sentence] = first..<certain.count
      }
    }
  }

  private mutating func note(_ facts: Facts, in mention: PlaceMention) {
    var isOrigin = false
    if case .origin = mention.position { isOrigin = true }
    marks[facts.number].insert(isOrigin ? [.settled, .origin] : .settled)
    lastSentence[facts.number] = mention.sentence
    for ancestor in facts.ancestors {
      lastSentence[ancestor.number] = mention.sentence
      if isOrigin { marks[ancestor.number].insert(.origin) }
    }
  }

  private func rank(_ mention: PlaceMention, behind previous: Facts?) -> [(facts: Facts, confidence: Double)] {
    let readings = mention.mentioned.readings
    if readings.count == 1 {
      // The short name of a division that exists no more is mostly another word.
      let isDoubtful = !readings[0].isCurrent && readings[0].name.number != mention.mentioned.name.number
      return [(readings[0], isDoubtful ? Factor.former : 1)]
    }
    var weights: [(facts: Facts, confidence: Double)] = []
    var sum = 0.0
    for facts in readings {
      let weight = weight(of: facts, mention, behind: previous)
      sum += weight
      weights.append((facts, weight))
    }
    guard sum > 0 else { return [] }
    weights.sort {
      $0.confidence != $1.confidence ? $0.confidence > $1.confidence : $0.facts.reading.precedes($1.facts.reading)
    }
    return weights.map { ($0.facts, $0.confidence / sum) }
  }

  private func weight(of facts: Facts, _ mention: PlaceMention, behind previous: Facts?) -> Double {
    var weight = prior(facts)
    let ancestors = facts.ancestors
    if let previous, ancestors.contains(where: { $0.number == previous.number }) { weight *= Factor.holderTouches }
    let certain = certain[mention.sentence < 0 ? 0..<0 : certainOf[mention.sentence]]
    for (index, ancestor) in ancestors.enumerated() {
      // 石家庄 tells its 新华区 from the one of 沧州, the province that both lie in does not.
      let isParent = index == ancestors.count - 1
      let marks = marks[ancestor.number]
      var factor = 1.0
      if lastSentence[ancestor.number] == mention.sentence || certain.contains(ancestor.number) {
        factor = Factor.holderInSentence
      } else if lastSentence[ancestor.number] != nil || !marks.isDisjoint(with: [.certain, .holder]) {
        factor = Factor.holderInArticle
      }
      if marks.contains(.origin) { factor *= Factor.holderInOrigin }
      weight *= isParent ? factor : factor.squareRoot()
    }
    let marks = marks[facts.number]
    if marks.contains(.origin) { weight *= Factor.isOrigin }
    if marks.contains(.holder) { weight *= Factor.partInArticle }
    if let parent = facts.parent, self.marks[parent.number].contains(.parent) { weight *= Factor.siblingInArticle }
    if marks.contains(.certain) { weight *= Factor.namedInFull }
    if marks.contains(.settled) { weight *= Factor.settledBefore }
    return weight
  }

  /// How often a name of several readings means this one, without any context: guesses, only their order matters.
  private func prior(_ facts: Facts) -> Double {
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
    if weight == 1, facts.parent?.level == .province { weight *= Factor.capital }
    return weight
  }
}

extension PlaceTables.Reading {
  /// A stable order for readings of the same weight.
  fileprivate func precedes(_ other: PlaceTables.Reading) -> Bool {
    (table.rawValue, record.row) < (other.table.rawValue, other.record.row)
  }
}

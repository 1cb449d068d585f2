extension MeasurementReader {
  /// What stands between a quantity and the noun phrase before it.
  struct Lead {
    /// The sign behind the noun phrase; what is there may be no noun phrase.
    var end: Int
    /// The verb nearest to the quantity.
    var cue: Int?
    var holds = false
    var change: MeasurementVocabulary.Change?
    /// 增速 with nouns of its own (GDP增速), which is a value and no change.
    var isRateNamed = false
    var base: (kind: Measurement.Base.Kind, range: Range<Int>)?
    /// The quantity that it was before.
    var from: Int?
    /// Share, multiple or rank.
    var kind: Measurement.Comparison.Kind?
    var of: Range<Int>?
    /// A verb that is no cue: 培训3000人次.
    var verb: Range<Int>?
    var isVerbEmpty = false
    /// Whether the clause begins here, so that a subject before it goes on.
    var isOpen = false
    var endsInAttribute = false

    /// Whether a verb between noun phrase and quantity makes the one the subject of the other.
    var isPredicate: Bool { holds || change != nil || kind != nil }
  }

  /// Reads to the left of a quantity; nil where it measures nothing: 没有300人, 由300人, 比300人.
  mutating func lead(of index: Int) -> Lead? {
    var lead = Lead(end: index)
    var at = index - 1
    readRelation(of: index, &at, &lead)
    let limit = max(0, index - 2 * Self.reach)
    while at >= limit {
      // 比上年末增长, 比常年同期偏少: what stands behind 比 is the base.
      if lead.change != nil, lead.base == nil, row.signs[at].isTaken, let than = opening(before: at, [.than]) {
        takeBase(than + 1..<at + 1, &lead)
        at = than - 1
        continue
      }
      switch row.kind(at) {
      case .space, .adverb, .particle: at -= 1
      case .time: at -= 1
      // 增加到2024年的327万人
      case .of where kind(at - 1) == .time: at -= 1
      case .quantity:
        guard let before = origin(before: at) else { return close(lead, at) }
        lead.from = at
        // 由五年前的41%: when it was that much, not when it is what it is now.
        for sign in before..<at where mark(sign) == .time { row.signs[sign].isTaken = true }
        at = before - 1
      case .close:
        guard let open = opener(of: at) else { return close(lead, at) }
        at = open - 1
      case .colon where at == index - 1: at -= 1
      // 每吨上调150元
      case .other where means(at - 1, .filler) && lead.change != nil: at -= 2
      case .cue:
        switch read(cue: at, index, &lead) {
        case .goOn(let next): at = next
        case .stop: return close(lead, at)
        case .nothing: return nil
        }
      case .verb:
        // 研发投入为3.5亿元: with a verb behind it, it is a noun.
        if lead.isPredicate { return close(lead, at) }
        readVerb(at, &lead)
        return lead
      default: return close(lead, at)
      }
    }
    return close(lead, at)
  }

  /// …的37%, …的2倍, 居全省第3位
  private mutating func readRelation(of index: Int, _ at: inout Int, _ lead: inout Lead) {
    let numericKind = numericKind(index)
    if numericKind == .ordinal {
      guard let rank = opening(before: index, [.rank, .change]) else {
        readBareRank(index, &at, &lead)
        return
      }
      guard means(rank, .rank) || cue(rank)?.change?.kind == .to else { return }
      lead.kind = .rank
      lead.cue = rank
      if let change = cue(rank)?.change { lead.change = change }
      setOf(rank + 1..<index, &lead)
      at = rank - 1
    } else if kind(index - 1) == .of || kind(index - 1) == .adverb && kind(index - 2) == .of {
      let of = kind(index - 1) == .of ? index - 1 : index - 2
      let isMultiple = unit(index) == "倍"
      let isFraction = numericKind == .number && opening(before: of, [.share]) == nil
      guard let verb = opening(before: of, isMultiple || isFraction ? [.holds, .likens, .has] : [.share]) else {
        // 财政支出的七成
        guard numericKind == .percent, isNoun(of - 1) || kind(of - 1) == .verb else { return }
        lead.kind = .share
        at = of - 1
        return
      }
      lead.kind = isMultiple || isFraction ? .multiple : .share
      lead.cue = verb
      setOf(verb + 1..<of, &lead)
      at = verb - 1
    }
  }

  /// 产量全国第一
  private mutating func readBareRank(_ index: Int, _ at: inout Int, _ lead: inout Lead) {
    guard isBoundary(index + 1), means(index - 1, .whole) || isPlace(index - 1) else { return }
    lead.kind = .rank
    setOf(index - 1..<index, &lead)
    at = index - 2
  }

  func isPlace(_ index: Int) -> Bool {
    mark(index) == .entity && entities[row.value(index)].category == .place
  }

  private mutating func setOf(_ range: Range<Int>, _ lead: inout Lead) {
    for sign in range { row.signs[sign].isTaken = true }
    if !range.isEmpty { lead.of = range }
  }

  mutating func takeBase(_ range: Range<Int>, _ lead: inout Lead) {
    for sign in range { row.signs[sign].isTaken = true }
    lead.base = base(range) ?? lead.base
  }

  /// The 由 of 由2200元, 由每月2200元, 由2020年的312万人, 由成立之初的41%.
  private func origin(before index: Int) -> Int? {
    guard var at = skippingFillers(before: index) else { return nil }
    if kind(at) == .of {
      if kind(at - 1) != .time { return plainOrigin(before: at) }
      at -= 1
    }
    if kind(at) == .time { at = skippingFillers(before: at) ?? at }
    return means(at, .from) ? at : nil
  }

  /// The 由 of a few words that say when or where it was so: 由高峰时的.
  private func plainOrigin(before of: Int) -> Int? {
    var at = of - 1
    while at >= max(0, of - 5) {
      switch mark(at) {
      case .cue where means(at, .from): return at
      case .word, .noun, .verb, .modifier, .adverb, .time, .other, .particle, .entity: at -= 1
      case .cue where means(at, .filler) || means(at, .link) || isNoun(at): at -= 1
      default: return nil
      }
    }
    return nil
  }

  private func opener(of close: Int) -> Int? {
    var at = close - 1
    while at >= max(0, close - Self.reach) {
      if mark(at) == .open { return at }
      at -= 1
    }
    return nil
  }

  private func close(_ lead: Lead, _ at: Int) -> Lead {
    var lead = lead
    lead.end = at + 1
    lead.isOpen = isBoundary(at) || mark(at) == .openQuote || means(at, .ofWhich) || means(at, .and)
    lead.endsInAttribute = isAttribute(at)
    return lead
  }

  private mutating func readVerb(_ at: Int, _ lead: inout Lead) {
    var start = at
    while kind(start - 1) == .verb, start > at - 2 { start -= 1 }
    lead.end = at + 1
    lead.verb = start..<at + 1
  }
}

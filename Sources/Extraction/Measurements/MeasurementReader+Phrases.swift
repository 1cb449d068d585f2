extension MeasurementReader {
  typealias Subject = (phrase: MeasurementFinding.Phrase, sign: Int, by: MeasurementConstruction)

  /// What the quantity counts: nouns behind a measure word, nouns before it, a verb, or what was spoken of before.
  mutating func subject(of index: Int, _ lead: inout Lead) -> Subject? {
    let unit = unit(index)
    let isCounter = vocabulary.traits(ofUnit: unit).contains(.counts)
    let counts = isCounter || unit == "人"
    let mayFollow = lead.kind == nil && lead.from == nil
    if mayFollow, counts, let event = event(after: index) { return (event, index, .event) }
    if mayFollow, let phrase = nounOfUnit(index) { return (phrase, index, .after) }
    if mayFollow, isCounter, let phrase = phraseAfter(index) {
      return (phrase, index, .after)
    }
    if lead.isOpen, means(lead.end - 1, .ofWhich) || isBoundary(lead.end - 1), !lead.holds, counts,
      let phrase = predicate(after: index)
    {
      return (phrase, index, .after)
    }
    // 拖欠他的15万元工资
    if mayFollow, lead.change == nil, kind(index - 1) == .of, numericKind(index) == .money,
      let phrase = amountAfter(index, lead)
    {
      return (phrase, index, .after)
    }
    if lead.verb == nil,
      let range = phraseBefore(lead.end, isSubject: lead.isPredicate),
      let phrase = phrase(range), isName(phrase)
    {
      return (phrase, range.lowerBound, .before)
    }
    if mayFollow, lead.change == nil, let phrase = amountAfter(index, lead) { return (phrase, index, .after) }
    if let verb = lead.verb {
      guard !lead.isVerbEmpty, let phrase = phrase(verb), phrase.range.count > 3 else { return nil }
      return (phrase, verb.lowerBound, .verb)
    }
    guard lead.isOpen, lead.isPredicate else { return nil }
    return carried(to: index, lead)
  }

  /// One character of Chinese names nothing that is counted.
  func isName(_ phrase: MeasurementFinding.Phrase) -> Bool { phrase.entity >= 0 || phrase.range.count > 3 }

  /// What the clause before spoke of.
  private func carried(to index: Int, _ lead: Lead) -> Subject? {
    if found.count > firstOfSentence, let last = found.last {
      return (last.subject, min(last.subjectSign, index), .carried)
    }
    if let topic = topic(before: lead.end) { return topic }
    // 比去年增加20人 at the start of a sentence goes on with the one before.
    guard lead.change != nil || lead.kind != nil, let last = found.last, lead.end <= 1 else { return nil }
    return (last.subject, index, .carried)
  }

  // MARK: Before

  func isNoun(_ index: Int) -> Bool {
    switch kind(index) {
    case .noun: true
    case .cue:
      [.attribute, .noun, .event, .proportion].contains(cue(index)?.meaning) || cue(index)?.change?.kind == .rate
    default: false
    }
  }

  /// Whether the word says nothing without what it belongs to: 数量, 增速, 失业率.
  func isAttribute(_ index: Int) -> Bool {
    if means(index, .attribute) || means(index, .proportion) || cue(index)?.change?.kind == .rate { return true }
    return kind(index) == .noun && vocabulary.endsMeasure(bytes[row.range(index)])
  }

  /// The noun phrase that ends before `end`, as signs; nil if no noun stands there.
  ///
  /// - Parameter isSubject: whether a verb of its own stands behind the phrase, so that one in it governs nothing: 研发投入为….
  func phraseBefore(_ end: Int, isSubject: Bool = false) -> Range<Int>? {
    var start = end
    while start > max(0, end - Self.reach), let next = extended(start, end, isSubject) { start = next }
    guard start < end, kind(start) != .modifier || start + 1 < end else { return nil }
    // 新增就业: an activity is told with the verbs before it.
    if means(end - 1, .event) {
      while start == end - 1 || start == end - 2, kind(start - 1) == .verb || isGrowth(start - 1) { start -= 1 }
    }
    if start >= end - 2, isAttribute(end - 1), kind(start - 1) == .of, kind(start - 2) != .entity,
      let owner = phraseBefore(start - 1)
    {
      return owner.lowerBound..<end
    }
    return start..<end
  }

  /// One word more to the left, if it belongs to the phrase.
  private func extended(_ start: Int, _ end: Int, _ isSubject: Bool) -> Int? {
    let at = start - 1
    if isNoun(at) { return at }
    switch kind(at) {
    case .modifier: return at
    case .entity: return start == end ? at : nil
    case .quantity: return start < end && numericKind(at) == .ordinal ? at : nil
    // 城镇登记失业率
    case .verb:
      if isSubject { return at }
      let isInside = start < end && (isNoun(at - 1) || kind(at - 1) == .modifier)
      return isInside && (isAttribute(end - 1) || isGoverned(at)) ? at : nil
    case .closeQuote:
      var open = at - 1
      while open >= max(0, at - 12) {
        if mark(open) == .openQuote { return open }
        open -= 1
      }
      return nil
    // 人均可支配收入, 新增贷款达5亿元
    case .cue: return start < end && (means(at, .degree) || isSubject && isGrowth(at)) ? at : nil
    default: return nil
    }
  }

  /// The 新增 of 新增就业, which belongs to the activity.
  private func isGrowth(_ index: Int) -> Bool { cue(index)?.change?.kind == .new }

  /// Whether a verb stands before the nouns to the left, so that the one at `index` does not govern: 建立劳模创新工作室.
  private func isGoverned(_ index: Int) -> Bool {
    var at = index - 1
    while at > index - 6, isNoun(at) || kind(at) == .modifier { at -= 1 }
    return kind(at) == .verb || means(at, .has) || means(at, .holds) || means(at, .link)
  }

  /// What an earlier clause of the sentence begins with.
  private func topic(before end: Int) -> Subject? {
    var boundary = end - 1
    for _ in 0..<3 {
      guard boundary > 0, kind(boundary) == .comma else { return nil }
      var start = clauseStart(of: boundary)
      let clause = start
      while start < boundary, isSetting(start) { start += 1 }
      var last = start
      while last < boundary, isNoun(last) || kind(last) == .modifier { last += 1 }
      if last > start, isNoun(last - 1), let phrase = phrase(start..<last), isName(phrase) {
        return (phrase, start, .topic)
      }
      boundary = clause - 1
    }
    return nil
  }

  private func isSetting(_ index: Int) -> Bool {
    switch kind(index) {
    case .time, .entity, .of, .space: true
    case .cue: means(index, .whole) || means(index, .asOf) || means(index, .filler)
    default: false
    }
  }
}

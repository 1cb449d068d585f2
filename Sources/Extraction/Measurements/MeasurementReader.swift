/// Reads what the quantities of a block say, sentence after sentence.
///
/// A quantity's clause is read to the left (``Lead``): verbs that hold it, changes, bases, shares and ranks, up to the noun
/// phrase that is counted; to the right only for nouns behind measure words. Lists (分别) are settled first. What one
/// sentence leaves for the next: the time it opened with, the thing it was about, and the whole that 其中 refers to.
///
/// - Complexity: O(signs): all looks to the left and right are bounded.
struct MeasurementReader {
  /// How many signs are looked at to either side of a quantity.
  static let reach = 24
  /// How far times and things are looked for: as long as sentences of news are.
  static let contextReach = 120

  let vocabulary: MeasurementVocabulary
  let quantities: [NumericFact]
  let times: [NumericFact]
  let entities: [Entity]
  let bytes: [UInt8]
  private(set) var row: MeasurementRow
  var found: [MeasurementFinding] = []
  /// Where the findings of the sentence begin in ``found``.
  private(set) var firstOfSentence = 0
  private(set) var hasEntities = false
  /// The whole whose parts are told, by its place in ``found``.
  private var whole: Int?
  /// What the sentences before leave.
  var openingTime: (index: Int, range: Range<Int>, isAsOf: Bool)?
  var lastThing: MeasurementFinding.Phrase?

  init(
    vocabulary: MeasurementVocabulary, quantities: [NumericFact], times: [NumericFact], entities: [Entity],
    bytes: [UInt8]
  ) {
    self.vocabulary = vocabulary
    row = MeasurementRow(vocabulary)
    self.quantities = quantities
    self.times = times
    self.entities = entities
    self.bytes = bytes
    found.reserveCapacity(16)
  }

  /// - Returns: what the sentence says, in the order of the text.
  mutating func read(_ row: MeasurementRow) -> [MeasurementFinding] {
    self.row = row
    hasEntities = (0..<row.count).contains { row.mark($0) == .entity }
    firstOfSentence = found.count
    whole = nil
    markBases()
    for index in 0..<row.count {
      switch row.mark(index) {
      case .cue: readCue(at: index)
      case .quantity: if !row.signs[index].isListed { readQuantity(at: index) }
      case .semicolon: whole = nil
      default: break
      }
    }
    leaveContext()
    return found[firstOfSentence...].sorted { $0.quantityRange.lowerBound < $1.quantityRange.lowerBound }
  }

  /// A sentence without quantities: a time or a place of its own ends what the sentences before left.
  ///
  /// - Parameters:
  ///   - times: whether it has times.
  ///   - known: its entities.
  mutating func passOver(times: Bool, _ known: Range<Int>) {
    if times { openingTime = nil }
    if entities[known].contains(where: { $0.category == .place || $0.category == .organization }) { lastThing = nil }
  }

  private mutating func readCue(at index: Int) {
    switch cue(index)?.meaning {
    case .ofWhich: whole = found.suffix(Self.reach).lastIndex { $0.isLevel && $0.total == nil }
    case .respectively: readList(at: index)
    case .change: if cue(index)?.change?.kind == .same { readSame(at: index) }
    default: break
    }
  }

  private mutating func readQuantity(at index: Int) {
    guard !isInTitle(index), var lead = lead(of: index) else { return }
    if lead.change != nil, lead.base == nil { takeBaseBefore(index, &lead) }
    guard isMeasured(index, lead), let subject = subject(of: index, &lead) else { return }
    // What it was before is told with this one.
    if let from = lead.from, let last = found.last, found.count > firstOfSentence, last.sign == from {
      found.removeLast()
    }
    add(index, subject, lead)
  }

  /// 《技能提升三年行动计划》: nothing is measured in the name of a document.
  private func isInTitle(_ index: Int) -> Bool {
    var at = index - 1
    while at >= max(0, index - Self.reach), !isClauseEnd(at) {
      if mark(at) == .space, row.range(at).count == 3 { return bytes[row.range(at).lowerBound + 2] == 0x8A }  // 《
      at -= 1
    }
    return false
  }

  var sentenceStart: Int { row.count > 0 ? row.range(0).lowerBound : 0 }

  /// Whether a quantity of that kind says something of its subject.
  private func isMeasured(_ index: Int, _ lead: Lead) -> Bool {
    switch numericKind(index) {
    // A score counts nothing: 82比75.
    case .phone, .ratio: false
    case .ordinal: lead.kind == .rank
    // 建设工期30个月
    case .duration: lead.isPredicate || lead.endsInAttribute
    // 总人口4.2万
    case .number: lead.isPredicate || lead.endsInAttribute || lead.end == index && isInSections(index)
    // 多3人, 高2% beside a comparison only; but 塔高30米.
    case .percent, .money: lead.base != nil || lead.change?.kind != .more && lead.change?.kind != .size
    default: lead.change?.kind != .more || lead.base != nil
    }
  }

  /// Whether a number ends in 万 or 亿: such a one behind a noun counts it, where 客车3 is a name.
  private func isInSections(_ index: Int) -> Bool {
    let last = bytes[row.range(index)].suffix(3)
    return last.elementsEqual("万".utf8) || last.elementsEqual("亿".utf8)
  }

  /// Adds what a quantity says; `time` and `thing` are those of its place in a list.
  mutating func add(
    _ index: Int, _ subject: Subject, _ lead: Lead, time listTime: Int? = nil,
    thing listThing: MeasurementFinding.Phrase? = nil
  ) {
    var finding = MeasurementFinding(
      quantity: row.value(index), quantityRange: row.range(index), subject: subject.phrase,
      construction: subject.by)
    finding.sentenceStart = sentenceStart
    finding.sign = index
    finding.subjectSign = subject.sign
    finding.cue = (lead.cue ?? claim(subject)).map { row.range($0) }
    finding.comparison = comparison(lead)
    finding.verb = governor(subject, lead).map { row.range($0) }
    if let listTime {
      finding.time = (row.value(listTime), row.range(listTime))
    } else if let time = time(of: index) {
      finding.time = (time.index, time.range)
      finding.isAsOf = time.isAsOf
    }
    finding.thing = listThing ?? thing(of: min(index, subject.sign), subject.phrase)
    if let whole, finding.isLevel, mayBePart(finding.quantity, of: Int(found[whole].quantity)) {
      finding.total = found[whole].quantity
    }
    found.append(finding)
  }

  /// The 共有 of 共有职工500人, which stands before the subject.
  private func claim(_ subject: Subject) -> Int? {
    subject.by == .before && means(subject.sign - 1, .has) ? subject.sign - 1 : nil
  }

  private func governor(_ subject: Subject, _ lead: Lead) -> Int? {
    switch subject.by {
    case .before: kind(subject.sign - 1) == .verb ? subject.sign - 1 : nil
    case .after, .event: lead.verb?.last
    default: nil
    }
  }

  /// Whether both are counted in the same, as far as they say: 总人口4.2万，其中老年人口1.1万.
  func mayBePart(_ part: Int, of whole: Int) -> Bool {
    let people: Set<String> = ["人", "名", "位"]
    guard let unit = quantities[part].unit else { return quantities[part].kind == .number }
    guard let other = quantities[whole].unit else { return false }
    return unit == other || people.contains(unit) && people.contains(other)
  }
}

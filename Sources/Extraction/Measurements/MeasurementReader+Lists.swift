// 第二、三产业增加值分别为350亿元和480亿元: subjects, times or earlier values, matched in order

extension MeasurementReader {
  /// The longest list that is matched.
  static var longestList: Int { 12 }

  mutating func readList(at index: Int) {
    let members = quantities(after: index)
    guard members.count > 1, let lead = lead(of: members[0]) else { return }
    let items = items(before: index)
    // 甲市、乙市列前两位，分别接待…
    if items.isEmpty, isClauseEnd(index - 1), let subject = governed(lead) {
      let owners = openingEntities(ofClauseBefore: index)
      if owners.count == members.count { return addOwned(members, subject, lead, owners) }
    }
    // 甲村、乙村分别有果树300株、500株: the items are what the subject belongs to.
    if let range = phraseBefore(lead.end, isSubject: lead.isPredicate), range.lowerBound > index {
      guard items.count == members.count, let phrase = phrase(range), isName(phrase) else { return }
      return addOwned(members, (phrase, range.lowerBound, .list), lead, items)
    }
    for member in members { row.signs[member].isListed = true }
    if items.count == members.count {
      for (member, item) in zip(members, items) {
        if let phrase = shared(item, with: items.last), isName(phrase) {
          add(member, (phrase, item.lowerBound, .list), lead)
        }
      }
      return
    }
    // 甲村和乙村的收入分别为…, 甲市、乙市收入分别为…
    if items.count == 1, let item = items.first, let phrase = phrase(item) {
      let owners = self.items(endingAt: kind(item.lowerBound - 1) == .of ? item.lowerBound - 1 : item.lowerBound)
      if owners.count == members.count {
        return addOwned(members, (phrase, item.lowerBound, .list), lead, owners)
      }
    }
    let times = times(before: index)
    if times.list.count == members.count {
      var lead = lead
      lead.end = times.start
      guard let subject = timeSubject(lead, index) else { return }
      for (member, time) in zip(members, times.list) { add(member, subject, lead, time: time) }
      return
    }
    // 收入300亿元、利润20亿元，同比分别增长5%和8%
    let levels = found[firstOfSentence...].suffix(2 * Self.longestList).filter(\.isLevel)
    guard levels.count >= members.count, lead.change != nil || lead.kind != nil else { return }
    for (member, level) in zip(members, levels.suffix(members.count)) {
      add(member, (level.subject, level.subjectSign, .list), lead)
    }
  }

  /// What the verb behind 分别 governs, or the verb itself: 分别接待游客…, 分别接待….
  private func governed(_ lead: Lead) -> Subject? {
    if let range = phraseBefore(lead.end), lead.verb == nil, let phrase = phrase(range), isName(phrase) {
      return (phrase, range.lowerBound, .list)
    }
    guard let verb = lead.verb, !lead.isVerbEmpty, let phrase = phrase(verb), isName(phrase) else { return nil }
    return (phrase, verb.lowerBound, .list)
  }

  /// The names with which the clause before the comma at `index - 1` opens, in order.
  private func openingEntities(ofClauseBefore index: Int) -> [Range<Int>] {
    guard mark(index - 1) == .comma else { return [] }
    var at = clauseStart(of: index - 1)
    var names: [Range<Int>] = []
    while at < index, mark(at) == .entity, names.count < Self.longestList {
      names.append(at..<at + 1)
      guard mark(at + 1) == .enumeration || means(at + 1, .and) else { break }
      at += 2
    }
    return names
  }

  /// One subject of several things, in order.
  private mutating func addOwned(_ members: [Int], _ subject: Subject, _ lead: Lead, _ owners: [Range<Int>]) {
    for (member, owner) in zip(members, owners) {
      row.signs[member].isListed = true
      add(member, subject, lead, thing: phrase(owner))
    }
  }

  /// The phrase of an item; with 居民收入 for the 城镇 of 城镇、农村居民收入: a word as long as the one it stands beside, where
  /// the last item says what is measured.
  private func shared(_ item: Range<Int>, with last: Range<Int>?) -> MeasurementFinding.Phrase? {
    guard var phrase = phrase(item) else { return nil }
    guard let last, item != last, item.count == 1, last.count > 1, kind(item.lowerBound) != .quantity,
      isAttribute(last.upperBound - 1), !isAttribute(item.lowerBound), let whole = self.phrase(last)
    else { return phrase }
    let cut = whole.range.lowerBound + phrase.range.count
    if row.range(last.lowerBound).upperBound >= cut { phrase.tail = cut..<whole.range.upperBound }
    return phrase
  }

  private func timeSubject(_ lead: Lead, _ index: Int) -> Subject? {
    if let range = phraseBefore(lead.end), let phrase = phrase(range), isName(phrase) {
      return (phrase, range.lowerBound, .list)
    }
    // 2023年、2024年产量分别为…
    if let before = skippingFillers(before: index), let range = phraseBefore(before + 1), let phrase = phrase(range) {
      return (phrase, range.lowerBound, .list)
    }
    guard let last = found.last, found.count > firstOfSentence else { return nil }
    return (last.subject, last.subjectSign, .list)
  }

  /// The quantities behind 分别, joined by 、, 和 or commas.
  private func quantities(after index: Int) -> [Int] {
    var members: [Int] = []
    var at = index + 1
    while at < row.count, members.count < Self.longestList {
      switch kind(at) {
      case .quantity: members.append(at)
      case .space, .adverb, .particle: break
      case .enumeration, .comma: if members.isEmpty { return members }
      case .cue:
        switch cue(at)?.meaning {
        case .filler, .and, .holds, .has: break
        case .change where members.isEmpty || kind(at - 1) != .comma: break
        case .base where members.isEmpty, .than where members.isEmpty, .share where members.isEmpty: break
        default: return members
        }
      case .time where members.isEmpty: break
      case .noun where members.isEmpty, .modifier where members.isEmpty, .verb where members.isEmpty: break
      default: return members
      }
      // 分别为3万元，增长5%: the list is over.
      if kind(at) == .comma, kind(at + 1) != .quantity { return members }
      at += 1
    }
    return members
  }

  /// The noun phrases before 分别, in order.
  private func items(before index: Int) -> [Range<Int>] {
    var at = index - 1
    while at >= 0, [.space, .adverb, .particle].contains(row.kind(at)) || isPassed(at) { at -= 1 }
    return items(endingAt: at + 1)
  }

  private func items(endingAt end: Int) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var end = end
    while items.count < Self.longestList, let item = phraseBefore(end, isSubject: true) ?? ordinalItem(end) {
      items.append(item)
      guard kind(item.lowerBound - 1) == .enumeration || means(item.lowerBound - 1, .and) else { break }
      end = item.lowerBound - 1
    }
    return items.reversed()
  }

  private func isPassed(_ at: Int) -> Bool {
    switch cue(at)?.meaning {
    case .holds, .has, .filler, .base, .change: !isNoun(at)
    default: false
    }
  }

  /// The bare 第一 of 第一、第二产业.
  private func ordinalItem(_ end: Int) -> Range<Int>? {
    guard kind(end - 1) == .quantity, [.ordinal, .number].contains(numericKind(end - 1)) else { return nil }
    return end - 1..<end
  }

  /// The times before 分别, or before the noun phrase there: 2023年、2024年产量分别为…
  private func times(before index: Int) -> (list: [Int], start: Int) {
    var at = index - 1
    while at >= 0, [.space, .adverb, .particle].contains(row.kind(at)) || isPassed(at) { at -= 1 }
    if let range = phraseBefore(at + 1) { at = range.lowerBound - 1 }
    if kind(at) == .of { at -= 1 }
    var list: [Int] = []
    while kind(at) == .time, list.count < Self.longestList {
      list.append(at)
      guard kind(at - 1) == .enumeration || means(at - 1, .and) else { break }
      at -= 2
    }
    return (list.reversed(), list.last ?? index)
  }
}

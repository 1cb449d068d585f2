// What stands behind quantities: 1243名产业工人, 3人死亡, 200万元补贴

extension MeasurementReader {
  /// 3人死亡、12人受伤
  func event(after index: Int) -> MeasurementFinding.Phrase? {
    var at = index + 1
    while kind(at) == .space || means(at, .filler) || kind(at) == .adverb { at += 1 }
    guard means(at, .event) else { return nil }
    switch kind(at + 1) {
    case nil, .comma, .semicolon, .stop, .enumeration, .particle, .close: return phrase(at..<at + 1)
    default: return means(at + 1, .and) || means(at + 1, .filler) ? phrase(at..<at + 1) : nil
    }
  }

  /// The 床位 of 1200张床位, which the tables have as one measure word.
  func nounOfUnit(_ index: Int) -> MeasurementFinding.Phrase? {
    guard let tail = vocabulary.noun(ofUnit: unit(index)) else { return nil }
    let range = row.range(index)
    guard range.count > tail.count, bytes[range].suffix(tail.count).elementsEqual(tail) else { return nil }
    return MeasurementFinding.Phrase(range: range.upperBound - tail.count..<range.upperBound)
  }

  /// The nouns that a measure word counts: those right behind it, or those behind the last 的 that belongs to them.
  func phraseAfter(_ index: Int) -> MeasurementFinding.Phrase? {
    if let range = nouns(from: index + 1) { return phrase(people(in: range, countedAs: unit(index))) }
    // 2000名来自各地的代表
    var at = index + 1
    guard
      kind(at) == .verb || kind(at) == .of || kind(at) == .adverb || kind(at) == .cue || kind(at) == .modifier
        || kind(at) == .other || kind(at) == .entity || kind(at) == .time
    else { return nil }
    while at < min(row.count, index + Self.reach / 2), !isBoundary(at) || kind(at) == .enumeration {
      if kind(at) == .of, let range = nouns(from: at + 1) { return phrase(range) }
      at += 1
    }
    return nil
  }

  /// The part of a phrase that names people, where people are counted: 产业工人 of 1243名产业工人职业发展.
  private func people(in range: Range<Int>, countedAs unit: String?) -> Range<Int> {
    guard vocabulary.traits(ofUnit: unit).contains(.countsPeople), kind(range.upperBound - 1) == .noun else {
      return range
    }
    for index in range.reversed() where kind(index) == .noun && vocabulary.namesPeople(bytes[row.range(index)]) {
      return range.lowerBound..<index + 1
    }
    return range
  }

  /// The nouns from `start` on, as far as they are one phrase.
  func nouns(from start: Int) -> Range<Int>? {
    var start = start
    while kind(start) == .space { start += 1 }
    var at = start
    var end = start
    while at < min(row.count, start + Self.reach) {
      if isNoun(at), !means(at, .event) || at == start {
        end = at + 1
      } else if kind(at) == .openQuote, let close = closer(of: at) {
        at = close
        end = at + 1
      } else if kind(at) == .of, at > start {
        guard let owned = nouns(from: at + 1) else { break }
        return owned
      } else if kind(at) == .entity {
        if !isPlace(at) { end = at + 1 }
      } else if kind(at) != .modifier, !(at == start && kind(at) == .verb && isNoun(at + 1)) {
        break
      }
      at += 1
    }
    // 3名死亡: an event alone is none.
    return end > start && !(end == start + 1 && means(start, .event)) ? start..<end : nil
  }

  private func closer(of open: Int) -> Int? {
    var at = open + 1
    while at < min(row.count, open + 12) {
      if mark(at) == .closeQuote { return at }
      at += 1
    }
    return nil
  }

  /// 其中8万人为女性
  func predicate(after index: Int) -> MeasurementFinding.Phrase? {
    guard means(index + 1, .holds), kind(index + 2) != .quantity, let range = nouns(from: index + 2) else { return nil }
    return phrase(range)
  }

  /// 发放200余万元补贴, 30%的企业
  func amountAfter(_ index: Int, _ lead: Lead) -> MeasurementFinding.Phrase? {
    var at = index + 1
    if numericKind(index) == .percent {
      guard kind(at) == .of else { return nil }
      at += 1
    } else if lead.isOpen, lead.holds {
      return nil
    }
    return nouns(from: at).flatMap(phrase)
  }
}

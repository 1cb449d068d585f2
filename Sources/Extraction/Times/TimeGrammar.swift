/// A time found at a position, with what it leaves behind for 当天, 同年 and a bare 5日.
struct TimeOutcome {
  var match: NumericMatch
  var span: TimeSpan

  func apply(to context: inout NumericContext) {
    guard let start = span.interval?.start?.date, span.grain != .now, span.grain != .vague else { return }
    if span.grain >= .year { context.namedYear = start.year }
    if span.grain == .month || span.grain >= .day { context.namedMonth = start.startOfMonth }
    if span.grain >= .day { context.namedDay = start }
  }
}

/// The outermost form of a time: a set (每周三), a distance (近五年来, 三天前), a range, or a point.
extension NumericScan {
  func time(at start: Int) -> TimeOutcome? {
    guard !GrammarScalar.isDigit(at(start)) || !isTied(start) else { return nil }
    if let set = set(at: start) { return set }
    let distance = distance(at: start)
    var begin = start
    var first: TimeSpan?
    if let (end, _) = connector(.from, start) {
      first = point(at: end, after: nil)
      if let found = first {
        // 从 belongs to a range; before a single point it is left outside.
        guard let joined = join(found) else { return nil }
        first = joined
      }
    } else {
      first = point(at: start, after: nil)
      if let found = first { first = join(found) ?? bounded(found) }
    }
    if let distance, distance.end > first?.end ?? 0 { first = distance }
    guard let span = first else { return nil }
    if span.opensWithQuote { begin -= 1 }
    let (kind, value) = span.output
    var match = NumericMatch(range: begin..<span.end, kind: kind, value: value, rule: "time." + span.rule)
    if span.approximate { match.approximation = .about }
    return TimeOutcome(match: match, span: span)
  }

  /// Whether a letter or a sign ties the digits at `i` to something before them.
  private func isTied(_ i: Int) -> Bool {
    let before = at(i - 1)
    if GrammarScalar.isLatinLetter(before) || GrammarScalar.isDigit(before) { return true }
    return (before == GrammarScalar.hyphen || before == GrammarScalar.fullStop || before == GrammarScalar.slash)
      && (GrammarScalar.isDigit(at(i - 2)) || GrammarScalar.isLatinLetter(at(i - 2)))
  }

  /// The word of that role at `i`, if the longest connector there has it.
  func connector(_ role: TimeVocabulary.Connector, _ i: Int) -> (end: Int, roles: UInt32)? {
    let found = connectors(at: i)
    return found.roles & role.bit != 0 ? found : nil
  }

  /// The longest connector at `i` and its roles; no roles if there is none. The grammars ask for one role after the other
  /// at the same few places, so the last answers are kept.
  private func connectors(at i: Int) -> (end: Int, roles: UInt32) {
    let slot = i & (Self.knownConnectorsCount - 1)
    if knownConnectors[slot].position == i { return (knownConnectors[slot].end, knownConnectors[slot].roles) }
    var (longest, roles): (Int, UInt32) = (0, 0)
    vocabulary.front.forEachWord(in: text, at: i) { end, sense in
      guard sense.role == NumericVocabulary.Front.connector.rawValue else { return }
      if end > longest { (longest, roles) = (end, 0) }
      roles |= vocabulary.times.connectors[Int(sense.payload)].bit
    }
    knownConnectors[slot] = KnownConnector(position: i, end: longest, roles: roles)
    return (longest, roles)
  }

  /// 6月3日至8日, 上午9:00～11:30, 2001年至今.
  private func join(_ first: TimeSpan) -> TimeSpan? {
    let from = skipSpaces(first.end)
    var start = from
    if let (end, _) = connector(.fromEnd, start) { start = end }
    if let (end, _) = connector(.now, start) ?? connector(.now, from), let reference = context.reference {
      var span = first
      span.end = end
      span.interval = first.interval.map { .init(start: $0.start, end: reference) }
      span.grain = span.grain.isClock ? .dayPart : .days
      span.rule = "range.until-now"
      return span
    }
    guard let second = rangeConnector(start), let last = point(at: second, after: first), last.grain != .vague else {
      return nil
    }
    var span = last
    if let (end, _) = connector(.until, span.end) { span.end = end }
    span.grain = first.grain >= .dayPart || last.grain >= .dayPart ? .dayPart : .days
    span.rule = "range"
    span.clock = first.clock
    span.clockEnd = last.clock
    span.half = first.half
    guard let a = first.interval?.start, let b = last.interval else {
      span.interval = nil
      return span
    }
    var end = last.grain.isClock || last.grain == .now ? b.start : b.end
    // 下午5点到凌晨3点 ends on the next day.
    if let e = end, e < a, last.grain.isClock { end = e.adding(seconds: 86_400) }
    // 11月到3月 ends in the next year.
    if let e = end, e < a, first.grain == .month || first.grain == .day { end = Moment(e.date.adding(months: 12)) }
    span.interval = .init(start: a, end: end)
    return span
  }

  /// 今年以来, 2025年底前, 10月1日以后, 国庆期间, 3点左右.
  private func bounded(_ point: TimeSpan) -> TimeSpan {
    var span = point
    if let (end, _) = connector(.around, span.end) {
      span.end = end
      span.approximate = true
    } else if let (end, _) = connector(.since, span.end), span.grain <= .day, span.grain != .vague {
      span.end = end
      span.interval = span.interval.map { .init(start: $0.start, end: nil) }
      span.grain = .days
      span.rule = "since"
    } else if let (end, _) = connector(.ago, span.end), span.grain != .vague, span.grain != .now {
      span.end = end
      span.interval = span.interval.map { .init(start: nil, end: span.grain.isClock ? $0.start : $0.end) }
      span.grain = span.grain >= .dayPart ? .dayPart : .days
      span.rule = "before"
    } else if let (end, _) = connector(.later, span.end), span.grain != .vague, span.grain != .now {
      span.end = end
      span.interval = span.interval.map { .init(start: $0.start, end: nil) }
      span.grain = span.grain >= .dayPart ? .dayPart : .days
      span.rule = "after"
    } else if let (end, _) = connector(.within, span.end), span.grain <= .day, end - span.end > 1 || span.grain == .year
    {
      span.end = end
    } else if let (end, _) = connector(.during, span.end), span.grain <= .day {
      span.end = end
    }
    return span
  }
}

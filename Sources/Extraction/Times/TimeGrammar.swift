/// A time found at a position, with what it leaves behind for 当天, 同年 and a bare 5日.
struct TimeOutcome {
  /// Where it begins, in scalars of the sentence.
  var start: Int
  var span: TimeSpan
  /// Of a set or a length: what it says.
  var iso: String?

  var range: Range<Int> { start..<span.end }

  func apply(to context: inout NumericContext) {
    guard let start = span.interval?.start?.date, span.grain != .now, span.grain != .vague else { return }
    if span.grain >= .year {
      context.isYearAlone = span.grain == .year && (context.isYearAlone || context.namedYear != start.year)
      context.namedYear = start.year
    }
    if span.grain == .month || span.grain >= .day { context.namedMonth = start.startOfMonth }
    if span.grain >= .day { context.namedDay = start }
  }
}

/// The outermost form of a time: a set (每周三), a distance (近五年来, 三天前), a range, or a point.
extension NumericScan {
  /// - Parameter forms: what it may be.
  func time(at start: Int, _ forms: TimeForms = .all) -> TimeOutcome? {
    guard !GrammarScalar.isDigit(at(start)) || !isTied(start) else { return nil }
    if forms == .distance, start > 0 { return distance(at: start).map { TimeOutcome(start: start, span: $0) } }
    if let whole = set(at: start) ?? length(at: start) { return whole }
    return span(at: start).map { TimeOutcome(start: $0.opensWithQuote ? start - 1 : start, span: $0) }
  }

  /// What is given out of a time.
  func match(_ time: TimeOutcome) -> NumericMatch {
    let span = time.span
    if let iso = time.iso {
      let isLength = span.rule == .length
      return NumericMatch(
        range: time.range, kind: isLength ? .duration : .set, value: .text(iso),
        rule: isLength ? "duration.word" : "time.set")
    }
    let (kind, value) = span.output
    return NumericMatch(
      range: time.range, kind: kind, value: value, approximation: span.approximate ? .about : .exact,
      alternatives: span.alternatives(readings(of: span)), edtf: span.edtf, rule: "time." + span.rule.rawValue)
  }

  /// Where a longer time begins with the numeral of a number with a word before it: 纽约1月21日 has no 约1, 达到6月底 no 6.
  func timeInside(_ number: Range<Int>, from i: Int) -> Int? {
    guard let start = number.first(where: { role($0).begins }), start > i, let time = time(at: start),
      time.span.end > number.upperBound
    else { return nil }
    return time.start
  }

  private func span(at start: Int) -> TimeSpan? {
    let (end, roles) = connectors(at: start)
    func leads(_ role: TimeVocabulary.Connector) -> Bool { roles & role.bit != 0 }
    // 从 belongs to a range; before a single point it is left outside.
    if leads(.from) { return (point(at: end, after: nil) ?? bareYear(end)).flatMap { join($0) } }
    if leads(.fromOpen), let found = point(at: end, after: nil), found.grain <= .day, found.grain != .vague {
      if let joined = join(found) { return joined }
      let whole = bounded(found, from: end)
      return whole.rule == .since ? whole : since(found, end: found.end)
    }
    // 约 is more often the end of a word: 纽约, 北约.
    if leads(.about), end - start > 1 || isBoundary(start - 1) || followsTime(start) {
      guard var found = point(at: skipSpaces(end), after: nil), found.grain >= .month || found.grain == .year,
        found.grain != .now
      else { return nil }
      found.approximate = true
      return join(found) ?? bounded(settled(found), from: end)
    }
    let point = point(at: start, after: nil)
    let whole =
      point.map { join($0).map { settled($0) } ?? asOf(bounded(settled($0), from: start), from: start) }
      ?? bareYear(start).flatMap { join($0) }
    guard let distance = distance(at: start), distance.end > whole?.end ?? 0 else { return whole }
    return distance
  }

  /// A date without a year is one of the year of the report, unless that is the better part of a year ahead: in January,
  /// 12月28日 is the December just gone. Far from the report, the other year is told as well.
  private func settled(_ span: TimeSpan) -> TimeSpan {
    guard span.assumesYear, span.other == nil, let interval = span.interval, let start = interval.start,
      let reference = context.reference
    else { return span }
    func moved(_ months: Int) -> TimeSpan.Interval {
      TimeSpan.Interval(start: start.adding(months: months), end: interval.end.map { $0.adding(months: months) })
    }
    let days = start.date.dayNumber - reference.date.dayNumber
    var result = span
    if days > 320, span.grain == .day || span.grain >= .dayPart {
      (result.interval, result.other) = (moved(-12), interval)
    } else if abs(days) > 180 {
      result.other = moved(days > 0 ? -12 : 12)
    }
    return result
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
  func connectors(at i: Int) -> (end: Int, roles: UInt32) {
    guard frontRoles(i) & NumericVocabulary.Front.connector.bit != 0 else { return (0, 0) }
    let slot = i & (NumericMemory.connectorCount - 1)
    let known = memory.connectors[slot]
    if known.position == i { return (known.end, known.roles) }
    var (longest, roles): (Int, UInt32) = (0, 0)
    vocabulary.front.forEachWord(in: text, at: i) { end, sense in
      guard sense.role == NumericVocabulary.Front.connector.rawValue else { return }
      if end > longest { (longest, roles) = (end, 0) }
      roles |= vocabulary.times.connectors[Int(sense.payload)].bit
    }
    memory.connectors[slot] = .init(position: i, end: longest, roles: roles)
    return (longest, roles)
  }
}

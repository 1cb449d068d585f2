/// Two points that make a range.
extension NumericScan {
  /// 6月3日至8日, 上午9:00～11:30, 2001年至今, 5月和8月之间.
  func join(_ first: TimeSpan) -> TimeSpan? {
    let from = skipSpaces(first.end)
    var start = from
    if let (end, _) = connector(.fromEnd, start) { start = end }
    if let (end, _) = connector(.now, start) ?? connector(.now, from), word(.timeWord, end - 1)?.end ?? 0 <= end,
      let reference = context.reference
    {
      var span = first
      span.end = end
      span.interval = first.interval.map { .init(start: $0.start, end: reference) }
      span.grain = span.grain.isClock ? .dayPart : .days
      span.rule = .rangeUntilNow
      span.edges = .init(first: first.grain, last: .now)
      return span
    }
    let isBetween = connector(.and, from) != nil
    // 至今年5月: 今 belongs to the year.
    let untilYear = connector(.now, from).map { $0.end - 1 }
    guard let second = isBetween ? connector(.and, from)?.end : rangeConnector(start) ?? untilYear,
      let last = point(at: second, after: first)
        ?? (first.rule == .bareYear || first.rule == .monthNumeric ? bareYear(second) : nil), last.grain != .vague
    else { return nil }
    var span = last
    if isBetween {
      guard let (end, _) = connector(.between, span.end) else { return nil }
      span.end = end
    } else if let (end, _) = connector(.until, span.end) {
      span.end = end
    }
    span.other = nil
    span.readings = .none
    span.assumesYear = first.assumesYear && last.assumesYear
    span.edges = .init(first: first.grain, last: last.grain)
    span.grain = first.grain >= .dayPart || last.grain >= .dayPart ? .dayPart : .days
    span.rule = .range
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
    span.other = otherRange(first, last, end)
    // Written to the minute, a range takes in the minute that it ends with, as one of days takes in its last day.
    if last.grain == .minute, let end { keep([.init(start: a, end: end.adding(seconds: 60))], in: &span) }
    // From 2016 to 2018 may be until 2018 begins.
    if last.grain == .year || last.grain == .month, let end {
      let start = end.adding(months: last.grain == .year ? -12 : -1)
      if start > a { keep([.init(start: a, end: start)], in: &span) }
    }
    return span
  }

  /// 3点到5点 in the afternoon, 3/4/2019-3/6/2019 with the days first: both ends as they may also be read.
  private func otherRange(_ first: TimeSpan, _ last: TimeSpan, _ end: Moment?) -> TimeSpan.Interval? {
    guard let other = first.other?.start, let start = first.interval?.start, let end else { return nil }
    if first.rule == .dateSlashes, last.rule == first.rule, let otherEnd = last.other?.end, otherEnd > other {
      return .init(start: other, end: otherEnd)
    }
    guard first.grain.isClock, last.grain.isClock, first.half == nil, last.half == nil,
      other.date == start.date, end.date == start.date, end.second <= 43_200
    else { return nil }
    return .init(start: other, end: end.adding(seconds: 43_200))
  }
}

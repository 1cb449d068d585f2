/// What follows a point and makes it a bound: 今年以来, 2025年底前, 10月1日或之后, 国庆期间, 3点左右.
extension NumericScan {
  /// - Parameter start: where the point began, for the 从 that may stand before it.
  func bounded(_ point: TimeSpan, from start: Int) -> TimeSpan {
    let i = point.end
    if point.grain == .vague { return point }
    if let (end, _) = connector(.around, i) {
      var span = point
      span.end = end
      span.approximate = true
      return span
    }
    if let (end, _) = connector(.since, i), point.grain <= .day || point.grain.isClock && end - i == 1 {
      return since(point, end: end)
    }
    if let (end, _) = connector(.begin, i), point.grain <= .day, isLed(start) || isBoundary(end) {
      return since(point, end: end)
    }
    if point.grain != .now, let bound = before(point) ?? after(point) { return bound }
    var span = point
    if let (end, _) = connector(.within, i), point.grain <= .day, end - i > 1 || point.grain == .year {
      span.end = end
    } else if let (end, _) = connector(.during, i), point.grain <= .day {
      span.end = end
    }
    return span
  }

  /// From the point on: 今年以来, 5月1日起.
  func since(_ point: TimeSpan, end: Int) -> TimeSpan {
    var span = open(point, rule: .since, end: end)
    span.interval = point.interval.map { .init(start: $0.start, end: nil) }
    return span
  }

  /// Up to the point. A deadline (10月1日前, 2030年前) mostly means its day or year as well, what is earlier than a day or a
  /// year (10月1日之前) does not; each is the other's second reading. Up to a part (年底前) is up to its end, and so is what
  /// names the point itself (10月1日或之前).
  private func before(_ point: TimeSpan) -> TimeSpan? {
    let inclusive = connector(.agoInclusive, point.end)
    guard let (end, _) = inclusive ?? connector(.ago, point.end) else { return nil }
    var span = open(point, rule: .before, end: end)
    guard let interval = point.interval else { return span }
    let upToEnd = TimeSpan.Interval(start: nil, end: point.grain.isClock ? interval.start : interval.end)
    let upToStart = TimeSpan.Interval(start: nil, end: interval.start)
    if inclusive != nil || point.grain == .part || point.grain == .days || point.grain.isClock
      || point.rule.isPart
    {
      span.interval = upToEnd
    } else if end - point.end == 1, point.rule != .holiday, point.rule != .solarTerm {
      (span.interval, span.other) = (upToEnd, upToStart)
    } else {
      (span.interval, span.other) = (upToStart, upToEnd)
    }
    if let now = context.reference {
      let ends = [span.interval, span.other].compactMap { $0?.end }
      keep(ends.filter { $0 > now }.map { .init(start: now, end: $0) }, in: &span)
    }
    return span
  }

  /// 截止到2021年: what is reported lies before, up to the point or with it.
  func asOf(_ span: TimeSpan, from start: Int) -> TimeSpan {
    guard let interval = span.interval, span.grain < .dayPart, interval.start != nil,
      (2...4).contains(where: { connector(.asOf, start - $0)?.end == start })
    else { return span }
    var result = span
    keep([interval.end, interval.start].map { .init(start: nil, end: $0) }, in: &result)
    return result
  }

  /// From the point on: 10月1日以后.
  private func after(_ point: TimeSpan) -> TimeSpan? {
    guard let (end, _) = connector(.later, point.end) else { return nil }
    var span = open(point, rule: .after, end: end)
    span.interval = point.interval.map { .init(start: $0.start, end: nil) }
    return span
  }

  private func open(_ point: TimeSpan, rule: TimeRule, end: Int) -> TimeSpan {
    var span = point
    span.end = end
    span.rule = rule
    span.grain = point.grain >= .dayPart ? .dayPart : .days
    span.edges = .init(first: point.grain, last: point.grain)
    span.other = nil
    span.readings = .none
    return span
  }

  /// Whether 从 or 自 ends at `start`.
  private func isLed(_ start: Int) -> Bool {
    guard start > 0, let (end, _) = connector(.from, start - 1) else { return false }
    return end == start
  }
}

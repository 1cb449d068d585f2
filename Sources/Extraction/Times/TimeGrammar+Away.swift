/// A time so far from the report: 三年前, 20天后, 两小时前.
extension NumericScan {
  /// N units 前|后, as fine as its smallest unit: 三年前 is a year, 20天后 a day. 以前 and 以后 are open.
  func away(_ operand: Operand, _ length: Length, _ end: Int, past: Bool, open: Bool) -> TimeSpan {
    let finest = length.finest ?? .day
    let grain: TimeSpan.Grain =
      switch finest {
      case .year: .year
      case .month: .month
      case .week, .day: .day
      case .hour, .minute, .second: .dayPart
      }
    var span = TimeSpan(end: end, grain: grain, interval: nil, rule: past ? .distanceAgo : .distanceLater)
    span.approximate = operand.approximation != .exact
    guard let reference = context.reference else { return span }
    let then = moved(reference, by: length, operand, past: past)
    if let high = operand.high, operand.low * ExactDecimal(2) < high {
      return span  // 几年前, 几十年前: nobody knows
    }
    if let high = operand.lengthHigh {  // 二十几年前, 两三天后: somewhere in these
      let further = reference.moved(by: high, backwards: past)
      let (a, b) = past ? (further, then) : (then, further)
      span.approximate = true
      span.grain = grain == .dayPart ? .dayPart : .days
      switch finest {
      case .year:
        span.edges = .init(first: .year, last: .year)
        span.interval = .init(
          start: TimeSpan.Interval.year(a.date.year)?.start, end: TimeSpan.Interval.year(b.date.year)?.end)
      case .month: span.interval = .init(from: a.date.startOfMonth, to: b.date.startOfMonth.adding(months: 1))
      case .week, .day: span.interval = .init(from: a.date, to: b.date.adding(days: 1))
      case .hour, .minute, .second: span.interval = .init(start: a, end: b)
      }
      // 二十几年 are 21 to 29, or the twenties with both ends.
      if let unit = operand.timeUnit, let most = operand.high, most == operand.low + ExactDecimal(8), finest == .year {
        let least = reference.moved(by: Length(operand.low + ExactDecimal(-1), unit), backwards: past)
        let last = reference.moved(by: Length(most + .one, unit), backwards: past)
        let years = past ? (last.date.year, least.date.year) : (least.date.year, last.date.year)
        keep(
          [.init(start: TimeSpan.Interval.year(years.0)?.start, end: TimeSpan.Interval.year(years.1)?.end)], in: &span)
      }
      return span
    }
    let interval: TimeSpan.Interval
    switch finest {
    case .year: interval = .year(then.date.year) ?? .day(then.date)
    case .month: interval = .init(from: then.date.startOfMonth, to: then.date.startOfMonth.adding(months: 1))
    case .week, .day: interval = .day(then.date)
    case .hour: interval = .init(start: then, end: then.adding(seconds: 3600))
    case .minute: interval = .init(start: then, end: then.adding(seconds: 60))
    case .second: interval = .init(start: then, end: then.adding(seconds: 1))
    }
    span.interval = interval
    if grain == .dayPart { keep(around(then, operand, past: past), in: &span) }
    if open {
      span.readings = .none
      span.interval =
        past
        ? .init(start: nil, end: grain == .dayPart ? interval.start : interval.end)
        : .init(start: interval.start, end: nil)
      if grain != .dayPart { span.grain = .days }
    }
    return span
  }

  /// 两小时前 as the hour that ends then or begins then; 一刻钟后 as a quarter of an hour, 半小时 as half of one.
  private func around(_ then: Moment, _ operand: Operand, past: Bool) -> [TimeSpan.Interval] {
    guard let unit = operand.timeUnit else { return [] }
    let size: Int =
      switch unit.designator {
      case .hour: 3600
      case .minute: 60
      default: 0
      }
    let part = operand.low < .one ? operand.low * unit.count : unit.count
    guard let seconds = (part * ExactDecimal(Int128(size))).integer, seconds > 0 else { return [] }
    let following = TimeSpan.Interval(from: then, seconds: seconds)
    return past ? [.init(start: then.adding(seconds: -seconds), end: then), following] : [following]
  }
}

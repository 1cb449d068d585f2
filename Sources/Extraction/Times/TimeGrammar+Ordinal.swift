/// Parts of a year or a month told by counting: 2021年第二周, 今年第三个月, 上月最后五天, 2019年的最后3周, 去年前10天.
extension NumericScan {
  /// 第N周, 第N个月, 第N天: the number, the unit and the end.
  func numberedUnit(_ i: Int) -> (n: Int, unit: TimeVocabulary.Designator, end: Int)? {
    guard at(i) == GrammarScalar.ordinal, let n = smallNumeral(skipSpaces(i + 1)), n.value > 0,
      let (end, payload) = wordAfter(.timeUnit, skipSpaces(n.end))
    else { return nil }
    let unit = vocabulary.times.units[payload]
    guard unit.count == .one, [.week, .month, .day].contains(unit.designator), isCalendarUnit(end) else { return nil }
    return (n.value, unit.designator, end)
  }

  /// 第二周, 第三个月, 第100天 of a year; weeks are those of ISO 8601.
  func numbered(_ i: Int, of year: TimeSpan) -> TimeSpan? {
    guard let (n, unit, end) = numberedUnit(i) else { return nil }
    let start = year.interval?.start?.date
    switch unit {
    case .week:
      guard n <= 53 else { return nil }
      let monday = start.map { firstWeek(of: $0).adding(days: (n - 1) * 7) }
      var span = TimeSpan(
        end: end, grain: .week, interval: monday.map { .init(from: $0, to: $0.adding(days: 7)) }, rule: .weekOfYear)
      // Many count from the first Monday of the year.
      if let start, let monday, start.weekday > 1, start.weekday < 5 {
        keep([.init(from: monday.adding(days: 7), to: monday.adding(days: 14))], in: &span)
      }
      return span
    case .month:
      guard n <= 12 else { return nil }
      return TimeSpan(
        end: end, grain: .month, interval: start.flatMap { .months(n, n, of: $0.year) }, rule: .monthOfYear)
    default:
      guard n <= 366 else { return nil }
      let date = start.map { $0.adding(days: n - 1) }
      return TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: .dayOfYear)
    }
  }

  /// 前10天, 最后三周, 后三个月 of a year or a month.
  func extreme(_ whole: TimeSpan) -> TimeSpan? {
    let from = at(whole.end) == GrammarScalar.attributive ? whole.end + 1 : skipSpaces(whole.end)
    let last = connector(.last, from)
    guard let (wordEnd, _) = last ?? connector(.first, from), let n = smallNumeral(skipSpaces(wordEnd)), n.value > 0,
      let (end, payload) = wordAfter(.timeUnit, skipSpaces(n.end))
    else { return nil }
    let unit = vocabulary.times.units[payload]
    guard unit.count == .one, isCalendarUnit(end), n.value * Self.days(unit.designator) < Self.days(whole.grain) else {
      return nil
    }
    let interval = whole.interval.flatMap { extreme(n.value, unit.designator, of: $0, atEnd: last != nil) }
    return TimeSpan(
      end: end, grain: n.value > 1 ? .days : Self.grain(unit.designator), interval: interval,
      rule: last == nil ? .firstUnits : .lastUnits)
  }

  /// Not 交易日, 工作日: which day that is only another calendar knows.
  private func isCalendarUnit(_ end: Int) -> Bool {
    at(end - 1) != GrammarScalar.day || role(end - 2) != .none || at(end - 2) == GrammarScalar.counter
  }

  private func extreme(
    _ n: Int, _ unit: TimeVocabulary.Designator, of whole: TimeSpan.Interval, atEnd: Bool
  ) -> TimeSpan.Interval? {
    guard let start = whole.start?.date, let end = whole.end?.date else { return nil }
    switch unit {
    case .month:
      return atEnd ? .init(from: end.adding(months: -n), to: end) : .init(from: start, to: start.adding(months: n))
    case .day: return atEnd ? .init(from: end.adding(days: -n), to: end) : .init(from: start, to: start.adding(days: n))
    case .week:
      let monday = atEnd ? firstWeek(of: end).adding(days: -7 * n) : firstWeek(of: start)
      return .init(from: monday, to: monday.adding(days: 7 * n))
    default: return nil
    }
  }

  /// The Monday of the first week of a year or month: the one that has most of its days in it, as in ISO 8601.
  private func firstWeek(of start: CalendarDate) -> CalendarDate { start.adding(days: 3).startOfWeek }

  /// At most so many days; 0 for units that do not make parts of years and months.
  private static func days(_ unit: TimeVocabulary.Designator) -> Int {
    switch unit {
    case .month: 30
    case .week: 7
    case .day: 1
    default: 100_000
    }
  }

  private static func days(_ grain: TimeSpan.Grain) -> Int {
    switch grain {
    case .year: 366
    case .month: 31
    default: 0
    }
  }

  private static func grain(_ unit: TimeVocabulary.Designator) -> TimeSpan.Grain {
    switch unit {
    case .month: .month
    case .week: .week
    default: .day
    }
  }
}

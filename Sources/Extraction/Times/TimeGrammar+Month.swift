extension NumericScan {
  /// A part of a year: 上半年, 一季度, 前5个月, 春天, 国庆节, 冬至, 3月, 正月.
  func withinYear(_ i: Int, _ year: TimeSpan?, after first: TimeSpan?, lunar: Bool) -> TimeSpan? {
    let known = year?.interval?.start?.date.year
    let number = year == nil ? first?.interval?.start?.date.year ?? yearOfReport : known
    func span(_ end: Int, _ grain: TimeSpan.Grain, _ interval: TimeSpan.Interval?, _ rule: String) -> TimeSpan {
      TimeSpan(end: end, grain: grain, interval: interval, rule: rule)
    }
    let from = year != nil && at(i) == GrammarScalar.attributive ? i + 1 : skipSpaces(i)
    if let (end, part) = part(from, .yearMonths), year != nil || end - from > 1,
      !(year == nil && part.start == part.end)
    {
      return span(end, .part, number.flatMap { .months(part.start, part.end, of: $0) }, "year-part")
    }
    if let (quarters, end) = quarter(from) {
      return span(
        end, .part, number.flatMap { .months(quarters.lowerBound * 3 - 2, quarters.upperBound * 3, of: $0) }, "quarter")
    }
    if let (months, end) = firstMonths(from) {
      return span(end, .part, number.flatMap { .months(1, months, of: $0) }, "first-months")
    }
    if let (end, payload) = word(.holiday, from) { return holiday(end, vocabulary.times.holidays[payload], number) }
    if year != nil, let (end, part) = part(from, .seasons), end - from > 1 || !GrammarScalar.isHan(at(end)) {
      let start = number.flatMap { solarTerm(part.start - 1, of: $0) }
      let stop = number.flatMap { solarTerm(part.end - 1, of: $0) }
      return span(end, .part, start.flatMap { a in stop.map { .init(from: a, to: $0) } }, "season")
    }
    if year != nil, let (end, payload) = word(.solarTerm, from) {
      return span(end, .day, number.flatMap { solarTerm(payload, of: $0) }.map { .day($0) }, "solar-term")
    }
    return month(from, number, year: known, lunar: lunar)
  }

  /// The year a bare month belongs to.
  private var yearOfReport: Int? { context.reference?.date.year ?? context.namedYear }

  private func month(_ i: Int, _ number: Int?, year: Int?, lunar: Bool) -> TimeSpan? {
    var leap = false
    var position = i
    if at(position) == GrammarScalar.leap { (leap, position) = (true, position + 1) }
    if let (end, payload) = word(.lunarMonth, position) {
      return lunarMonth(end, vocabulary.times.lunarMonths[payload], leap: leap, number)
    }
    if at(position) == GrammarScalar.first, at(position + 1) == GrammarScalar.month, !leap, !lunar {  // 元月
      return TimeSpan(
        end: position + 2, grain: .month, interval: number.flatMap { .months(1, 1, of: $0) }, rule: "month")
    }
    guard let (n, end, _) = counted(position, GrammarScalar.month), (1...12).contains(n.value), n.digits <= 2 else {
      return nil
    }
    var stop = end
    if at(stop) == 0x4EFD { stop += 1 }  // 月份
    if leap || lunar { return lunarMonth(stop, n.value, leap: leap, number) }
    var span = TimeSpan(
      end: stop, grain: .month, interval: number.flatMap { .months(n.value, n.value, of: $0) }, rule: "month")
    span.writtenMonth = (number, n.value)
    return span
  }

  private func lunarMonth(_ end: Int, _ month: Int, leap: Bool, _ year: Int?) -> TimeSpan {
    let found = year.flatMap { vocabulary.times.lunarCalendar.month(month, leap: leap, of: $0) }
    let interval = found.map { TimeSpan.Interval(from: $0.start, to: $0.start.adding(days: $0.days)) }
    let span = TimeSpan(end: end, grain: .month, interval: interval, rule: "lunar")
    guard let (day, dayEnd) = lunarDay(end) else { return span }
    return lunarDate(year, month, day, leap: leap, end: dayEnd)
  }

  private func lunarDate(_ year: Int?, _ month: Int, _ day: Int, leap: Bool, end: Int) -> TimeSpan {
    let date = year.flatMap { vocabulary.times.lunarCalendar.date(year: $0, month: month, day: day, leap: leap) }
    return TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: "lunar")
  }

  /// 初五, 十五, 廿三, 三十.
  private func lunarDay(_ i: Int) -> (day: Int, end: Int)? {
    let begins = at(i) == GrammarScalar.beginning
    guard let n = smallNumeral(begins ? i + 1 : i), (1...30).contains(n.value), n.digits <= 2 else { return nil }
    if begins, n.value > 10 { return nil }
    return (n.value, n.end)
  }

  /// The quarters of 一季度, 第三季度, 前三季度, 一至三季度, q1.
  func quarter(_ i: Int) -> (quarters: ClosedRange<Int>, end: Int)? {
    if at(i) == 0x71, (0x31...0x34).contains(at(i + 1)), !GrammarScalar.isLatinLetter(at(i - 1)),
      !GrammarScalar.isDigit(at(i + 2))
    {
      let q = Int(at(i + 1) - 0x30)
      return (q...q, seasonEnd(i + 2) ?? i + 2)
    }
    var position = i
    let first = connector(.first, position)
    if let first { position = first.end }
    if at(position) == GrammarScalar.ordinal { position += 1 }
    guard let n = smallNumeral(position), (1...4).contains(n.value), n.digits == 1 || n.digits == 0 else { return nil }
    var q = n.end
    if at(q) == GrammarScalar.counter { q += 1 }
    if let end = seasonEnd(q) {
      if first == nil, q > n.end { return nil }  // 三个季度 is a length
      return (first == nil ? n.value...n.value : 1...n.value, end)
    }
    // 一至三季度
    if first == nil, let second = rangeConnector(n.end), let m = smallNumeral(second), (n.value...4).contains(m.value),
      n.value < m.value, let end = seasonEnd(m.end)
    {
      return (n.value...m.value, end)
    }
    return nil
  }

  private func seasonEnd(_ i: Int) -> Int? {
    at(i) == GrammarScalar.season && at(i + 1) == GrammarScalar.degree ? i + 2 : nil
  }

  /// 前5个月.
  private func firstMonths(_ i: Int) -> (months: Int, end: Int)? {
    guard let (end, _) = connector(.first, i), let n = smallNumeral(end), (2...12).contains(n.value), n.digits <= 2,
      at(n.end) == GrammarScalar.counter, at(n.end + 1) == GrammarScalar.month
    else { return nil }
    return (n.value, n.end + 2)
  }

  /// A part or a day of a month: 上旬, 底, 18日, 第二周, 廿二.
  func withinMonth(_ month: TimeSpan) -> TimeSpan? {
    let start = month.interval?.start?.date
    let i = month.end
    if let written = month.writtenMonth,
      vocabulary.classes[at(i)].role == .tens || at(i) == GrammarScalar.beginning && role(i + 1) == .digit
        || at(i) == GrammarScalar.beginning && role(i + 1) == .ten,
      let (day, end) = lunarDay(i), at(end) != GrammarScalar.day
    {
      return lunarDate(written.year, written.month, day, leap: false, end: end)
    }
    if let (end, part) = part(i, .monthDays) {
      let last = start.map { CalendarDate.days(inMonth: $0.month, of: $0.year) } ?? 31
      let interval = start.map {
        TimeSpan.Interval(from: $0.adding(days: part.start - 1), to: $0.adding(days: min(part.end, last)))
      }
      return TimeSpan(end: end, grain: .part, interval: interval, rule: "month-part")
    }
    let from = skipSpaces(i)
    if let (n, end, _) = counted(from, GrammarScalar.day, or: GrammarScalar.spokenDay), (1...31).contains(n.value),
      n.digits <= 2
    {
      let date = start.flatMap { CalendarDate(year: $0.year, month: $0.month, day: n.value) }
      return TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: "date")
    }
    return weekOfMonth(i, start)
  }

  /// 第二周 (from its first Monday), 第3个星期日.
  private func weekOfMonth(_ i: Int, _ month: CalendarDate?) -> TimeSpan? {
    let from = at(i) == GrammarScalar.attributive ? i + 1 : i
    guard at(from) == GrammarScalar.ordinal, let n = smallNumeral(from + 1), (1...5).contains(n.value) else {
      return nil
    }
    let wordStart = at(n.end) == GrammarScalar.counter ? n.end + 1 : n.end
    guard let (end, payload) = word(.timeWord, wordStart), vocabulary.times.words[payload].level == .weekday else {
      return nil
    }
    let monday = month.map { $0.adding(days: (8 - $0.weekday) % 7 + (n.value - 1) * 7) }
    let dayRole = vocabulary.classes[at(end)]
    let isRest = at(end) == GrammarScalar.day || at(end) == GrammarScalar.dayOfRest
    if dayRole.role == .digit && (1...6).contains(dayRole.number) || isRest {
      let weekday = isRest ? 7 : dayRole.number
      let date = month.map { $0.adding(days: (weekday - $0.weekday + 7) % 7 + (n.value - 1) * 7) }
      return TimeSpan(end: end + 1, grain: .day, interval: date.map { .day($0) }, rule: "weekday-of-month")
    }
    return TimeSpan(
      end: end, grain: .week, interval: monday.map { .init(from: $0, to: $0.adding(days: 7)) }, rule: "week-of-month")
  }
}

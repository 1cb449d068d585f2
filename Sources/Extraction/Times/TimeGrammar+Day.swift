/// What lies within a month.
extension NumericScan {
  /// 昨（12）日, 昨（12日）晚: the day in brackets, `offset` days from the report.
  ///
  /// - Parameter start: behind the bracket that opens.
  func bracketedDay(_ start: Int, _ offset: Int) -> TimeSpan? {
    guard let n = smallNumeral(start), n.isArabic, 1...31 ~= n.value, n.digits <= 2 else { return nil }
    let isInside = at(n.end) == GrammarScalar.day
    let close = isInside ? n.end + 1 : n.end
    guard GrammarScalar.closes(at(close)) else { return nil }
    var end = close + 1
    if !isInside, at(end) == GrammarScalar.day { end += 1 }
    let part = word(.partOfDay, end)
    guard isInside || end > close + 1 || part != nil else { return nil }
    let named = context.reference?.date.adding(days: offset) ?? context.namedMonth
    let date = named.flatMap { $0.day == n.value ? $0 : CalendarDate(year: $0.year, month: $0.month, day: n.value) }
    var span = TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: .word)
    span.writtenDay = n.value
    return part.map { self.part($0.payload, of: span, end: $0.end) } ?? span
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
    if let date = dayWithoutUnit(month) { return date }
    if let (end, part) = part(i, .monthDays) {
      let last = start.map { CalendarDate.days(inMonth: $0.month, of: $0.year) } ?? 31
      let interval = start.map {
        TimeSpan.Interval(from: $0.adding(days: part.start - 1), to: $0.adding(days: min(part.end, last)))
      }
      return TimeSpan(end: end, grain: .part, interval: interval, rule: .monthPart)
    }
    let from = skipSpaces(i)
    if let (n, end, _) = counted(from, GrammarScalar.day, or: GrammarScalar.spokenDay), (1...31).contains(n.value),
      n.digits <= 2
    {
      let date = start.flatMap { CalendarDate(year: $0.year, month: $0.month, day: n.value) }
      var span = TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: .date)
      (span.writtenMonth, span.writtenDay, span.assumesYear) = (month.writtenMonth, n.value, month.assumesYear)
      return span
    }
    return weekOfMonth(i, start)
  }

  /// 八月十五: in Chinese numerals without 日 it is the lunar day, rarely the solar one; of the months that the lunar
  /// calendar calls otherwise (一月, 十一月, 十二月) the solar one.
  private func dayWithoutUnit(_ month: TimeSpan) -> TimeSpan? {
    guard let written = month.writtenMonth, month.isChineseNumeral, at(month.end - 1) == GrammarScalar.month,
      let n = smallNumeral(month.end), !n.isArabic, n.digits == 0, (10...31).contains(n.value),
      at(n.end) != GrammarScalar.day, at(n.end) != GrammarScalar.spokenDay, at(n.end) != GrammarScalar.counter,
      role(n.end) == .none, wordAfter(.measureWord, n.end) == nil, wordAfter(.unit, n.end) == nil,
      wordAfter(.timeUnit, n.end) == nil, wordAfter(.currency, n.end) == nil, wordAfter(.special, n.end) == nil
    else { return nil }
    let solar = month.interval?.start.flatMap {
      CalendarDate(year: $0.date.year, month: written.month, day: n.value)
    }
    var span = lunarDate(written.year, written.month, n.value, leap: false, end: n.end)
    let solarDay = solar.map { TimeSpan.Interval.day($0) }
    if written.month == 1 || written.month > 10 || n.value > 30 {
      span.interval = solarDay
      span.rule = .date
    } else {
      span.other = solarDay
    }
    return span
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
      return TimeSpan(end: end + 1, grain: .day, interval: date.map { .day($0) }, rule: .weekdayOfMonth)
    }
    return TimeSpan(
      end: end, grain: .week, interval: monday.map { .init(from: $0, to: $0.adding(days: 7)) }, rule: .weekOfMonth)
  }
}

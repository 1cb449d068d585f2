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
      if quarters.count == 1, let (stop, part) = part(end, .quarterMonths), !GrammarScalar.isHan(at(stop)) {
        let month = (quarters.lowerBound - 1) * 3 + part.start
        return span(stop, .month, number.flatMap { .months(month, month, of: $0) }, "quarter-part")
      }
      return span(
        end, .part, number.flatMap { .months(quarters.lowerBound * 3 - 2, quarters.upperBound * 3, of: $0) }, "quarter")
    }
    if let (months, end) = firstMonths(from) {
      return span(end, .part, number.flatMap { .months(1, months, of: $0) }, "first-months")
    }
    if let (end, payload) = word(.holiday, from),
      vocabulary.times.holidays[payload].days >= 0 || isQuoted(from, end), connector(.nameTail, end) == nil
    {
      let holiday = vocabulary.times.holidays[payload]
      // Without a year, 除夕 is the one to come from the spring on.
      let isNext = year == nil && holiday.calendar == .lunar && holiday.month == 12 && inSecondHalf
      var found = self.holiday(end, holiday, isNext ? number.map { $0 + 1 } : number)
      if year == nil, first == nil, holiday.calendar == .islamic { found = nearest(holiday, end: end) ?? found }
      if year == nil, first == nil, let date = found.interval?.start?.date, let now = context.reference?.date {
        found.other = self.holiday(end, holiday, date.year + (date <= now ? 1 : -1)).interval
      } else if year != nil, holiday.calendar == .lunar, holiday.month == 12 {
        found.other = self.holiday(end, holiday, number.map { $0 + 1 }).interval  // at the end of the lunar year
      }
      return found
    }
    if year != nil, let (end, part) = part(from, .seasons), end - from > 1 || !GrammarScalar.isHan(at(end)) {
      return span(end, .part, number.flatMap { season((part.start - 3) / 6, of: $0) }, "season")
    }
    if let year, year.grain == .year, let found = numbered(from, of: year) ?? extreme(year) { return found }
    if let (end, payload) = word(.solarTerm, from), year != nil || showsDay(end) {
      return span(end, .day, number.flatMap { solarTerm(payload, of: $0) }.map { .day($0) }, "solar-term")
    }
    var found = month(from, number, year: known, lunar: lunar)
    if year == nil, first == nil, found?.rule == "month" { found?.assumesYear = true }
    return found
  }

  /// From one of the solar terms that begin a season to the next one: 立春, 立夏, 立秋, 立冬.
  func season(_ season: Int, of year: Int) -> TimeSpan.Interval? {
    guard let start = solarTerm(2 + season * 6, of: year), let end = solarTerm(8 + season * 6, of: year) else {
      return nil
    }
    return TimeSpan.Interval(from: start, to: end)
  }

  private var inSecondHalf: Bool { context.reference.map { $0.date.month > 3 } ?? false }

  /// Whether what follows a solar term shows that its day is meant: 冬至当天, 立春前后.
  private func showsDay(_ end: Int) -> Bool {
    if connector(.around, end) != nil || at(end) == GrammarScalar.festival && at(end + 1) == GrammarScalar.air {
      return true  // 立春前后, 立春节气
    }
    guard let (_, payload) = word(.timeWord, end) else { return false }
    return vocabulary.times.words[payload].level == .day && vocabulary.times.words[payload].basis == .named
  }

  /// “七一”前夕; “八一”精神 is no day.
  private func isQuoted(_ start: Int, _ end: Int) -> Bool {
    let (before, after) = (at(start - 1), at(end))
    return (before == 0x201C || before == 0x22 || before == 0x2018)
      && (after == 0x201D || after == 0x22 || after == 0x2019) && connector(.feastFollows, end + 1) != nil
  }

  /// The year a bare month belongs to.
  private var yearOfReport: Int? { context.reference?.date.year ?? context.namedYear }

  private func month(_ i: Int, _ number: Int?, year: Int?, lunar: Bool) -> TimeSpan? {
    var leap = false
    var position = i
    if at(position) == GrammarScalar.leap { (leap, position) = (true, position + 1) }
    if let (end, payload) = word(.lunarMonth, position) {
      // In January, 腊月 is that of the lunar year going on.
      let month = vocabulary.times.lunarMonths[payload]
      let isLast = year == nil && month > 10 && context.reference.map { $0.date.month < 3 } == true
      var found = lunarMonth(end, month, leap: leap, isLast ? number.map { $0 - 1 } : number)
      if isLast { found.other = lunarMonth(end, month, leap: leap, number).interval }
      return found
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
    span.isChineseNumeral = !n.isArabic
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
    if begins ? n.value > 10 : n.value < 10 && !n.isArabic { return nil }  // 初五; 腊月一个月
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

  func seasonEnd(_ i: Int) -> Int? {
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
    if let date = dayWithoutUnit(month) { return date }
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
      var span = TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: "date")
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
      span.rule = "date"
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
      return TimeSpan(end: end + 1, grain: .day, interval: date.map { .day($0) }, rule: "weekday-of-month")
    }
    return TimeSpan(
      end: end, grain: .week, interval: monday.map { .init(from: $0, to: $0.adding(days: 7)) }, rule: "week-of-month")
  }
}

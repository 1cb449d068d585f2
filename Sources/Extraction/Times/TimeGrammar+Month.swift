extension NumericScan {
  /// A part of a year: 上半年, 一季度, 前5个月, 春天, 国庆节, 冬至, 3月, 正月.
  func withinYear(_ i: Int, _ year: TimeSpan?, after first: TimeSpan?, lunar: Bool) -> TimeSpan? {
    let known = year?.interval?.start?.date.year
    let number = year == nil ? first?.interval?.start?.date.year ?? yearOfReport : known
    func span(_ end: Int, _ grain: TimeSpan.Grain, _ interval: TimeSpan.Interval?, _ rule: TimeRule) -> TimeSpan {
      TimeSpan(end: end, grain: grain, interval: interval, rule: rule)
    }
    let from = year != nil && at(i) == GrammarScalar.attributive ? i + 1 : skipSpaces(i)
    if let (end, part) = part(from, .yearMonths), year != nil || end - from > 1,
      !(year == nil && part.start == part.end)
    {
      return span(end, .part, number.flatMap { .months(part.start, part.end, of: $0) }, .yearPart)
    }
    if let (quarters, end) = quarter(from, ofYear: year != nil) {
      // 二季度末上升; but 一季度初步核算, 一季度中国
      if quarters.count == 1, let (stop, part) = part(end, .quarterMonths),
        part.start == 3 || !GrammarScalar.isHan(at(stop))
      {
        let month = (quarters.lowerBound - 1) * 3 + part.start
        return span(stop, .month, number.flatMap { .months(month, month, of: $0) }, .quarterPart)
      }
      return span(
        end, .part, number.flatMap { .months(quarters.lowerBound * 3 - 2, quarters.upperBound * 3, of: $0) }, .quarter)
    }
    if let (months, end) = firstMonths(from) {
      var found = span(end, .part, number.flatMap { .months(1, months, of: $0) }, .firstMonths)
      // Without a year also the last ones: 前两个月.
      if year == nil, first == nil, let this = context.reference?.date.startOfMonth {
        keep([.init(from: this.adding(months: -months), to: this)], in: &found)
      }
      return found
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
        let other = self.holiday(end, holiday, date.year + (date <= now ? 1 : -1))
        found.other = other.interval
        keep(readings(of: other), in: &found)
      } else if year != nil, holiday.calendar == .lunar, holiday.month == 12 {
        found.other = self.holiday(end, holiday, number.map { $0 + 1 }).interval  // at the end of the lunar year
      }
      return found
    }
    // Without a year a season is one only as all that is said: 冬季.
    if let (end, part) = part(from, .seasons),
      year != nil ? end - from > 1 || !GrammarScalar.isHan(at(end)) : end - from > 1 && end - from == text.count
    {
      return span(end, .part, number.flatMap { season((part.start - 3) / 6, of: $0) }, .season)
    }
    if let year, year.grain == .year, let found = numbered(from, of: year) ?? extreme(year) { return found }
    if let (end, payload) = word(.solarTerm, from), year != nil || showsDay(end) {
      return span(end, .day, number.flatMap { solarTerm(payload, of: $0) }.map { .day($0) }, .solarTerm)
    }
    var found = month(from, number, year: known, lunar: lunar)
    if year == nil, first?.assumesYear ?? true, found?.rule == .month { found?.assumesYear = true }
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
    // 最大年龄: 大年 is a month only before its day.
    if let (end, payload) = word(.lunarMonth, position), at(end - 1) == GrammarScalar.month || lunarDay(end) != nil {
      // In January, 腊月 is that of the lunar year going on.
      let month = vocabulary.times.lunarMonths[payload]
      let isLast = year == nil && month > 10 && context.reference.map { $0.date.month < 3 } == true
      var found = lunarMonth(end, month, leap: leap, isLast ? number.map { $0 - 1 } : number)
      if isLast { found.other = lunarMonth(end, month, leap: leap, number).interval }
      return found
    }
    if at(position) == GrammarScalar.first, at(position + 1) == GrammarScalar.month, !leap, !lunar {  // 元月
      return TimeSpan(
        end: position + 2, grain: .month, interval: number.flatMap { .months(1, 1, of: $0) }, rule: .month)
    }
    guard let (n, end, _) = counted(position, GrammarScalar.month), (1...12).contains(n.value), n.digits <= 2,
      at(position) != GrammarScalar.two  // 两月 counts months
    else { return nil }
    var stop = end
    if at(stop) == 0x4EFD { stop += 1 }  // 月份
    if leap || lunar { return lunarMonth(stop, n.value, leap: leap, number) }
    var span = TimeSpan(
      end: stop, grain: .month, interval: number.flatMap { .months(n.value, n.value, of: $0) }, rule: .month)
    span.writtenMonth = .init(year: number, month: n.value)
    span.isChineseNumeral = !n.isArabic
    return span
  }

  private func lunarMonth(_ end: Int, _ month: Int, leap: Bool, _ year: Int?) -> TimeSpan {
    let found = year.flatMap { vocabulary.times.lunarCalendar.month(month, leap: leap, of: $0) }
    let interval = found.map { TimeSpan.Interval(from: $0.start, to: $0.start.adding(days: $0.days)) }
    let span = TimeSpan(end: end, grain: .month, interval: interval, rule: .lunar)
    guard let (day, dayEnd) = lunarDay(end) else { return span }
    return lunarDate(year, month, day, leap: leap, end: dayEnd)
  }

  func lunarDate(_ year: Int?, _ month: Int, _ day: Int, leap: Bool, end: Int) -> TimeSpan {
    let date = year.flatMap { vocabulary.times.lunarCalendar.date(year: $0, month: month, day: day, leap: leap) }
    return TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: .lunar)
  }

  /// 初五, 十五, 廿三, 三十.
  func lunarDay(_ i: Int) -> (day: Int, end: Int)? {
    let begins = at(i) == GrammarScalar.beginning
    guard let n = smallNumeral(begins ? i + 1 : i), (1...30).contains(n.value), n.digits <= 2 else { return nil }
    if begins ? n.value > 10 : n.value < 10 && !n.isArabic { return nil }  // 初五; 腊月一个月
    return (n.value, n.end)
  }

  /// The quarters of 一季度, 第三季度, 前三季度, 一至三季度, q1.
  ///
  /// - Parameter ofYear: whether a year stands before it: then 第二季 is one, too, as in Taiwan.
  func quarter(_ i: Int, ofYear: Bool = false) -> (quarters: ClosedRange<Int>, end: Int)? {
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
    if ofYear, first == nil, at(position - 1) == GrammarScalar.ordinal, at(q) == GrammarScalar.season, q == n.end,
      seasonEnd(q) == nil
    {
      return (n.value...n.value, q + 1)
    }
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
}

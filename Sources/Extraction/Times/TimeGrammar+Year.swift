extension NumericScan {
  /// 2023年, 二〇二三年, 98年4月, 公元前221年, 康熙二十年, 20世纪90年代.
  func year(_ i: Int) -> TimeSpan? {
    if let (end, payload) = word(.era, i) { return era(end, vocabulary.times.eras[payload]) }
    guard let n = smallNumeral(i) else { return nil }
    if let thousands = thousands(i) { return thousands }
    if at(n.end) == GrammarScalar.century.0, at(n.end + 1) == GrammarScalar.century.1, (1...30).contains(n.value),
      n.digits <= 2
    {
      return centuryOrDecade(n.end + 2, century: (n.value - 1) * 100)
    }
    if let decade = decade(i, century: nil) { return decade }
    if let named = namedYear(i) { return named }
    guard let (n, end, _) = counted(i, GrammarScalar.year) else { return nil }
    guard let year = writtenYear(n, end) else { return nil }
    let whole = end > n.end && at(end) == GrammarScalar.degree && role(end - 2) != .none ? end + 1 : end  // 1998年度
    return TimeSpan(end: whole, grain: .year, interval: .year(year), rule: .year)
  }

  /// 两千零四年八月, 一千九百四十九年十月: a year read as a number, which only what follows tells from a length.
  private func thousands(_ i: Int) -> TimeSpan? {
    guard role(i) == .digit, role(i + 1) == .unit, let n = numeral(i), n.upper == nil, at(n.end) == GrammarScalar.year,
      let year = n.value.integer, (1000...2999).contains(year), isDatedAfter(n.end + 1)
    else { return nil }
    return TimeSpan(end: n.end + 1, grain: .year, interval: .year(year), rule: .year)
  }

  private func era(_ i: Int, _ era: TimeVocabulary.Era) -> TimeSpan? {
    if at(i) == GrammarScalar.year, at(i + 1) == GrammarScalar.interval, let last = era.lastYear {  // 贞观年间
      let start = CalendarDate(year: era.firstYear, month: 1, day: 1)
      let end = CalendarDate(year: last + 1, month: 1, day: 1)
      var span = TimeSpan(
        end: i + 2, grain: .days, interval: start.flatMap { a in end.map { .init(from: a, to: $0) } }, rule: .era)
      span.edges = .init(first: .year, last: .year)
      return span
    }
    let n: Int
    var end: Int
    if at(i) == GrammarScalar.first, at(i + 1) == GrammarScalar.year {
      (n, end) = (1, i + 1)
    } else {
      let from = skipSpaces(i)
      guard let found = smallNumeral(from) else { return nil }
      (n, end) = (found.value, found.end)
    }
    guard at(end) == GrammarScalar.year, n > 0 else { return nil }
    end += 1
    let year = era.firstYear == 0 ? 1 - n : era.firstYear + n - 1
    if let last = era.lastYear, year > last { return nil }
    return TimeSpan(end: end, grain: .year, interval: .year(year), rule: .era)
  }

  /// The year a numeral before 年 names, or nil if it counts years.
  private func writtenYear(_ n: SmallNumeral, _ end: Int) -> Int? {
    if n.digits == 4 {
      return (1000...2999).contains(n.value) && (n.value >= 1500 || n.value % 100 != 0) ? n.value : nil
    }
    if n.digits == 3, n.value >= 100 { return isDatedAfter(end) ? n.value : nil }  // 三六七年一月
    guard n.digits == 2 else { return nil }
    let ones = n.value % 10
    let tens = n.value / 10
    let pair = !n.isArabic && ones == tens + 1  // 三四年: three or four years
    let leadingZero = tens == 0
    guard isDatedAfter(end) || leadingZero || !n.isArabic && !pair else { return nil }
    return expand(n.value)
  }

  /// Whether a month, a part of the year or a feast follows 年.
  private func isDatedAfter(_ end: Int) -> Bool {
    counted(end, GrammarScalar.month) != nil || quarter(end) != nil || part(end, .yearMonths) != nil
      || word(.holiday, end) != nil || numberedUnit(end) != nil
  }

  /// Two digits of a year: up to ten years ahead of the report it is this century's; nobody writes 1890 so.
  func expand(_ two: Int) -> Int {
    let now = context.reference?.date.year ?? 2020
    let century = now - now % 100
    return two <= now % 100 + 10 || century < 2000 ? century + two : century - 100 + two
  }

  /// 世纪 is read; a decade of it may follow.
  func centuryOrDecade(_ end: Int, century: Int?) -> TimeSpan? {
    if let decade = decade(end, century: century) { return decade }
    if let (stop, part) = part(end, .decadeYears) {  // 本世纪末
      let first = century.flatMap { CalendarDate(year: max($0 + part.start * 10, 1), month: 1, day: 1) }
      let interval = first.map { TimeSpan.Interval(from: $0, to: $0.adding(months: (part.end - part.start + 1) * 120)) }
      var span = TimeSpan(end: stop, grain: .decade, interval: interval, rule: .centuryPart)
      span.edges = .init(first: .decade, last: .decade)
      return span
    }
    let start = century.flatMap { CalendarDate(year: max($0, 1), month: 1, day: 1) }
    let interval = start.map { TimeSpan.Interval(from: $0, to: $0.adding(months: 1200)) }
    return TimeSpan(end: end, grain: .century, interval: interval, rule: .century)
  }

  /// 90年代, 九十年代, 1980年代.
  private func decade(_ i: Int, century: Int?) -> TimeSpan? {
    guard let n = smallNumeral(i), at(n.end) == GrammarScalar.decade.0, at(n.end + 1) == GrammarScalar.decade.1 else {
      return nil
    }
    guard n.value % 10 == 0, n.digits != 3 else { return nil }
    let start: Int
    if n.value >= 1000 {
      start = n.value
    } else if let century {
      start = century + n.value
    } else {
      start = n.value >= 30 ? 1900 + n.value : 2000 + n.value
    }
    let date = CalendarDate(year: start, month: 1, day: 1)
    return TimeSpan(
      end: n.end + 2, grain: .decade, interval: date.map { .init(from: $0, to: $0.adding(months: 120)) }, rule: .decade
    )
  }

  /// 90年代初, 中期, 末期.
  func withinDecade(_ decade: TimeSpan) -> TimeSpan? {
    guard let (end, part) = part(decade.end, .decadeYears) else { return nil }
    var span = decade
    span.end = end
    span.edges = .init(first: .year, last: .year)
    span.interval = decade.interval?.start.map {
      .init(from: $0.date.adding(months: part.start * 12), to: $0.date.adding(months: (part.end + 1) * 12))
    }
    return span
  }

  /// The longest word for a part of that scope.
  func part(_ i: Int, _ scope: TimeVocabulary.Scope) -> (end: Int, part: TimeVocabulary.Part)? {
    guard frontRoles(i) & NumericVocabulary.Front.part.bit != 0 else { return nil }
    var found: (end: Int, part: TimeVocabulary.Part)?
    vocabulary.front.forEachWord(in: text, at: i) { end, sense in
      guard sense.role == NumericVocabulary.Front.part.rawValue else { return }
      let part = vocabulary.times.parts[Int(sense.payload)]
      if part.scope == scope { found = (end, part) }
    }
    return found
  }
}

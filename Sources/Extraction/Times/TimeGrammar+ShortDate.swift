/// Dates in digits that do not begin with a whole year: 10/31/1986, 13-6-9, 6·30, 08-12 19:05.
extension NumericScan {
  /// 10/31/1986, 05/05/89, 27.5.2015: month, day and year, after a full stop day and month first; where both may be the
  /// month, the other order is another reading.
  func slashDate(_ i: Int) -> TimeSpan? {
    guard role(i) == .arabic, role(i - 1) != .arabic else { return monthDay(i) }
    let a = digitCount(i)
    let separator = at(i + a)
    guard a <= 2, separator == GrammarScalar.slash || separator == GrammarScalar.fullStop else {
      return yearFirst(i) ?? monthDay(i)
    }
    let b = digitCount(i + a + 1)
    let yearStart = i + a + 1 + b + 1
    let y = digitCount(yearStart)
    guard b == 1 || b == 2, at(yearStart - 1) == separator, y == 4 || y == 2 && separator == GrammarScalar.slash,
      at(yearStart + y) != separator, !GrammarScalar.isLatinLetter(at(yearStart + y))
    else { return nil }
    let written = digits(yearStart, y)
    guard y == 2 || separator == GrammarScalar.slash || (1900...2099).contains(written) else { return nil }
    let year = y == 4 ? written : expand(written)
    let (first, second) = (digits(i, a), digits(i + a + 1, b))
    let monthFirst = CalendarDate(year: year, month: first, day: second)
    let dayFirst = CalendarDate(year: year, month: second, day: first)
    let (usual, rare) = separator == GrammarScalar.slash ? (monthFirst, dayFirst) : (dayFirst, monthFirst)
    guard let date = usual ?? rare else { return nil }
    var span = TimeSpan(end: yearStart + y, grain: .day, interval: .day(date), rule: .dateSlashes)
    if usual != nil, let rare, rare != date { span.other = .day(rare) }
    return span
  }

  /// 13-6-9, where all three can be those of a date and nothing is tied to it.
  private func yearFirst(_ i: Int) -> TimeSpan? {
    guard digitCount(i) == 2, at(i + 2) == GrammarScalar.hyphen, !hasClue(.identifier, before: i, within: 2) else {
      return nil
    }
    let m = digitCount(i + 3)
    guard m == 1 || m == 2, at(i + 3 + m) == GrammarScalar.hyphen else { return nil }
    let dayStart = i + 4 + m
    let d = digitCount(dayStart)
    let end = dayStart + d
    guard d == 1 || d == 2, at(end) != GrammarScalar.hyphen, at(end) != GrammarScalar.fullStop,
      !GrammarScalar.isLatinLetter(at(end)),
      let date = CalendarDate(year: expand(digits(i, 2)), month: digits(i + 3, m), day: digits(dayStart, d))
    else { return nil }
    var span = TimeSpan(end: end, grain: .day, interval: .day(date), rule: .dateShort)
    if let now = context.reference?.date, date.year + 100 <= now.year + 20 {
      span.other = .day(date.adding(months: 1200))
    }
    return span
  }

  /// 6·30: a month and a day between signs. In quotation marks it is mostly what happened that day.
  func dottedDay(_ i: Int) -> TimeSpan? {
    let m = digitCount(i)
    guard m == 1 || m == 2, at(i + m) == GrammarScalar.middleDot, isBoundary(i - 1), at(i - 1) != 0x201C,
      at(i - 1) != 0x22
    else { return nil }
    let d = digitCount(i + m + 1)
    let end = i + m + 1 + d
    guard d == 1 || d == 2, isBoundary(end), at(end) != GrammarScalar.percent,
      let year = context.reference?.date.year,
      let date = CalendarDate(year: year, month: digits(i, m), day: digits(i + m + 1, d))
    else { return nil }
    var span = TimeSpan(end: end, grain: .day, interval: .day(date), rule: .dateDotted)
    (span.writtenMonth, span.writtenDay, span.assumesYear) = (.init(month: date.month), date.day, true)
    return span
  }

  /// 08-12 19:05: a month and a day, when a clock time follows.
  private func monthDay(_ i: Int) -> TimeSpan? {
    guard digitCount(i) == 2, at(i + 2) == GrammarScalar.hyphen, digitCount(i + 3) == 2,
      at(i + 5) == GrammarScalar.space, let clock = clock(i + 6, dated: true), clock.grain >= .minute
    else { return nil }
    let (month, day) = (digits(i, 2), digits(i + 3, 2))
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let date = context.reference.flatMap { CalendarDate(year: $0.date.year, month: month, day: day) }
    var span = TimeSpan(end: i + 5, grain: .day, interval: date.map { .day($0) }, rule: .dateNumeric)
    (span.writtenMonth, span.writtenDay, span.assumesYear) = (.init(month: month), day, true)
    return span
  }
}

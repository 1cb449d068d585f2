/// Dates and years written in digits and signs alone, the year first.
extension NumericScan {
  /// 2024-04-18, 2024.4.18, 2024/04/18, 20240418, 2008-08.
  func numericDate(_ i: Int) -> TimeSpan? {
    guard role(i) == .arabic, role(i - 1) != .arabic, (0..<4).allSatisfy({ role(i + $0) == .arabic }) else {
      return nil
    }
    let year = digits(i, 4)
    guard (1000...2999).contains(year) else { return nil }
    if digitCount(i + 4) == 4, role(i + 8) != .arabic {
      guard (1900...2099).contains(year),
        let date = CalendarDate(year: year, month: digits(i + 4, 2), day: digits(i + 6, 2)),
        !GrammarScalar.isLatinLetter(at(i + 8)),
        wordAfter(.measureWord, i + 8) == nil, wordAfter(.currency, i + 8) == nil, wordAfter(.unit, i + 8) == nil
      else { return nil }
      return TimeSpan(end: i + 8, grain: .day, interval: .day(date), rule: .dateDigits)
    }
    let separator = at(i + 4)
    if separator == GrammarScalar.space { return spacedDate(i, year) }
    guard separator == GrammarScalar.hyphen || separator == GrammarScalar.fullStop || separator == GrammarScalar.slash
    else { return nil }
    let m = digitCount(i + 5)
    guard m == 1 || m == 2 else { return nil }
    let month = digits(i + 5, m)
    var end = i + 5 + m
    var d = at(end) == separator ? digitCount(end + 1) : 0
    // 1986.03-27: two signs, where the last number can only be a day.
    if at(end) == GrammarScalar.hyphen, separator != GrammarScalar.hyphen, digitCount(end + 1) == 2,
      digits(end + 1, 2) > 12
    {
      d = 2
    }
    if d == 1 || d == 2 {
      guard let date = CalendarDate(year: year, month: month, day: digits(end + 1, d)) else { return nil }
      end += 1 + d
      // The T of ISO 8601, in lower case.
      if at(end) == 0x74, role(end + 1) == .arabic { end += 1 }
      return TimeSpan(end: end, grain: .day, interval: .day(date), rule: .dateNumeric)
    }
    guard m == 2, (1900...2099).contains(year), !GrammarScalar.isHan(at(end)), at(end) != 0x25,
      let interval = TimeSpan.Interval.months(month, month, of: year)
    else { return nil }
    return TimeSpan(end: end, grain: .month, interval: interval, rule: .monthNumeric)
  }

  /// 2010 01 29
  private func spacedDate(_ i: Int, _ year: Int) -> TimeSpan? {
    guard (1900...2099).contains(year), digitCount(i + 5) == 2, at(i + 7) == GrammarScalar.space,
      digitCount(i + 8) == 2, !GrammarScalar.isLatinLetter(at(i + 10)),
      wordAfter(.measureWord, i + 10) == nil, wordAfter(.unit, i + 10) == nil,
      let date = CalendarDate(year: year, month: digits(i + 5, 2), day: digits(i + 8, 2))
    else { return nil }
    return TimeSpan(end: i + 10, grain: .day, interval: .day(date), rule: .dateSpaced)
  }

  /// The end of 从2016到2018: a year that only its place in a range shows to be one.
  func bareYear(_ i: Int) -> TimeSpan? {
    guard digitCount(i) == 4, role(i - 1) != .arabic, role(i + 4) == .none,
      (1900...2099).contains(digits(i, 4)), !GrammarScalar.isLatinLetter(at(i + 4)),
      at(i + 4) != GrammarScalar.oClock, at(i + 4) != GrammarScalar.fullStop, at(i + 4) != 0x25,
      wordAfter(.measureWord, i + 4) == nil, wordAfter(.unit, i + 4) == nil, wordAfter(.currency, i + 4) == nil,
      wordAfter(.timeUnit, i + 4) == nil, wordAfter(.special, i + 4) == nil
    else { return nil }
    return TimeSpan(end: i + 4, grain: .year, interval: .year(digits(i, 4)), rule: .bareYear)
  }

  /// 2024财年, 2023—2024学年, 2023/24赛季: years that do not begin in January, told by the calendar years they lie in.
  func namedYear(_ i: Int) -> TimeSpan? {
    guard digitCount(i) == 4, role(i - 1) != .arabic, (1900...2099).contains(digits(i, 4)) else { return nil }
    let first = digits(i, 4)
    if let (end, _) = connector(.yearName, i + 4) {
      return TimeSpan(end: end, grain: .year, interval: .year(first), rule: .namedYear)
    }
    guard let second = at(i + 4) == GrammarScalar.slash ? i + 5 : rangeConnector(i + 4) else { return nil }
    let count = digitCount(second)
    let written = digits(second, count)
    let last = count == 2 ? first / 100 * 100 + written : written
    guard count == 2 || count == 4, last == first + 1, let (end, _) = connector(.yearName, second + count),
      let start = CalendarDate(year: first, month: 1, day: 1)
    else { return nil }
    var span = TimeSpan(
      end: end, grain: .days, interval: .init(from: start, to: start.adding(months: 24)), rule: .namedYear)
    span.edges = .init(first: .year, last: .year)
    return span
  }

  func digits(_ from: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 * 10 + Int(at(from + $1) &- 0x30) }
  }

  func digitCount(_ from: Int) -> Int {
    var n = 0
    while n < 5, role(from + n) == .arabic { n += 1 }
    return n
  }
}

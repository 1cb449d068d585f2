extension NumericScan {
  func holiday(_ end: Int, _ holiday: TimeVocabulary.Holiday, _ year: Int?) -> TimeSpan {
    let date = year.flatMap { self.date(of: holiday, in: $0) }
    let days = holiday.days != 0 ? abs(holiday.days) : year.flatMap { lengthOfMonth(of: holiday, in: $0) } ?? 30
    let interval = date.map { TimeSpan.Interval(from: $0, to: $0.adding(days: days)) }
    var span = TimeSpan(end: end, grain: days > 1 ? .days : .day, interval: interval, rule: .holiday)
    if let date { keep(elsewhere(holiday, date, days), in: &span) }
    return span
  }

  /// A day of the Jewish calendar begins at sunset: the feast is also told by the solar day of its eve, one of several days
  /// from there on or by its evenings. Indian feasts are kept a day earlier or later in places.
  private func elsewhere(
    _ holiday: TimeVocabulary.Holiday, _ date: CalendarDate, _ days: Int
  ) -> [TimeSpan.Interval] {
    let end = date.adding(days: days)
    switch holiday.calendar {
    case .hebrew:
      let eve = date.adding(days: -1)
      return days == 1 ? [.day(eve)] : [.init(from: eve, to: end), .init(from: eve, to: eve.adding(days: days))]
    case .dated:
      let others = vocabulary.times.feasts[holiday.month]?.days(in: date.year).dropFirst() ?? []
      return others.map { days == 1 ? .day($0) : .init(from: $0, to: end) }
    default: return []
    }
  }

  /// Of a feast that wanders through the seasons, the one nearest to the report.
  func nearest(_ holiday: TimeVocabulary.Holiday, end: Int) -> TimeSpan? {
    guard let now = context.reference?.date else { return nil }
    func distance(_ span: TimeSpan) -> Int {
      guard let start = span.interval?.start?.date, let end = span.interval?.end?.date else { return .max }
      return max(start.dayNumber - now.dayNumber, now.dayNumber - end.dayNumber, 0)
    }
    return (-1...1).map { self.holiday(end, holiday, now.year + $0) }.min { distance($0) < distance($1) }
  }

  private func date(of holiday: TimeVocabulary.Holiday, in year: Int) -> CalendarDate? {
    switch holiday.calendar {
    case .solar: return CalendarDate(year: year, month: holiday.month, day: holiday.day)
    case .lunar:
      // 2025年除夕 is the one of January 2025, though the last day of the lunar year 2024.
      let lunarYear = holiday.month == 12 ? year - 1 : year
      return vocabulary.times.lunarCalendar.date(year: lunarYear, month: holiday.month, day: holiday.day)
    case .term: return solarTerm(holiday.day - 1, of: year)
    case .weekday:
      guard let first = CalendarDate(year: year, month: holiday.month, day: 1) else { return nil }
      let (ordinal, weekday) = (holiday.day / 10, holiday.day % 10)
      if ordinal == 9 {  // the last one
        let last = first.adding(months: 1).adding(days: -1)
        return last.adding(days: -((last.weekday - weekday + 7) % 7))
      }
      return first.adding(days: (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7)
    case .easter: return Self.easter(year)?.adding(days: holiday.day)
    case .orthodox: return Self.orthodoxEaster(year)?.adding(days: holiday.day)
    case .islamic, .hebrew:
      let table = vocabulary.times.monthTables[holiday.calendar]
      return table?.date(month: holiday.month, day: holiday.day, inSolarYear: year)?.date
    case .dated: return vocabulary.times.feasts[holiday.month]?.days(in: year).first
    }
  }

  /// Of a holiday that is a whole month: 斋月.
  private func lengthOfMonth(of holiday: TimeVocabulary.Holiday, in year: Int) -> Int? {
    let table = vocabulary.times.monthTables[holiday.calendar]
    return table?.date(month: holiday.month, day: holiday.day, inSolarYear: year)?.days
  }

  /// Easter Sunday of the Julian calendar as a day of ours: Meeus, Astronomical Algorithms, chapter 8.
  private static func orthodoxEaster(_ year: Int) -> CalendarDate? {
    guard year > 1582 else { return nil }
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let sum = d + e + 114
    let julian = CalendarDate(year: year, month: sum / 31, day: sum % 31 + 1)
    return julian?.adding(days: year / 100 - year / 400 - 2)
  }

  /// The day of a solar term (0: 小寒), by the approximation that the table's header describes.
  func solarTerm(_ index: Int, of year: Int) -> CalendarDate? {
    let terms = vocabulary.times.solarTerms
    guard terms.count == 24, (1900..<2100).contains(year + index / 24) else { return nil }
    let year = year + index / 24
    let term = terms[index % 24]
    let y = year % 100
    let constant = year < 2000 ? term.constant20 : term.constant21
    let leapYears = index % 24 < 4 ? (y - 1) / 4 : y / 4
    return CalendarDate(year: year, month: term.month, day: Int(0.2422 * Double(y) + constant) - leapYears)
  }

  /// Easter Sunday of the Gregorian calendar: the anonymous algorithm (Nature, 1876).
  private static func easter(_ year: Int) -> CalendarDate? {
    guard year > 1582 else { return nil }
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 19 * l) / 433
    let month = (h + l - 7 * m + 90) / 25
    return CalendarDate(year: year, month: month, day: (h + l - 7 * m + 33 * month + 19) % 32)
  }
}

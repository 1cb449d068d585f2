/// A calendar whose months are known from a table of their lengths: the Islamic and the Hebrew one.
struct MonthTable: Sendable {
  /// Years that follow one another.
  struct Run: Sendable {
    let year: Int
    /// The day number of the first day of the first year.
    let firstDay: Int
    /// For each year a character a month: `1` for 30 days, `0` for 29, `-` for a month that the year leaves out.
    let months: [[UInt8]]
  }

  private struct Year {
    let firstDay: Int
    let months: [UInt8]
  }

  private var years: [Int: Year] = [:]

  init(runs: [Run]) {
    for run in runs {
      var day = run.firstDay
      for (index, months) in run.months.enumerated() {
        years[run.year + index] = Year(firstDay: day, months: months)
        day += months.reduce(0) { $0 + Self.days($1) }
      }
    }
  }

  private static func days(_ month: UInt8) -> Int {
    switch month {
    case 0x31: 30
    case 0x30: 29
    default: 0
    }
  }

  /// The first day and the length of a month, or nil outside the table or if the year leaves the month out.
  func month(_ month: Int, of year: Int) -> (start: CalendarDate, days: Int)? {
    guard let year = years[year], year.months.indices.contains(month - 1) else { return nil }
    let days = Self.days(year.months[month - 1])
    guard days > 0 else { return nil }
    let before = year.months[..<(month - 1)].reduce(0) { $0 + Self.days($1) }
    return (CalendarDate(dayNumber: year.firstDay + before), days)
  }

  /// The first time in a solar year that the day comes; the Islamic year is shorter and brings some days twice.
  ///
  /// - Complexity: the years of the table.
  func date(month: Int, day: Int, inSolarYear solar: Int) -> (date: CalendarDate, days: Int)? {
    guard let start = CalendarDate(year: solar, month: 1, day: 1)?.dayNumber else { return nil }
    let found = years.compactMap { year, entry -> (date: CalendarDate, days: Int)? in
      guard entry.firstDay > start - 400, entry.firstDay < start + 366, let found = self.month(month, of: year),
        day <= found.days
      else { return nil }
      let date = found.start.adding(days: day - 1)
      return date.year == solar ? (date, found.days) : nil
    }
    return found.min { $0.date < $1.date }
  }
}

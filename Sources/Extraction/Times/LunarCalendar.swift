/// The Chinese lunisolar calendar, from the table of its years.
struct LunarCalendar: Sendable {
  struct Year: Sendable {
    let year: Int
    /// The day number of the first day.
    let firstDay: Int
    let leapMonth: Int?
    /// The months in their order, the leap month after its namesake; true: 30 days.
    let longMonths: [Bool]
  }

  private let years: [Year]

  init(years: [Year] = []) { self.years = years }

  private func entry(_ year: Int) -> Year? {
    guard let first = years.first?.year, years.indices.contains(year - first) else { return nil }
    return years[year - first]
  }

  /// The first day and the length of a month, or nil outside the table or if the year has no such leap month.
  func month(_ month: Int, leap: Bool = false, of year: Int) -> (start: CalendarDate, days: Int)? {
    guard let entry = entry(year), (1...12).contains(month) else { return nil }
    if leap, entry.leapMonth != month { return nil }
    var index = month - 1
    if leap || entry.leapMonth.map({ $0 < month }) == true { index += 1 }
    guard index < entry.longMonths.count else { return nil }
    let before = entry.longMonths[..<index].reduce(0) { $0 + ($1 ? 30 : 29) }
    return (CalendarDate(dayNumber: entry.firstDay + before), entry.longMonths[index] ? 30 : 29)
  }

  /// The solar date of a lunar day. Day 30 of the last month means New Year's Eve even if the month has 29 days.
  func date(year: Int, month: Int, day: Int, leap: Bool = false) -> CalendarDate? {
    guard let found = self.month(month, leap: leap, of: year) else { return nil }
    let day = month == 12 && day == 30 ? found.days : day
    guard (1...found.days).contains(day) else { return nil }
    return found.start.adding(days: day - 1)
  }
}

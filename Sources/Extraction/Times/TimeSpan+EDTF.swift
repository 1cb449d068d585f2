/// What was said as text of the Extended Date/Time Format (ISO 8601-2, levels 0 to 2): exactly as fine as the words are.
extension TimeSpan {
  /// `2024-03` for a month, `199X` for a decade, `2024-33` for a quarter, `2024-04-15/2024-04-17` for a range with both
  /// days in it, `2024-01/..` for an open one, `XXXX-10-12` for a day whose year is not known; nil where nothing is known.
  var edtf: String? {
    guard let text = interval.flatMap({ edtf($0) }) ?? unresolved else { return nil }
    return approximate && grain < .dayPart && !text.contains("/") ? text + "~" : text
  }

  private func edtf(_ interval: Interval) -> String? {
    if let edges {
      let start = interval.start.map { Self.written($0, edges.first) } ?? ".."
      let end = interval.end.map { Self.written(Self.inside($0, edges.last), edges.last) } ?? ".."
      return start + "/" + end
    }
    guard let start = interval.start else { return interval.end.map { "../\(Self.written($0, .day))" } }
    switch grain {
    case .vague: return nil
    case .now, .hour, .minute, .second, .day, .year, .decade, .century: return Self.written(start, grain)
    case .month: if start.date.day == 1 { return Self.written(start, grain) }  // else a lunar month
    case .part:
      if let part = Self.partOfYear(interval, rule) { return "\(Self.written(start, .year))-\(part)" }
    case .week, .days, .dayPart: break
    }
    let edge: Grain = grain == .dayPart ? .second : .day
    let end = interval.end.map { Self.written(Self.inside($0, edge), edge) } ?? ".."
    return Self.written(start, edge) + "/" + end
  }

  /// The codes of level 2 for quarters, halves and seasons.
  private static func partOfYear(_ interval: Interval, _ rule: TimeRule) -> Int? {
    guard let start = interval.start?.date, let end = interval.end?.date else { return nil }
    if rule == .season { return start.month < 4 ? 21 : start.month < 7 ? 22 : start.month < 10 ? 23 : 24 }
    guard start.day == 1, end.day == 1 else { return nil }
    switch (start.month, (end.year - start.year) * 12 + end.month - start.month) {
    case (1, 3), (4, 3), (7, 3), (10, 3): return 33 + start.month / 3
    case (1, 6), (7, 6): return 40 + start.month / 7
    default: return nil
    }
  }

  /// The last unit before an exclusive end; times of day end where they end.
  private static func inside(_ end: Moment, _ grain: Grain) -> Moment {
    grain >= .dayPart || end.second != 0 ? end : end.adding(seconds: -1)
  }

  private static func written(_ moment: Moment, _ grain: Grain) -> String {
    let date = moment.date.description
    let year = date.utf8.count - 6
    switch grain {
    case .century: return String(date.prefix(year - 2)) + "XX"
    case .decade: return String(date.prefix(year - 1)) + "X"
    case .year: return String(date.prefix(year))
    case .month: return String(date.prefix(year + 3))
    case .vague, .part, .week, .days, .day: return date
    case .dayPart, .hour, .minute, .second, .now: return moment.description
    }
  }

  /// A clock time without its day, a date without its year.
  private var unresolved: String? {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    if edges != nil { return nil }
    if grain.isClock, writtenDay == nil { return clock.map { "T" + Moment.clock($0) } }
    guard grain == .day || grain == .month else { return nil }
    if let writtenMonth {
      guard assumesYear else { return nil }
      return "XXXX-\(two(writtenMonth.month))" + (writtenDay.map { "-" + two($0) } ?? "")
    }
    return writtenDay.map { "XXXX-XX-" + two($0) }
  }
}

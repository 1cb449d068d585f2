import Lexicon

extension NumericVocabularyBuilder {
  mutating func loadTimes() throws(NumericTableError) -> TimeVocabulary {
    var times = TimeVocabulary()
    let flag = ScalarClass.time
    try rows("time/units", ["unit", "designator", "count", "plain", "working"]) { row in
      guard let designator = TimeVocabulary.Designator(rawValue: row[1]) else { return nil }
      addAfter(row[0], .timeUnit, times.units.count)
      let scalars = Array(row[0].unicodeScalars.prefix(2))
      if scalars.count == 2, scalars[0].value == GrammarScalar.counter {
        classes.markFollower(ScalarClasses.counterFollows, scalars[1].value)
      }
      times.units.append(
        .init(designator: designator, count: ExactDecimal(parsing: row[2]), plain: row.flag(3), isWorking: row.flag(4)))
      return ()
    }
    try rows("time/lengths", ["word", "designator", "count"]) { row in
      guard let designator = TimeVocabulary.Designator(rawValue: row[1]) else { return nil }
      addFront(row[0], .length, times.lengths.count, flag: flag)
      times.lengths.append(.init(designator: designator, count: ExactDecimal(parsing: row[2])))
      return ()
    }
    try rows("time/words", ["word", "level", "offset", "basis"]) { row in
      guard let level = TimeVocabulary.Level(rawValue: row[1]), let offset = Int(row[2]),
        let basis = TimeVocabulary.Basis(rawValue: row[3])
      else { return nil }
      addFront(row[0], .timeWord, times.words.count, flag: flag)
      times.words.append(.init(level: level, offset: offset, basis: basis))
      return ()
    }
    try rows("time/parts-of-day", ["word", "start-hour", "end-hour", "half", "also"]) { row in
      guard let start = Int(row[1]), let end = Int(row[2]), let half = TimeVocabulary.Half(rawValue: row[3]) else {
        return nil
      }
      var also: [(start: Int, end: Int)] = []
      for span in row[4].utf8.split(separator: 0x20) {
        let hours = span.split(separator: 0x2D).compactMap { Int(Substring($0)) }
        guard hours.count == 2, hours[0] <= hours[1] else { return nil }
        also.append((hours[0], hours[1]))
      }
      addFront(row[0], .partOfDay, times.partsOfDay.count, flag: row[0].unicodeScalars.count > 1 ? flag : nil)
      if row[0].unicodeScalars.count == 1 {  // 早8点, 晚十点
        for first in "0123456789一二三四五六七八九十两".unicodeScalars { classes.mark(flag, row[0] + String(first)) }
      }
      times.partsOfDay.append(.init(startHour: start, endHour: end, half: half, also: also))
      return ()
    }
    try rows("time/holidays", ["name", "calendar", "month", "day", "days"]) { row in
      guard let calendar = TimeVocabulary.Calendar(rawValue: row[1]), let month = Int(row[2]), let day = Int(row[3]),
        let days = Int(row[4])
      else { return nil }
      addFront(row[0], .holiday, times.holidays.count, flag: flag)
      times.holidays.append(.init(calendar: calendar, month: month, day: day, days: days))
      return ()
    }
    var terms: [(order: Int, term: TimeVocabulary.SolarTerm)] = []
    try rows("time/solar-terms", ["term", "order", "month", "constant-1900s", "constant-2000s"]) { row in
      guard let order = Int(row[1]), let month = Int(row[2]), let a = Double(row[3]), let b = Double(row[4]) else {
        return nil
      }
      addFront(row[0], .solarTerm, order - 1, flag: flag)
      terms.append((order, .init(month: month, constant20: a, constant21: b)))
      return ()
    }
    times.solarTerms = terms.sorted { $0.order < $1.order }.map(\.term)
    try rows("time/eras", ["era", "first-year", "last-year"]) { row in
      guard let first = Int(row[1]) else { return nil }
      addFront(row[0], .era, times.eras.count, flag: flag)
      times.eras.append(.init(firstYear: first, lastYear: Int(row[2])))
      return ()
    }
    try rows("time/periods", ["name", "start", "end", "form"]) { row in
      guard let start = Moment(iso: row[1])?.date else { return nil }
      addFront(row[0], .period, times.periods.count, flag: flag)
      times.periods.append(.init(start: start, end: Moment(iso: row[2])?.date, needsQuotes: row[3] == "quoted"))
      return ()
    }
    try rows("time/parts", ["word", "scope", "start", "end"]) { row in
      guard let scope = TimeVocabulary.Scope(rawValue: row[1]), let start = Int(row[2]), let end = Int(row[3]) else {
        return nil
      }
      let alone = scope != .decadeYears && row[0].unicodeScalars.count > 1
      addFront(row[0], .part, times.parts.count, flag: alone ? flag : nil)
      times.parts.append(.init(scope: scope, start: start, end: end))
      return ()
    }
    try rows("time/connectors", ["word", "role"]) { row in
      guard let role = TimeVocabulary.Connector(rawValue: row[1]) else { return nil }
      addFront(row[0], .connector, times.connectors.count, flag: role.begins ? flag : nil)
      times.connectors.append(role)
      if role == .to { classes.markFollower(ScalarClasses.timeFollows, row[0].unicodeScalars.first?.value) }
      if role == .yearName { classes.markFollower(ScalarClasses.timeFollowsDigits, row[0].unicodeScalars.first?.value) }
      return ()
    }
    try rows("time/lunar-months", ["name", "month"]) { row in
      guard let month = Int(row[1]) else { return nil }
      addFront(row[0], .lunarMonth, times.lunarMonths.count, flag: flag)
      times.lunarMonths.append(month)
      return ()
    }
    var years: [LunarCalendar.Year] = []
    try rows("time/lunar-years", ["year", "first-day", "leap-month", "long-months"]) { row in
      guard let year = Int(row[0]), let first = Moment(iso: row[1])?.date else { return nil }
      years.append(
        .init(year: year, firstDay: first.dayNumber, leapMonth: Int(row[2]), longMonths: row[3].utf8.map { $0 == 0x31 })
      )
      return ()
    }
    var runs: [TimeVocabulary.Calendar: [MonthTable.Run]] = [:]
    try rows("time/calendars", ["calendar", "first-year", "first-day", "years"]) { row in
      guard let calendar = TimeVocabulary.Calendar(rawValue: row[0]), let year = Int(row[1]),
        let first = Moment(iso: row[2])?.date
      else { return nil }
      runs[calendar, default: []].append(
        .init(year: year, firstDay: first.dayNumber, months: row[3].utf8.split(separator: 0x20).map(Array.init)))
      return ()
    }
    try rows("time/feasts", ["id", "first-year", "days"]) { row in
      guard let id = Int(row[0]), let year = Int(row[1]) else { return nil }
      times.feasts[id] = FeastTable(firstYear: year, row: row[2])
      return ()
    }
    times.monthTables = runs.mapValues { MonthTable(runs: $0) }
    classes.markFollower(ScalarClasses.unitFollows, GrammarScalar.and)
    for start in ["q1", "q2", "q3", "q4", "\u{95F0}"] { classes.mark(flag, start) }  // quarters; 闰, a leap month
    classes.markFollower(ScalarClasses.timeFollows, GrammarScalar.wideColon)
    for scalar in GrammarScalar.afterTimeNumeral { classes.markFollower(ScalarClasses.timeFollows, scalar) }
    classes.markFollower(ScalarClasses.counterFollows, GrammarScalar.figure)
    for scalar in GrammarScalar.afterTimeDigits { classes.markFollower(ScalarClasses.timeFollowsDigits, scalar) }
    times.lunarCalendar = LunarCalendar(years: years.sorted { $0.year < $1.year })
    return times
  }
}

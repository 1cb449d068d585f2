extension NumericScan {
  /// One point: [year] [part, quarter, month] [day] [part of day] [clock], any of which may be missing at either end.
  ///
  /// - Parameter first: of a range, the point it begins with, which lends its year, month and day.
  func point(at start: Int, after first: TimeSpan?) -> TimeSpan? {
    var position = start
    let zone = connector(.timeZone, position)
    if let (end, _) = zone { position = at(end) == GrammarScalar.comma ? end + 1 : end }
    var lunar = false
    if let (end, _) = connector(.lunar, position) { (lunar, position) = (true, end) }
    // Most of what is tried begins with a numeral or with a word of its own.
    let isNumeral = role(position) != .none
    let words = frontRoles(position)
    guard memory.triesAll || isNumeral || words & NumericVocabulary.Front.ofTimes != 0 || mayBeginUnnamed(at(position))
    else {
      return nil
    }
    let counted = isNumeral && words == 0 ? counts(position) : .anything
    var span: TimeSpan?
    if counted == .anything, role(position) == .arabic {
      span = numericDate(position) ?? slashDate(position) ?? dottedDay(position)
    }
    if span == nil, words != 0 { span = namedTime(position, after: first) }
    if span == nil, counted <= .years { span = year(position) }
    if span == nil, words != 0 {
      span = period(position)
      if span == nil, let (end, part) = part(position, .weekDays) {
        span = daysOfWeek(part, of: context.reference?.date.startOfWeek, end: end)
      }
    }
    if span == nil && counted <= .months || span?.grain == .year {
      if lunar == false, let year = span, let (end, _) = connector(.lunar, year.end) {
        lunar = true
        span?.end = end
      }
      let narrowed = withinYear(span?.end ?? position, span, after: first, lunar: lunar)
      if narrowed != nil { span = narrowed }
    }
    if let s = span, s.grain == .month || s.grain == .decade {
      span = s.grain == .month ? withinMonth(s) ?? extreme(s) ?? s : withinDecade(s) ?? s
    }
    if span == nil, isNumeral, counted != .hours { span = bareDay(position, after: first) }
    if span == nil { span = partOfThisMonth(position) }
    if let s = span, s.grain == .week { span = weekday(s) ?? namedWeekday(s) ?? partOfWeek(s) ?? s }
    if let s = span, s.grain == .day || s.grain == .dayPart { span = withinDay(afterWeekday(s)) }
    if span == nil, counted != .days { span = withinToday(position, after: first, zoned: zone != nil) }
    return span
  }

  /// What the numeral of a point counts.
  private enum Counted: Int, Comparable {
    case anything, years, months, days, hours
    static func < (a: Counted, b: Counted) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the numeral at `i` counts where the character behind it tells, so that forms with others there need not be tried.
  private func counts(_ i: Int) -> Counted {
    guard !memory.triesAll, let n = smallNumeral(i) else { return .anything }
    let unit = at(n.end)
    if unit == GrammarScalar.year { return .years }
    // The first of a range may have its unit behind the second; four digits may be a year.
    guard n.digits <= 2, frontRoles(n.end) & NumericVocabulary.Front.connector.bit == 0 else { return .anything }
    switch unit {
    case GrammarScalar.month: return .months
    case GrammarScalar.day, GrammarScalar.spokenDay: return .days
    case GrammarScalar.hour, GrammarScalar.oClock, GrammarScalar.colon, GrammarScalar.wideColon: return .hours
    default: return .anything
    }
  }

  /// Whether a point may begin so, though neither a numeral nor a word of the tables does: 第二季度, q1, 闰八月, 元月, and
  /// spaces before a month.
  private func mayBeginUnnamed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case GrammarScalar.ordinal, GrammarScalar.letterQ, GrammarScalar.leap, GrammarScalar.first, GrammarScalar.space,
      GrammarScalar.month, GrammarScalar.beginning:
      true
    default: false
    }
  }

  /// 今年, 上月, 本周, 昨天, 今晚, 当天, 近日, 现在, 周三.
  private func namedTime(_ i: Int, after first: TimeSpan?) -> TimeSpan? {
    guard let (end, payload) = word(.timeWord, i) else { return nil }
    let word = vocabulary.times.words[payload]
    let day = context.reference?.date
    func span(_ grain: TimeSpan.Grain, _ interval: TimeSpan.Interval?, _ rule: TimeRule = .word) -> TimeSpan {
      TimeSpan(end: end, grain: grain, interval: interval, rule: rule)
    }
    switch word.level {
    case .year:
      let base = word.basis == .named ? context.namedYear ?? day?.year : day?.year
      return span(.year, base.flatMap { .year($0 + word.offset) })
    case .month:
      let base = word.basis == .named ? context.namedMonth ?? day : day
      let start = base?.startOfMonth.adding(months: word.offset)
      return span(.month, start.map { .init(from: $0, to: $0.adding(months: 1)) })
    case .quarter:
      let start = day.map { $0.startOfMonth.adding(months: -(($0.month - 1) % 3) + word.offset * 3) }
      return span(.part, start.map { .init(from: $0, to: $0.adding(months: 3)) })
    case .halfYear:
      let half = day.map { CalendarDate(year: $0.year, month: $0.month < 7 ? 1 : 7, day: 1) ?? $0 }
      let start = half.map { $0.adding(months: word.offset * 6) }
      return span(.part, start.map { .init(from: $0, to: $0.adding(months: 6)) })
    case .season:
      var year = (word.offset + 40) / 4 - 10
      // 今冬 in January is the winter that began last year.
      if word.offset == 3, let day, day.month < 3 { year -= 1 }
      let interval = day.flatMap { season((word.offset + 40) % 4, of: $0.year + year) }
      return span(.part, interval, .season)
    case .week:
      let base = word.basis == .named ? context.namedDay ?? day : day
      let start = base.map { $0.startOfWeek.adding(days: word.offset * 7) }
      return span(.week, start.map { .init(from: $0, to: $0.adding(days: 7)) })
    case .weekday:
      let start = (first?.interval?.start?.date ?? day)?.startOfWeek
      let week = span(.week, start.map { .init(from: $0, to: $0.adding(days: 7)) })
      guard var result = weekday(week) else { return nil }
      if let dated = dateAfterWeekday(result) { return dated }
      if first == nil, let date = result.interval?.start?.date, let day {
        result.other = .day(date.adding(days: date <= day ? 7 : -7))
      }
      return result
    case .weekend:
      let start = day.map { $0.startOfWeek.adding(days: word.offset * 7 + 5) }
      if let (partEnd, part) = self.word(.partOfDay, end), partEnd > end + 1 {
        // 周末晚上: of one day or the other.
        var saturday = span(.day, start.map { .day($0) })
        saturday.other = start.map { .day($0.adding(days: 1)) }
        return self.part(part, of: saturday, end: partEnd)
      }
      var result = span(.days, start.map { .init(from: $0, to: $0.adding(days: 2)) })
      // Or from the evening of Friday on.
      if let start {
        keep(
          [.init(start: Moment(start.adding(days: -1), second: 64_800), end: Moment(start.adding(days: 2)))],
          in: &result)
      }
      return result
    case .day where GrammarScalar.opens(at(end - 1)): return bracketedDay(end, word.offset)
    case .day:
      let base = word.basis == .named ? context.namedDay ?? day : day
      var result = span(.day, base.map { .day($0.adding(days: word.offset)) })
      // 今晚, 昨夜: the last character is a part of the day.
      if let (partEnd, part) = self.word(.partOfDay, end - 1), partEnd == end {
        result = self.part(part, of: result, end: end)
      }
      return result
    case .now: return span(.now, context.reference.map { .init(start: $0, end: $0) }, .now)
    case .vague: return span(.vague, nil, .vague(word.basis))
    case .century:
      let start = day.map { ($0.year / 100 + word.offset) * 100 }
      return centuryOrDecade(end, century: start)
    case .yearRange:
      let start = day.flatMap { CalendarDate(year: $0.year + word.offset, month: 1, day: 1) }
      return span(.days, start.map { .init(from: $0, to: $0.adding(months: 24)) })
    case .dayRange:
      return span(.days, day.map { .init(from: $0.adding(days: word.offset), to: $0.adding(days: word.offset + 2)) })
    }
  }

  /// “十四五”期间, 改革开放以来.
  private func period(_ i: Int) -> TimeSpan? {
    guard let (end, payload) = word(.period, i) else { return nil }
    let period = vocabulary.times.periods[payload]
    let quoted = at(i - 1) == 0x201C || at(i - 1) == 0x22 || at(i - 1) == 0x2018
    var stop = end
    if quoted, at(end) == 0x201D || at(end) == 0x22 || at(end) == 0x2019 { stop += 1 }
    let during = connector(.during, stop) ?? connector(.within, stop)
    guard quoted || connector(.during, stop) != nil || !period.needsQuotes else { return nil }
    if stop > end, during == nil { stop = end }
    let interval = TimeSpan.Interval(start: Moment(period.start), end: period.end.map { Moment($0) })
    var span = TimeSpan(end: during?.end ?? stop, grain: .days, interval: interval, rule: .period)
    span.opensWithQuote = quoted && stop > end
    return span
  }

  /// 月底, 月初: of the month of the report.
  private func partOfThisMonth(_ i: Int) -> TimeSpan? {
    guard at(i) == GrammarScalar.month, let (end, part) = part(i, .monthDays), end - i > 1, role(i - 1) == .none,
      part.end < 14 || part.start > 16  // 岁月中
    else { return nil }
    let start = context.reference?.date.startOfMonth
    return withinMonth(
      TimeSpan(
        end: i, grain: .month, interval: start.map { .init(from: $0, to: $0.adding(months: 1)) }, rule: .month))
  }

  /// 5日, 18日凌晨: a day without its month, which the sentence or the report gives.
  private func bareDay(_ i: Int, after first: TimeSpan?) -> TimeSpan? {
    guard let (n, end, unit) = counted(i, GrammarScalar.day, or: GrammarScalar.spokenDay), (1...31).contains(n.value)
    else { return nil }
    guard n.isArabic || n.value > 9 || first != nil, n.digits <= 2 else { return nil }
    if first == nil, end > n.end {
      if let (stop, payload) = wordAfter(.clue, n.end), vocabulary.clues[payload] == .identifier, stop > end {
        return nil
      }
      // 12号 is a day before a part of the day or a clock, or between times; else a number of a house or a room.
      if unit == GrammarScalar.spokenDay {
        let goes =
          word(.partOfDay, end) != nil || smallNumeral(end) != nil || connector(.to, end) != nil
          || isBoundary(end) && isBoundary(i - 1)
        guard goes, !followsBracketedYear(i) else { return nil }
      }
      if hasClue(.identifier, before: i, within: 1) { return nil }
      // 3日内, 5日游: a length of time.
      if unit == GrammarScalar.day, connector(.within, end) != nil { return nil }
    }
    let known = first?.interval?.start?.date ?? context.namedMonth
    let month = known ?? context.reference?.date
    let date = month.flatMap { CalendarDate(year: $0.year, month: $0.month, day: n.value) }
    var span = TimeSpan(end: end, grain: .day, interval: date.map { .day($0) }, rule: .day)
    span.writtenDay = n.value
    if known == nil, let date, let now = context.reference?.date, abs(date.day - now.day) > 10 {
      span.other = .day(date.adding(months: date < now ? 1 : -1))
    }
    return span
  }

  /// 国发〔2023〕12号, [2019]31号: the number of a document.
  private func followsBracketedYear(_ i: Int) -> Bool {
    let mark = at(i - 1)
    return GrammarScalar.isDigit(at(i - 2)) && (mark == 0x3015 || mark == 0x3011 || mark == 0x5D || mark == 0x29)
  }
}

/// Days and parts of a week, and the weekday that stands beside a date.
extension NumericScan {
  /// The day of a week: 一 … 六, 日, 天 after 周 or 上周.
  func weekday(_ week: TimeSpan) -> TimeSpan? {
    let c = vocabulary.classes[at(week.end)]
    let day: Int
    switch c.role {
    case .digit
    where (1...6).contains(c.number) && !role(week.end + 1).isMultiplier && !countsWeekly(week.end + 1):
      day = c.number
    case .arabic where (1...6).contains(c.number) && !counts(week.end): day = c.number
    case .none where at(week.end) == GrammarScalar.day || at(week.end) == GrammarScalar.dayOfRest: day = 7
    default: return nil
    }
    let date = week.interval?.start?.date.adding(days: day - 1)
    return TimeSpan(end: week.end + 1, grain: .day, interval: date.map { .day($0) }, rule: .weekday)
  }

  /// Whether the digit at `i` begins a number, or one of things: 本周5个交易日, 上周3场比赛, 本周2.6万人.
  private func counts(_ i: Int) -> Bool {
    let next = role(i + 1)
    return next == .arabic || next.isMultiplier || at(i + 1) == GrammarScalar.fullStop && role(i + 2) == .arabic
      || wordAfter(.measureWord, i + 1) != nil && word(.partOfDay, i + 1) == nil
  }

  /// 上周星期三
  func namedWeekday(_ week: TimeSpan) -> TimeSpan? {
    guard let (end, payload) = word(.timeWord, week.end), vocabulary.times.words[payload].level == .weekday else {
      return nil
    }
    var moved = week
    moved.end = end
    return weekday(moved)
  }

  /// 4月18日（周四）, 4月18日，星期四: the weekday belongs to the date. After a comma one that does not agree is another day,
  /// unless nothing follows it.
  func afterWeekday(_ day: TimeSpan) -> TimeSpan {
    let bracketed = at(day.end) == GrammarScalar.leftParenthesis
    guard bracketed || day.rule.isDate else { return day }
    let from = bracketed ? day.end + 1 : afterComma(day.end)
    guard let (end, payload) = word(.timeWord, from), vocabulary.times.words[payload].level == .weekday else {
      return day
    }
    let c = vocabulary.classes[at(end)]
    let isDay =
      c.role == .digit && (1...6).contains(c.number) || at(end) == GrammarScalar.day
      || at(end) == GrammarScalar.dayOfRest
    guard bracketed ? at(end + 1) == GrammarScalar.rightParenthesis : isDay else { return day }
    var result = day
    result.end = bracketed ? end + 2 : end + 1
    let number = c.role == .digit ? c.number : 7
    let date = day.interval?.start?.date
    let years = day.assumesYear ? [0, -12, 12] : [0]
    if let agreeing = years.compactMap({ date?.adding(months: $0) }).first(where: { $0.weekday == number }) {
      (result.interval, result.assumesYear) = (.day(agreeing), false)
    } else if date != nil, !bracketed, !isBoundary(result.end) {
      return day
    }
    return result
  }

  /// 星期日, 2月10日: the date that the weekday only explains.
  func dateAfterWeekday(_ weekday: TimeSpan) -> TimeSpan? {
    let from = afterComma(weekday.end)
    guard from > weekday.end, role(from) != .none, counted(from, GrammarScalar.month) != nil,
      let month = withinYear(from, nil, after: nil, lunar: false), month.grain == .month,
      let date = withinMonth(month), date.rule == .date
    else { return nil }
    return date
  }

  /// Past one comma and spaces.
  private func afterComma(_ i: Int) -> Int {
    let comma = skipSpaces(i)
    return GrammarScalar.isComma(at(comma)) ? skipSpaces(comma + 1) : comma
  }

  /// 下半周
  func partOfWeek(_ week: TimeSpan) -> TimeSpan? {
    guard let (end, part) = part(week.end, .weekDays) else { return nil }
    return daysOfWeek(part, of: week.interval?.start?.date, end: end)
  }

  func daysOfWeek(_ part: TimeVocabulary.Part, of monday: CalendarDate?, end: Int) -> TimeSpan {
    let interval = monday.map {
      TimeSpan.Interval(from: $0.adding(days: part.start - 1), to: $0.adding(days: part.end))
    }
    return TimeSpan(end: end, grain: .days, interval: interval, rule: .weekPart)
  }
}

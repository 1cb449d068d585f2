/// Parts of the day and clock times, of a day or of today.
extension NumericScan {
  /// A part of the day and a clock time after a day.
  func withinDay(_ day: TimeSpan) -> TimeSpan {
    var span = day
    var position = skipSpaces(day.end)
    if at(position) == GrammarScalar.attributive,
      word(.partOfDay, position + 1) != nil || clock(position + 1, dated: true) != nil
    {
      position += 1
    }
    // 今天大约晚上九点
    let early = day.grain == .day ? connector(.about, position) : nil
    if let early, word(.partOfDay, skipSpaces(early.end)) != nil { position = skipSpaces(early.end) }
    if day.grain == .day, let (end, payload) = word(.partOfDay, position) {
      span = part(payload, of: day, end: end)
      position = skipSpaces(end)
    }
    let about = connector(.about, position)
    if let about { position = skipSpaces(about.end) }  // 当日下午约4时
    if at(position) == GrammarScalar.hyphen, day.rule == .dateNumeric, GrammarScalar.isColon(at(position + 3)) {
      position += 1  // 2021-09-12-11:23
    }
    guard let found = clock(position, dated: true) else {
      span.approximate = span.approximate || early != nil && span.end > day.end
      return span
    }
    var result = settle(found, on: day.interval?.start?.date, half: span.half)
    (result.writtenMonth, result.writtenDay, result.assumesYear) = (day.writtenMonth, day.writtenDay, day.assumesYear)
    result.approximate = about != nil || early != nil
    if let other = day.other?.start?.date {
      result.other = settle(found, on: other, half: span.half).interval
    }
    return result
  }

  /// A part of the day or a clock time alone, which is today's or that of the day the sentence named.
  ///
  /// - Parameter zoned: whether the name of a zone stands before it: 巴黎时间20点.
  func withinToday(_ i: Int, after first: TimeSpan?, zoned: Bool) -> TimeSpan? {
    let date = first?.interval?.start?.date ?? context.reference?.date
    if let (end, payload) = word(.partOfDay, i), end - i > 1 || clock(end, dated: true) != nil {
      let today = TimeSpan(end: i, grain: .day, interval: date.map { .day($0) }, rule: .partOfDay)
      let part = part(payload, of: today, end: end)
      guard let found = clock(skipSpaces(end), dated: true) else { return part }
      var result = settle(found, on: date, half: part.half)
      if first == nil { result.other = tomorrow(result.interval) }
      return result
    }
    guard let found = clock(i, dated: first != nil || zoned) else { return nil }
    // 上午10点到12点 ends at noon.
    let half = first?.half == .am && found.hour == 12 ? nil : first?.half
    var result = settle(found, on: date, half: half)
    if half == nil, first == nil, (1...11).contains(found.hour), at(i + 1) != GrammarScalar.colon,
      at(i + 1) != GrammarScalar.wideColon,
      let interval = result.interval, let start = interval.start, found.isSpoken
    {
      let later = start.adding(seconds: 43_200)
      result.other = .init(start: later, end: later)
    } else if first == nil {
      result.other = tomorrow(result.interval)
    }
    return result
  }

  /// 下午三点, said at four in the afternoon, may be that of tomorrow, unless the text has named a day.
  private func tomorrow(_ today: TimeSpan.Interval?) -> TimeSpan.Interval? {
    guard context.namedDay == nil, let start = today?.start, let now = context.reference, now.second > 0, start < now
    else { return nil }
    let moment = start.adding(seconds: 86_400)
    return .init(start: moment, end: moment)
  }

  /// The part of a day: 上午 of 4月18日.
  func part(_ payload: Int, of day: TimeSpan, end: Int) -> TimeSpan {
    let part = vocabulary.times.partsOfDay[payload]
    func hours(_ start: Int, _ end: Int, of day: TimeSpan.Interval?) -> TimeSpan.Interval? {
      day?.start.map {
        .init(start: Moment($0.date, second: start * 3600), end: Moment($0.date, second: end * 3600))
      }
    }
    let interval = hours(part.startHour, part.endHour, of: day.interval)
    var span = TimeSpan(end: end, grain: .dayPart, interval: interval, rule: .partOfDay)
    (span.clock, span.clockEnd) = (part.startHour * 3600, min(part.endHour * 3600, 86_399))
    span.half = part.half
    span.other = hours(part.startHour, part.endHour, of: day.other)
    for day in [day.interval, day.other] {
      keep(part.also.compactMap { hours($0.start, $0.end, of: day) }, in: &span)
    }
    return span
  }

  /// The clock time as a span, its hour moved to the half of the day that was named.
  private func settle(_ clock: ClockTime, on date: CalendarDate?, half: TimeVocabulary.Half?) -> TimeSpan {
    var hour = clock.hour
    switch half {
    case .am: if hour == 12 { hour = 0 }
    case .noon: if hour < 4 { hour += 12 }
    case .pm: if hour < 12 { hour += 12 }
    case .night: hour = hour == 12 ? 24 : hour < 12 && hour > 4 ? hour + 12 : hour
    case .midnight: hour = hour == 12 ? 24 : hour < 12 && hour > 6 ? hour + 12 : hour
    case .day, nil: break
    }
    let second = hour * 3600 + clock.minute * 60 + clock.second
    let moment = date.map { Moment($0, second: second) }
    var span = TimeSpan(
      end: clock.end, grain: clock.grain, interval: moment.map { .init(start: $0, end: $0) }, rule: .clock)
    span.clock = second % 86_400
    span.half = half
    return span
  }
}

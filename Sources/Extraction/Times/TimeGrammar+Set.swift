/// Times that come back: 每天, 每周三, 每年9月, 每隔200秒, 每个工作日.
extension NumericScan {
  func set(at start: Int) -> TimeOutcome? {
    guard let (end, _) = connector(.every, start) else { return nil }
    func outcome(_ end: Int, _ iso: String) -> TimeOutcome {
      TimeOutcome(start: start, span: TimeSpan(end: end, grain: .vague, interval: nil, rule: .set), iso: iso)
    }
    if let operand = operand(at: end, approximated: false), operand.kind == .duration, let length = operand.length {
      return outcome(operand.end, length.iso)
    }
    if let stop = weekdays(end) { return outcome(clockEnd(stop), "P7D") }
    if let (stop, payload) = word(.timeWord, end), vocabulary.times.words[payload].level == .weekend {
      return outcome(clockEnd(stop), "P7D")  // 每个周末九点
    }
    if let (stop, payload) = wordAfter(.timeUnit, end) {
      let unit = vocabulary.times.units[payload]
      let iso = Length(.one, unit).iso
      guard unit.plain || unit.designator == .month else { return nil }
      if unit.designator == .month, let (day, last, _) = counted(stop, GrammarScalar.day, or: GrammarScalar.spokenDay),
        (1...31).contains(day.value)
      {
        var end = last
        while at(end) == GrammarScalar.enumeration,
          let (more, stop, _) = counted(end + 1, GrammarScalar.day, or: GrammarScalar.spokenDay),
          (1...31).contains(more.value)
        {
          end = stop  // 每月4号、18号
        }
        return outcome(clockEnd(end), iso)
      }
      // 每年5月到8月, 每月4号, 每天上午9点
      if unit.designator <= .day,
        let inner = point(at: at(stop) == GrammarScalar.attributive ? stop + 1 : stop, after: nil),
        inner.grain >= .part, inner.grain != .now
      {
        var last = inner.end
        if let second = rangeConnector(last), let more = point(at: second, after: inner) { last = more.end }
        while at(last) == GrammarScalar.enumeration, let more = point(at: last + 1, after: inner),
          more.grain == inner.grain
        {
          last = more.end  // 每月1日、15日
        }
        return outcome(last, iso)
      }
      if let last = lastOf(stop) ?? word(.solarTerm, stop)?.end { return outcome(last, iso) }
      return outcome(stop, iso)
    }
    if let (stop, _) = word(.partOfDay, end), end == start + 1 {
      return outcome(clockEnd(end) > stop ? clockEnd(end) : stop, "P1D")  // 每晚8点
    }
    if let stop = seasonEnd(end) { return outcome(stop, "P3M") }  // 每季度
    if let (stop, payload) = word(.holiday, end) {
      return vocabulary.times.holidays[payload].month >= 0 ? outcome(stop, "P1Y") : nil
    }
    return nil
  }

  /// 每月最后一天, 每年最后两周
  private func lastOf(_ i: Int) -> Int? {
    let from = at(i) == GrammarScalar.attributive ? i + 1 : i
    guard let (end, _) = connector(.last, from), end - from > 1, let n = smallNumeral(end) else { return nil }
    return wordAfter(.timeUnit, n.end)?.end
  }

  /// The end of the days of a week: 周一, 周一至周五, 周一、三、五, 周一三五; nil if the numeral counts (每周三次).
  private func weekdays(_ i: Int) -> Int? {
    guard var last = weekdayEnd(i) else { return nil }
    if let second = rangeConnector(last) {
      if countsWeekly(second) { return nil }  // 每周一至两次
      if let more = weekdayEnd(second) ?? dayOfWeek(second) { last = more }
    }
    while true {
      if at(last) == GrammarScalar.enumeration, let more = weekdayEnd(last + 1) ?? dayOfWeek(last + 1) {
        last = more
      } else if role(last) == .digit, let more = dayOfWeek(last), wordAfter(.measureWord, more) == nil {
        last = more
      } else {
        break
      }
    }
    guard role(last - 1) == .digit else { return last }
    // 每周五天, not 每周五天气晴好
    let isLength = wordAfter(.timeUnit, last) != nil && at(last + 1) != GrammarScalar.air
    return isLength || countsWeekly(last) ? nil : last
  }

  /// Whether what follows a digit after 周 shows that it counts: 本周三次会议, 下周五个工作日, 每周一两次.
  func countsWeekly(_ i: Int) -> Bool {
    if at(i) == GrammarScalar.occasion { return at(i + 1) != GrammarScalar.day }  // 次, not 次日
    if at(i) == GrammarScalar.two { return at(i + 1) == GrammarScalar.occasion }
    return at(i) == GrammarScalar.counter && wordAfter(.timeUnit, i) != nil
  }

  /// The end of 周一, 星期天.
  private func weekdayEnd(_ i: Int) -> Int? {
    guard let (stop, payload) = word(.timeWord, i), vocabulary.times.words[payload].level == .weekday else {
      return nil
    }
    return dayOfWeek(stop)
  }

  /// 一 … 六, 日, 天
  private func dayOfWeek(_ i: Int) -> Int? {
    let c = vocabulary.classes[at(i)]
    let isDay =
      c.role == .digit && (1...6).contains(c.number) && at(i) != GrammarScalar.two || at(i) == GrammarScalar.day
      || at(i) == GrammarScalar.dayOfRest
    return isDay ? i + 1 : nil
  }

  /// The end of a clock time, or of one to another, that may follow: 每周一8:30至17:00.
  private func clockEnd(_ i: Int) -> Int {
    var end = i
    for _ in 0..<2 {
      if let (stop, _) = word(.partOfDay, end) { end = stop }
      guard let found = clock(skipSpaces(end), dated: true) else { return end }
      end = found.end
      guard let second = rangeConnector(end), clock(word(.partOfDay, second)?.end ?? second, dated: true) != nil else {
        return end
      }
      end = second
    }
    return end
  }
}

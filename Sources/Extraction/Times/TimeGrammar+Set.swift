/// Times that come back: 每天, 每周三, 每年9月, 每隔200秒, 每个工作日.
extension NumericScan {
  func set(at start: Int) -> TimeOutcome? {
    guard let (end, _) = connector(.every, start) else { return nil }
    func outcome(_ end: Int, _ iso: String) -> TimeOutcome {
      let match = NumericMatch(range: start..<end, kind: .set, value: .text(iso), rule: "time.set")
      return TimeOutcome(match: match, span: TimeSpan(end: end, grain: .vague, interval: nil, rule: "set"))
    }
    if let operand = operand(at: end, approximated: false), operand.kind == .duration, let length = operand.length {
      return outcome(operand.end, length.iso)
    }
    if let (stop, payload) = word(.timeWord, end), vocabulary.times.words[payload].level == .weekday {
      let c = vocabulary.classes[at(stop)]
      if c.role == .digit && (1...6).contains(c.number) || at(stop) == GrammarScalar.day
        || at(stop) == GrammarScalar.dayOfRest
      {
        return outcome(clockEnd(stop + 1), "P7D")
      }
    }
    if let (stop, payload) = wordAfter(.timeUnit, end) {
      let unit = vocabulary.times.units[payload]
      let iso = Length(.one, unit).iso
      guard unit.plain || unit.designator == .month else { return nil }
      if unit.designator == .month, let (day, last, _) = counted(stop, GrammarScalar.day, or: GrammarScalar.spokenDay),
        (1...31).contains(day.value)
      {
        return outcome(clockEnd(last), iso)  // 每月4号
      }
      // 每年5月到8月, 每月4号, 每天上午9点
      if unit.designator <= .day,
        let inner = point(at: at(stop) == GrammarScalar.attributive ? stop + 1 : stop, after: nil),
        inner.grain >= .part, inner.grain != .now
      {
        var last = inner.end
        if let second = rangeConnector(last), let more = point(at: second, after: inner) { last = more.end }
        return outcome(last, iso)
      }
      return outcome(stop, iso)
    }
    if let (stop, payload) = word(.holiday, end) {
      return vocabulary.times.holidays[payload].month >= 0 ? outcome(stop, "P1Y") : nil
    }
    return nil
  }

  private func clockEnd(_ i: Int) -> Int {
    var end = i
    if let (stop, _) = word(.partOfDay, end) { end = stop }
    return clock(end, dated: true)?.end ?? end
  }
}

/// Times told by their distance from the report: 近五年来, 未来三天, 三天前, 半小时后.
extension NumericScan {
  /// 个半小时, 分半钟: a length of time without a numeral, which is a quantity.
  func length(at start: Int) -> TimeOutcome? {
    guard let (end, payload) = word(.length, start), role(start - 1) == .none else { return nil }
    let known = vocabulary.times.lengths[payload]
    var length = Length()
    length.add(known.count, TimeVocabulary.Unit(designator: known.designator, count: .one, plain: true))
    let match = NumericMatch(range: start..<end, kind: .duration, value: .text(length.iso), rule: "duration.word")
    return TimeOutcome(match: match, span: TimeSpan(end: end, grain: .vague, interval: nil, rule: "length"))
  }

  func distance(at start: Int) -> TimeSpan? {
    if let (end, _) = connector(.past, start), mayBegin(start, end), let span = reach(end, past: true) { return span }
    if let (end, _) = connector(.future, start), mayBegin(start, end), let span = reach(end, past: false) {
      return span
    }
    if let (end, _) = connector(.futureNamed, start), let span = named(end, past: false) { return span }
    if let (end, _) = connector(.pastNamed, start), let span = named(end, past: true) { return span }
    if let (end, _) = connector(.laterFront, start), mayBegin(start, end), let span = inSoMuch(end) { return span }
    guard role(start) != .none, let operand = sharedOperand(at: start), operand.kind == .duration,
      let length = operand.length, operand.traits.isDisjoint(with: .bareUnit)
    else { return nil }
    let whole = range(from: operand)
    if let (end, _) = connector(.ago, whole.end) {
      return away(whole, length, end, past: true, open: end - whole.end > 1)
    }
    if let (end, _) = connector(.later, whole.end) {
      return away(whole, length, end, past: false, open: end - whole.end > 1)
    }
    if let (end, _) = connector(.since, whole.end) { return stretch(length, end, past: true, known: whole.high == nil) }
    return nil
  }

  /// A single character (前, 后, 过) is more often the end of a word (经过, 此前) than a word, unless something else ended
  /// before it. 近 is none of these.
  private func mayBegin(_ start: Int, _ end: Int) -> Bool {
    end - start > 1 || isBoundary(start - 1) || followsTime(start) || at(start) == GrammarScalar.near
  }

  /// 近|过去|未来 … N units [来|内|里].
  private func reach(_ i: Int, past: Bool) -> TimeSpan? {
    let position = skipSpaces(i)
    guard role(position) != .none, let operand = operand(at: position, approximated: true), operand.kind == .duration,
      let length = operand.length, operand.traits.isDisjoint(with: .bareUnit), length.whole(.year) <= 120
    else { return nil }
    var end = operand.end
    if let (stop, _) = connector(.since, end) ?? connector(.within, end) ?? connector(.during, end) { end = stop }
    return stretch(length, end, past: past, known: operand.high == nil)
  }

  /// 此后三天, 此前一周: from the day just named, or from the report if none was.
  private func named(_ i: Int, past: Bool) -> TimeSpan? {
    let position = skipSpaces(at(i) == GrammarScalar.attributive ? i + 1 : i)
    guard role(position) != .none, let operand = operand(at: position, approximated: false), operand.kind == .duration,
      let length = operand.length, operand.traits.isDisjoint(with: .bareUnit), length.whole(.year) <= 120
    else { return nil }
    var end = operand.end
    if let (stop, _) = connector(.since, end) ?? connector(.within, end) { end = stop }
    var span = stretch(length, end, past: past, known: operand.high == nil)
    guard let day = context.namedDay, span.grain == .days, operand.high == nil else { return span }
    let base = Moment(past ? day : day.adding(days: 1))
    let then = base.moved(by: length, backwards: past)
    span.interval = past ? .init(start: then, end: base) : .init(start: base, end: then)
    span.exact = []
    span.approximate = false
    return span
  }

  /// 再过3天: the day so much later.
  private func inSoMuch(_ i: Int) -> TimeSpan? {
    let position = skipSpaces(i)
    guard role(position) != .none, let operand = operand(at: position, approximated: false), operand.kind == .duration,
      let length = operand.length, operand.traits.isDisjoint(with: .bareUnit), length.whole(.year) <= 120
    else { return nil }
    var end = operand.end
    if let (stop, _) = connector(.later, end) { end = stop }
    return away(operand, length, end, past: false, open: false)
  }

  /// From the report so far back, or so far on.
  private func stretch(_ length: Length, _ end: Int, past: Bool, known: Bool) -> TimeSpan {
    let fine = length.finest.map { $0 >= .hour } ?? false
    var span = TimeSpan(
      end: end, grain: fine ? .dayPart : .days, interval: nil, rule: past ? "distance.past" : "distance.future")
    span.approximate = true
    guard known, let reference = context.reference else { return span }
    let now = fine ? reference : Moment(reference.date)
    let then = now.moved(by: length, backwards: past)
    span.interval = past ? .init(start: then, end: now) : .init(start: now, end: then)
    if !fine, reference.second > 0 {
      let then = reference.moved(by: length, backwards: past)
      span.exact = [past ? .init(start: then, end: reference) : .init(start: reference, end: then)]
    }
    return span
  }

  /// N units 前|后, as fine as its smallest unit: 三年前 is a year, 20天后 a day. 以前 and 以后 are open.
  private func away(_ operand: Operand, _ length: Length, _ end: Int, past: Bool, open: Bool) -> TimeSpan {
    let finest = length.finest ?? .day
    let grain: TimeSpan.Grain =
      switch finest {
      case .year: .year
      case .month: .month
      case .week, .day: .day
      case .hour, .minute, .second: .dayPart
      }
    var span = TimeSpan(end: end, grain: grain, interval: nil, rule: past ? "distance.ago" : "distance.later")
    span.approximate = operand.approximation != .exact
    guard let reference = context.reference else { return span }
    let then = reference.moved(by: length, backwards: past)
    if let high = operand.high, operand.low * ExactDecimal(2) < high {
      return span  // 几年前, 几十年前: nobody knows
    }
    if let high = operand.lengthHigh {  // 二十几年前, 两三天后: somewhere in these
      let further = reference.moved(by: high, backwards: past)
      let (a, b) = past ? (further, then) : (then, further)
      span.approximate = true
      span.grain = grain == .dayPart ? .dayPart : .days
      switch finest {
      case .year:
        span.edges = .init(first: .year, last: .year)
        span.interval = .init(
          start: TimeSpan.Interval.year(a.date.year)?.start, end: TimeSpan.Interval.year(b.date.year)?.end)
      case .month: span.interval = .init(from: a.date.startOfMonth, to: b.date.startOfMonth.adding(months: 1))
      case .week, .day: span.interval = .init(from: a.date, to: b.date.adding(days: 1))
      case .hour, .minute, .second: span.interval = .init(start: a, end: b)
      }
      return span
    }
    let interval: TimeSpan.Interval
    switch finest {
    case .year: interval = .year(then.date.year) ?? .day(then.date)
    case .month: interval = .init(from: then.date.startOfMonth, to: then.date.startOfMonth.adding(months: 1))
    case .week, .day: interval = .day(then.date)
    case .hour: interval = .init(start: then, end: then.adding(seconds: 3600))
    case .minute: interval = .init(start: then, end: then.adding(seconds: 60))
    case .second: interval = .init(start: then, end: then.adding(seconds: 1))
    }
    span.interval = interval
    if open {
      span.interval =
        past
        ? .init(start: nil, end: grain == .dayPart ? interval.start : interval.end)
        : .init(start: interval.start, end: nil)
      if grain != .dayPart { span.grain = .days }
    }
    return span
  }
}

extension Moment {
  /// So much later or earlier; years and months by the calendar.
  func moved(by length: Length, backwards: Bool) -> Moment {
    let sign = backwards ? -1 : 1
    let months = min(length.whole(.year), 9999) * 12 + min(length.whole(.month), 99_999)
    let days = min(length.whole(.week), 99_999) * 7 + min(length.whole(.day), 999_999)
    let seconds =
      min(length.whole(.hour), 9_999_999) * 3600 + min(length.whole(.minute), 99_999_999) * 60
      + min(length.whole(.second), 9_999_999_999)
    var result = self
    result.date = date.adding(months: sign * months).adding(days: sign * days)
    return result.adding(seconds: sign * seconds)
  }
}

/// Times told by their distance from the report: 近五年来, 未来三天, 三天前, 半小时后.
extension NumericScan {
  /// 个半小时, 分半钟: a length of time without a numeral, which is a quantity. What ends in 半 (分半) must stand alone.
  func length(at start: Int) -> TimeOutcome? {
    guard let (end, payload) = word(.length, start), role(start - 1) == .none,
      at(end - 1) != GrammarScalar.half || isBoundary(start - 1) && isBoundary(end)
    else { return figures(at: start) }
    let known = vocabulary.times.lengths[payload]
    return outcome(start..<end, known.count, known.designator)
  }

  /// 三个字: five minutes for each figure of the dial, as Cantonese counts; only as all that is said, for inside a text
  /// they are characters.
  private func figures(at start: Int) -> TimeOutcome? {
    guard start == 0, at(text.count - 1) == GrammarScalar.figure, let n = smallNumeral(start),
      (1...11).contains(n.value),
      at(n.end) == GrammarScalar.counter, n.end + 2 == text.count
    else { return nil }
    return outcome(0..<text.count, ExactDecimal(Int128(n.value * 5)), .minute)
  }

  private func outcome(
    _ range: Range<Int>, _ count: ExactDecimal, _ designator: TimeVocabulary.Designator
  ) -> TimeOutcome {
    var length = Length()
    length.add(count, TimeVocabulary.Unit(designator: designator, count: .one, plain: true))
    let span = TimeSpan(end: range.upperBound, grain: .vague, interval: nil, rule: .length)
    return TimeOutcome(start: range.lowerBound, span: span, iso: length.iso)
  }

  func distance(at start: Int) -> TimeSpan? {
    if let span = ledDistance(at: start) { return span }
    guard role(start) != .none, var whole = sharedDuration(at: start),
      let length = whole.length, whole.traits.isDisjoint(with: .bareUnit)
    else { return nil }
    extendToRange(&whole)
    if let (end, _) = connector(.ago, whole.end) {
      return away(whole, length, end, past: true, open: end - whole.end > 1)
    }
    if let (end, _) = connector(.later, whole.end) {
      return away(whole, length, end, past: false, open: end - whole.end > 1)
    }
    if let (end, _) = connector(.since, whole.end) { return stretch(whole, length, end, past: true, isSince: true) }
    // 四个半月以内 alone is a deadline; inside a text it says how long (三天以内完成).
    if let (end, _) = connector(.within, whole.end), start == 0, end == text.count, end - whole.end > 1 {
      var span = stretch(whole, length, end, past: false)
      if span.grain == .days, let now = context.reference, let last = span.interval?.end?.date {
        keep([.init(start: now, end: Moment(last.adding(days: 1)))], in: &span)
      }
      return span
    }
    return nil
  }

  /// What a word before the length shows to be a distance: 近五年来, 未来三天, 此后三天, 再过3天.
  private func ledDistance(at start: Int) -> TimeSpan? {
    let (end, roles) = connectors(at: start)
    if roles == 0 { return nil }
    func leads(_ role: TimeVocabulary.Connector) -> Bool { roles & role.bit != 0 }
    let mayBegin = mayBegin(start, end)
    if leads(.past), mayBegin, let span = reach(end, past: true) { return span }
    if leads(.future), mayBegin, let span = reach(end, past: false) { return span }
    if leads(.futureNamed), let span = named(end, past: false) { return span }
    if leads(.pastNamed), let span = named(end, past: true) { return span }
    return leads(.laterFront) && mayBegin ? inSoMuch(end) : nil
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
    let since = connector(.since, end)
    if let (stop, _) = since ?? connector(.within, end) ?? connector(.during, end) { end = stop }
    return stretch(operand, length, end, past: past, isSince: since != nil)
  }

  /// 此后三天, 此前一周: from the day just named, or from the report if none was.
  private func named(_ i: Int, past: Bool) -> TimeSpan? {
    let position = skipSpaces(at(i) == GrammarScalar.attributive ? i + 1 : i)
    guard role(position) != .none, let operand = operand(at: position, approximated: false), operand.kind == .duration,
      let length = operand.length, operand.traits.isDisjoint(with: .bareUnit), length.whole(.year) <= 120
    else { return nil }
    var end = operand.end
    if let (stop, _) = connector(.since, end) ?? connector(.within, end) { end = stop }
    var span = stretch(operand, length, end, past: past)
    guard let day = context.namedDay, span.grain == .days, operand.high == nil else { return span }
    let base = Moment(past ? day : day.adding(days: 1))
    let then = base.moved(by: length, backwards: past)
    span.interval = past ? .init(start: then, end: base) : .init(start: base, end: then)
    span.readings = .none
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
    var span = away(operand, length, end, past: false, open: false)
    // 过两天再说: from then on.
    if let then = span.interval?.start { keep([.init(start: then, end: nil)], in: &span) }
    return span
  }
}

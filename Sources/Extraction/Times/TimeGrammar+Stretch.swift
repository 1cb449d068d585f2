/// A length of time that ends or begins with the report: 近五年来, 未来三天, 上两周.
extension NumericScan {
  /// From the report so far back, or so far on.
  func stretch(
    _ operand: Operand, _ length: Length, _ end: Int, past: Bool, isSince: Bool = false
  ) -> TimeSpan {
    let fine = length.finest.map { $0 >= .hour } ?? false
    var span = TimeSpan(
      end: end, grain: fine ? .dayPart : .days, interval: nil, rule: past ? .distancePast : .distanceFuture)
    span.approximate = true
    guard operand.high == nil, let reference = context.reference else { return span }
    let now = fine ? reference : Moment(reference.date)
    let then = moved(now, by: length, operand, past: past)
    span.interval = past ? .init(start: then, end: now) : .init(start: now, end: then)
    if !fine, reference.second > 0 {
      let exactly = moved(reference, by: length, operand, past: past)
      keep(
        past
          ? [.init(start: exactly, end: reference), .init(start: then, end: reference)]
          : [.init(start: reference, end: exactly), .init(start: reference, end: then)],
        in: &span)
    }
    keep(
      wholeUnits(
        length, from: reference, past: past, isSince: isSince, then: then,
        isWorking: operand.timeUnit?.isWorking == true),
      in: &span)
    return span
  }

  /// The readings of a stretch by whole units of the calendar or the clock: 上两周 as the two weeks before this one,
  /// 未来三天 from tomorrow on, 三年来 from the beginning of that year.
  private func wholeUnits(
    _ length: Length, from now: Moment, past: Bool, isSince: Bool, then: Moment, isWorking: Bool
  ) -> [TimeSpan.Interval] {
    guard let unit = length.finest, !isWorking else { return [] }
    var one = Length()
    one.add(.one, TimeVocabulary.Unit(designator: unit, count: .one, plain: true))
    let this = now.start(of: unit)
    if past {
      var readings = [TimeSpan.Interval(start: this.moved(by: length, backwards: true), end: this)]
      if isSince, unit < .hour {
        let tomorrow = Moment(now.date.adding(days: 1))
        readings += [now, tomorrow].map { .init(start: then.start(of: unit), end: $0) }
      }
      return readings
    }
    let next = this.moved(by: one, backwards: false)
    var readings = [TimeSpan.Interval(start: next, end: next.moved(by: length, backwards: false))]
    if unit < .day {
      let tomorrow = Moment(now.date.adding(days: 1))
      readings.append(.init(start: tomorrow, end: tomorrow.moved(by: length, backwards: false)))
    }
    return readings
  }
}

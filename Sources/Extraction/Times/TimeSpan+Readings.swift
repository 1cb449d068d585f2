/// What else the same words are used to say.
extension TimeSpan {
  /// The other values that the words may have, the likelier first, none twice.
  func alternatives(_ readings: [Interval]) -> [NumericValue] {
    guard interval != nil, other != nil || !readings.isEmpty else { return [] }
    var values: [NumericValue] = [output.value]
    for reading in CollectionOfOne(other).compactMap({ $0 }) + readings {
      let value = self.value(of: reading)
      if !values.contains(value) { values.append(value) }
    }
    return Array(values.dropFirst())
  }

  /// A day as a date and a moment as such, everything else as a period.
  private func value(of reading: Interval) -> NumericValue {
    if let start = reading.start, let end = reading.end {
      if start == end { return .text("\(start)") }
      if start.second == 0, end == Moment(start.date.adding(days: 1)), grain == .day { return .text("\(start.date)") }
    }
    var span = self
    span.interval = reading
    return span.period(clock: grain >= .dayPart)
  }
}

extension TimeSpan.Interval {
  /// A moment and so many seconds from it on.
  init(from start: Moment, seconds: Int) { self.init(start: start, end: start.adding(seconds: seconds)) }
}

extension Moment {
  /// The beginning of the unit of the calendar or the clock that it lies in.
  func start(of unit: TimeVocabulary.Designator) -> Moment {
    switch unit {
    case .year: Moment(date.startOfYear)
    case .month: Moment(date.startOfMonth)
    case .week: Moment(date.startOfWeek)
    case .day: Moment(date)
    case .hour: Moment(date, second: second / 3600 * 3600)
    case .minute: Moment(date, second: second / 60 * 60)
    case .second: self
    }
  }
}

extension NumericScan {
  /// Adds readings to those of a time.
  func keep(_ more: [TimeSpan.Interval], in span: inout TimeSpan) {
    if !more.isEmpty { span.readings = memory.keep(readings(of: span) + more) }
  }

  /// The further readings of a time.
  func readings(of span: TimeSpan) -> [TimeSpan.Interval] {
    span.readings.count == 0 ? [] : memory.kept(span.readings)
  }
}

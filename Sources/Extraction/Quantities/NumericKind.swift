/// What a numeric fact is; the raw values are those of the output.
public enum NumericKind: String, Sendable, CaseIterable {
  case number, ordinal, percent, range, ratio, money, measure, age, temperature, duration, phone
  case date, time, datetime, dateperiod, timeperiod, datetimeperiod, set

  /// Whether it stands on the time axis and is given out among the times; a duration is a quantity.
  public var isTime: Bool {
    switch self {
    case .date, .time, .datetime, .dateperiod, .timeperiod, .datetimeperiod, .set: true
    default: false
    }
  }
}

/// How a quantity relates to the number it names.
public enum Approximation: String, Sendable {
  case exact, under, about, over
}

/// The pattern that made a time; the raw values are given out behind `time.`.
enum TimeRule: String {
  case after, before, since
  case bareYear = "bare-year"
  case century, decade, year, month, day, weekday, season, quarter, period, era, lunar, holiday, clock, now, word
  case centuryPart = "century-part"
  case yearPart = "year-part"
  case quarterPart = "quarter-part"
  case monthPart = "month-part"
  case weekPart = "week-part"
  case partOfDay = "part-of-day"
  case date
  case dateDigits = "date.digits"
  case dateDotted = "date.dotted"
  case dateNumeric = "date.numeric"
  case dateShort = "date.short"
  case dateSlashes = "date.slashes"
  case dateSpaced = "date.spaced"
  case monthNumeric = "month.numeric"
  case namedYear = "named-year"
  case solarTerm = "solar-term"
  case dayOfYear = "day-of-year"
  case weekOfYear = "week-of-year"
  case monthOfYear = "month-of-year"
  case weekOfMonth = "week-of-month"
  case weekdayOfMonth = "weekday-of-month"
  case firstMonths = "first-months"
  case firstUnits = "first-units"
  case lastUnits = "last-units"
  case distanceAgo = "distance.ago"
  case distanceLater = "distance.later"
  case distancePast = "distance.past"
  case distanceFuture = "distance.future"
  case range
  case rangeUntilNow = "range.until-now"
  case length, set
  case vagueReference = "vague.reference"
  case vagueNamed = "vague.named"
  case vagueBare = "vague.bare"
  case vaguePresent = "vague.present"
  case vaguePast = "vague.past"
  case vagueFuture = "vague.future"

  /// That of a word like 近日 or 曾经.
  static func vague(_ basis: TimeVocabulary.Basis) -> TimeRule {
    switch basis {
    case .reference: .vagueReference
    case .named: .vagueNamed
    case .bare: .vagueBare
    case .present: .vaguePresent
    case .past: .vaguePast
    case .future: .vagueFuture
    }
  }

  /// Whether it is a part of a longer time: 上半年, 月底.
  var isPart: Bool {
    switch self {
    case .centuryPart, .yearPart, .quarterPart, .monthPart, .weekPart: true
    default: false
    }
  }

  /// Whether it is a day with its month.
  var isDate: Bool {
    switch self {
    case .date, .dateDigits, .dateDotted, .dateNumeric, .dateShort, .dateSlashes, .dateSpaced: true
    default: false
    }
  }
}

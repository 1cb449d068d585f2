/// The payloads of the time words.
struct TimeVocabulary: Sendable {
  struct Word: Sendable {
    let level: Level
    let offset: Int
    let basis: Basis
  }

  enum Level: String {
    case year, month, quarter, week, weekday, weekend, day, now, vague, century, season
    case halfYear = "half-year"
    case yearRange = "year-range", dayRange = "day-range"
  }

  enum Basis: String { case reference, named, bare, present, past, future }

  struct PartOfDay: Sendable {
    let startHour: Int
    let endHour: Int
    let half: Half
    /// Other hours that the word is used for; two equal ones are a moment (午夜).
    let also: [(start: Int, end: Int)]
  }

  enum Half: String { case am, noon, pm, night, midnight, day }

  struct Holiday: Sendable {
    let calendar: Calendar
    let month: Int
    let day: Int
    let days: Int
  }

  enum Calendar: String { case solar, lunar, term, weekday, easter, orthodox, islamic, hebrew, dated }

  struct SolarTerm: Sendable {
    let month: Int
    let constant20: Double
    let constant21: Double
  }

  struct Era: Sendable {
    let firstYear: Int
    let lastYear: Int?
  }

  struct Period: Sendable {
    let start: CalendarDate
    let end: CalendarDate?
    let needsQuotes: Bool
  }

  struct Part: Sendable {
    let scope: Scope
    let start: Int
    let end: Int
  }

  enum Scope: String {
    case yearMonths = "year-months", monthDays = "month-days", weekDays = "week-days"
    case quarterMonths = "quarter-months", seasons, decadeYears = "decade-years"
  }

  enum Connector: String, CaseIterable {
    case to, from, fromEnd = "from-end", since, until, now, past, future, within, ago, later, every, around
    case timeZone = "time-zone", during, lunar, first = "extreme-first", last = "extreme-last", none
    case fromOpen = "from-open", begin, pastNamed = "past-named", futureNamed = "future-named"
    case laterFront = "later-front", agoInclusive = "ago-inclusive", about, and, between
    case yearName = "year-name", nameTail = "name-tail", feastFollows = "feast-follows", asOf = "as-of"
    /// One bit for each.
    var bit: UInt32 {
      switch self {
      case .to: 1
      case .from: 1 << 1
      case .fromEnd: 1 << 2
      case .since: 1 << 3
      case .until: 1 << 4
      case .now: 1 << 5
      case .past: 1 << 6
      case .future: 1 << 7
      case .within: 1 << 8
      case .ago: 1 << 9
      case .later: 1 << 10
      case .every: 1 << 11
      case .around: 1 << 12
      case .timeZone: 1 << 13
      case .during: 1 << 14
      case .lunar: 1 << 15
      case .first: 1 << 16
      case .last: 1 << 17
      case .none: 1 << 18
      case .fromOpen: 1 << 19
      case .begin: 1 << 20
      case .pastNamed: 1 << 21
      case .futureNamed: 1 << 22
      case .laterFront: 1 << 23
      case .agoInclusive: 1 << 24
      case .about: 1 << 25
      case .and: 1 << 26
      case .between: 1 << 27
      case .yearName: 1 << 28
      case .nameTail: 1 << 29
      case .feastFollows: 1 << 30
      case .asOf: 1 << 31
      }
    }

    /// Before a time it may begin one.
    var begins: Bool {
      switch self {
      case .from, .past, .future, .every, .timeZone, .lunar, .first, .last, .fromOpen, .pastNamed, .futureNamed,
        .laterFront, .about:
        true
      default: false
      }
    }
  }

  struct Unit: Sendable {
    let designator: Designator
    let count: ExactDecimal
    /// Whether numeral and word alone are a length of time (3天), or only in company (3分20秒).
    let plain: Bool
    /// Whether only the days from Monday to Friday count: 工作日, 交易日.
    var isWorking = false
  }

  enum Designator: String, Comparable {
    case year = "Y", month = "MON", week = "W", day = "D", hour = "H", minute = "MIN", second = "S"
    var rank: Int {
      switch self {
      case .year: 0
      case .month: 1
      case .week: 2
      case .day: 3
      case .hour: 4
      case .minute: 5
      case .second: 6
      }
    }
    static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
  }

  /// A length of time in one word: 个半小时.
  struct FixedLength: Sendable {
    let designator: Designator
    let count: ExactDecimal
  }

  var words: [Word] = []
  var lengths: [FixedLength] = []
  var partsOfDay: [PartOfDay] = []
  var holidays: [Holiday] = []
  var solarTerms: [SolarTerm] = []
  var eras: [Era] = []
  var periods: [Period] = []
  var parts: [Part] = []
  var connectors: [Connector] = []
  var units: [Unit] = []
  var lunarMonths: [Int] = []
  var lunarCalendar = LunarCalendar()
  /// Years of the Islamic and the Hebrew calendar.
  var monthTables: [Calendar: MonthTable] = [:]
  /// Feasts known by their dates alone, by their number in the table.
  var feasts: [Int: FeastTable] = [:]
}

/// A time as far as it has been read: where it ends in the text, how fine it is, and the moments it covers.
///
/// Times are handed on from step to step a good deal, so they are small: what counts little is stored in few bits.
struct TimeSpan: BitwiseCopyable {
  var end: Int {
    get { Int(storedEnd) }
    set { storedEnd = Int32(truncatingIfNeeded: newValue) }
  }
  private var storedEnd: Int32
  var grain: Grain
  /// What it covers; nil if no reference time settles it.
  var interval: Interval?
  /// Of a clock time without a day: seconds since midnight.
  var clock: Int? {
    get { storedClock.map(Int.init) }
    set { storedClock = newValue.map(Int32.init(truncatingIfNeeded:)) }
  }
  private var storedClock: Int32?
  /// Of a part of the day without a day: the second it ends.
  var clockEnd: Int? {
    get { storedClockEnd.map(Int.init) }
    set { storedClockEnd = newValue.map(Int32.init(truncatingIfNeeded:)) }
  }
  private var storedClockEnd: Int32?
  var half: TimeVocabulary.Half?
  /// The year and month as written, for 五月廿二, which only its day shows to be lunar.
  var writtenMonth: WrittenMonth?
  /// Whether the month is written 八月, not 8月.
  var isChineseNumeral = false
  /// The day of the month as written, where the month or the year is not known.
  var writtenDay: Int? {
    get { storedWrittenDay.map(Int.init) }
    set { storedWrittenDay = newValue.map(Int8.init(truncatingIfNeeded:)) }
  }
  private var storedWrittenDay: Int8?
  /// Whether the year is that of the report, because none was written.
  var assumesYear = false
  /// Another reading that the words allow: the weekday to come beside the one gone by, 15:00 beside 3:00.
  var other: Interval?
  /// Further readings of the same words, the likelier first: 近30天 up to the moment of the report, 上两周 as the two whole
  /// weeks before this one, a feast from its eve on.
  var readings = Readings.none
  /// How fine the ends of a range or of an open period were written.
  var edges: Edges?
  var approximate = false
  /// “十四五”期间: the quotation mark before it belongs to it.
  var opensWithQuote = false
  var rule: TimeRule

  struct Interval: Hashable, BitwiseCopyable {
    var start: Moment?
    var end: Moment?

    init(start: Moment?, end: Moment?) {
      self.start = start
      self.end = end
    }

    init(from start: CalendarDate, to end: CalendarDate) {
      self.init(start: Moment(start), end: Moment(end))
    }

    static func day(_ date: CalendarDate) -> Interval { Interval(from: date, to: date.adding(days: 1)) }

    static func year(_ year: Int) -> Interval? {
      guard let start = CalendarDate(year: year, month: 1, day: 1) else { return nil }
      return Interval(from: start, to: start.adding(months: 12))
    }

    static func months(_ first: Int, _ last: Int, of year: Int) -> Interval? {
      guard let start = CalendarDate(year: year, month: first, day: 1) else { return nil }
      return Interval(from: start, to: start.adding(months: last - first + 1))
    }
  }

  struct Edges {
    var first: Grain
    var last: Grain
  }

  struct WrittenMonth {
    var year: Int? { storedYear.map(Int.init) }
    var month: Int { Int(storedMonth) }
    private let storedYear: Int16?
    private let storedMonth: Int8

    init(year: Int? = nil, month: Int) {
      storedYear = year.map(Int16.init(truncatingIfNeeded:))
      storedMonth = Int8(truncatingIfNeeded: month)
    }
  }

  /// Where the readings of a time stand among those of the sentence, ``NumericMemory/readings``: so a time, which is handed
  /// on from step to step, holds no reference.
  struct Readings {
    var first: Int32
    var count: Int32
    static let none = Readings(first: 0, count: 0)
  }

  enum Grain: UInt8, Comparable {
    case vague, century, decade, year, part, month, week, days, day, dayPart, hour, minute, second, now
    static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }
    var isClock: Bool { self >= .hour && self <= .second }
  }

  init(end: Int, grain: Grain, interval: Interval?, rule: TimeRule) {
    storedEnd = Int32(truncatingIfNeeded: end)
    self.grain = grain
    self.interval = interval
    self.rule = rule
  }
}

extension TimeSpan {
  /// The kind and value as they are given out.
  var output: (kind: NumericKind, value: NumericValue) {
    switch grain {
    case .vague: return (.dateperiod, .unknown)
    case .century, .decade, .year, .part, .month, .week, .days: return (.dateperiod, period(clock: false))
    case .day: return (.date, interval?.start.map { .text("\($0.date)") } ?? .unknown)
    case .dayPart:
      if interval == nil, let clock, let clockEnd {
        return (.timeperiod, .period(Moment.clock(clock), Moment.clock(clockEnd)))
      }
      return (.datetimeperiod, period(clock: true))
    case .hour, .minute, .second:
      if let start = interval?.start { return (.datetime, .text("\(start)")) }
      return (.time, clock.map { .text(Moment.clock($0)) } ?? .unknown)
    case .now: return (.datetime, interval?.start.map { .text("\($0)") } ?? .unknown)
    }
  }

  func period(clock: Bool) -> NumericValue {
    guard let interval else { return .unknown }
    func text(_ moment: Moment?) -> String? { moment.map { clock || $0.second != 0 ? "\($0)" : "\($0.date)" } }
    return .period(text(interval.start), text(interval.end))
  }
}

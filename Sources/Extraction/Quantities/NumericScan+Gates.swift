/// What may begin at a position, asked before the grammars are.
///
/// Most words that begin times and quantities do not begin one where they stand (上 of 上海, 过 of 通过, 一个 of 一个人), and
/// a grammar that fails has looked for dozens of words. These look at the word and at what follows it.
extension NumericScan {
  /// What times the numeral at `i` may begin, by what stands behind it: that of a date, a clock time or a distance; 八点三 is
  /// a number, 74分钟 no point, and 7788元 neither.
  ///
  /// - Parameter thorough: also where a time would not be found after all.
  func timesBegun(byNumeralAt i: Int, thorough: Bool) -> TimeForms {
    let classes = vocabulary.classes
    let limit = i + 12
    var end = i + 1
    var last = role(i)
    var digits = last == .arabic ? 1 : 0
    var hasPoint = false
    while end < limit {
      let role = role(end)
      guard role != .none || at(end) == GrammarScalar.space else { break }
      if role == .arabic, digits == end - i { digits += 1 }
      hasPoint = hasPoint || role == .point
      last = role
      end += 1
    }
    // 20240418, 2010 01 29
    if digits == 8 || digits == 4 && at(i + 4) == GrammarScalar.space { return .all }
    let next = at(end)
    if !thorough, next == GrammarScalar.fullStop, digits == end - i, GrammarScalar.isDigit(at(end + 1)) {
      return timesBegun(byDecimalsAt: end + 1, wholeDigits: digits)
    }
    if next == GrammarScalar.counter, !thorough, !hasPoint, digits != 4 {
      let goesOn = role(end + 1) != .none || classes.mayFollow(ScalarClasses.counterFollows, at(end + 1))
      return !goesOn ? [] : frontRoles(i) == 0 ? .distance : .all
    }
    let isOpen = thorough || hasPoint || end == limit || frontRoles(i) != 0
    if last == .half || last == .point { return .all }
    if classes.mayFollow(ScalarClasses.timeFollows, next) { return isOpen || mayEndPoint(end) ? .all : .distance }
    guard last == .arabic else { return [] }
    // What is in four digits alone may be a year, but in 7788元 it is none.
    if isOpen || digits == 4 && mayEndPoint(end) { return .all }
    // 9点20, 1,200天, 3pm.
    return classes.mayFollow(ScalarClasses.timeFollowsDigits, next) ? .all : []
  }

  /// The same where a full stop and more digits follow: 2024.4.18, 27.5.2015; 1.5小时前.
  private func timesBegun(byDecimalsAt i: Int, wholeDigits: Int) -> TimeForms {
    if wholeDigits == 4 { return .all }
    var end = i
    while end < i + 12, GrammarScalar.isDigit(at(end)) { end += 1 }
    if at(end) == GrammarScalar.fullStop { return .all }
    while end < i + 12, role(end) != .none || at(end) == GrammarScalar.space { end += 1 }
    let goesOn = vocabulary.classes.mayFollow(ScalarClasses.timeFollows, at(end)) || at(end) == GrammarScalar.counter
    return goesOn || end >= i + 12 ? .all : []
  }

  /// Whether a numeral that ends at `i` may be part of a date or a clock time: beside a unit of these, a sign, or the word
  /// of a range.
  private func mayEndPoint(_ i: Int) -> Bool {
    switch at(i) {
    case GrammarScalar.year, GrammarScalar.month, GrammarScalar.day, GrammarScalar.spokenDay, GrammarScalar.hour,
      GrammarScalar.oClock, GrammarScalar.season, GrammarScalar.century.0:
      true
    default: !GrammarScalar.isHan(at(i)) || frontRoles(i) & NumericVocabulary.Front.connector.bit != 0
    }
  }

  /// Whether the word at `i` and what follows it may be a time: a word of times, or a preposition before one.
  func wordMayBeginTime(_ i: Int) -> Bool {
    if opensTime(i) || role(i) != .none { return true }
    guard frontRoles(i) & NumericVocabulary.Front.connector.bit != 0 else { return false }
    let (end, roles) = connectors(at: i)
    if roles & TimeVocabulary.Connector.beginAlone != 0 { return true }
    guard roles & TimeVocabulary.Connector.beginBefore != 0 else { return false }
    let next = skipSpaces(end)
    return continuesTime(next) || at(next) == GrammarScalar.attributive && continuesTime(skipSpaces(next + 1))
  }

  /// Whether a word of times begins at `i`; 第二季度, q1, 闰八月, 元月.
  private func opensTime(_ i: Int) -> Bool {
    if frontRoles(i) & NumericVocabulary.Front.times != 0 { return true }
    switch at(i) {
    case GrammarScalar.ordinal, GrammarScalar.letterQ, GrammarScalar.leap, GrammarScalar.first: return true
    default: return false
    }
  }

  /// Whether a time may go on at `i` after a preposition: with a numeral, a word of times or another preposition.
  private func continuesTime(_ i: Int) -> Bool {
    role(i) != .none || opensTime(i) || frontRoles(i) & NumericVocabulary.Front.connector.bit != 0
  }

  /// Whether a single Chinese digit has a unit after it, or stands alone.
  func numeralMayBeginQuantity(_ i: Int) -> Bool {
    if role(i) == .arabic || role(i + 1) != .none { return true }
    let next = at(i + 1)
    return vocabulary.classes.mayFollow(ScalarClasses.unitFollows, next) || !GrammarScalar.isHan(next)
      || next == GrammarScalar.counter
  }

  /// Whether behind the approximators at `i` a numeral, a currency or a prefix of numerals stands.
  func wordMayBeginQuantity(_ i: Int) -> Bool {
    var position = i
    for _ in 0..<2 {
      guard let (end, _) = word(.approximator, position) else { break }
      position = skipSpaces(end)
    }
    // A sign may begin a telephone number: +86.
    if role(position) != .none || position == i && !GrammarScalar.isHan(at(i)) { return true }
    let front = NumericVocabulary.Front.self
    if frontRoles(position) & (front.prefix.bit | front.currency.bit) != 0 { return true }
    guard let (end, _) = word(.bareUnitApproximator, position) else { return false }
    return role(end).isMultiplier
  }
}

/// What a time may be.
struct TimeForms: OptionSet {
  let rawValue: UInt8
  /// 3月5日, 上午9点, 每周三, and ranges of them.
  static let point = TimeForms(rawValue: 1)
  /// 三天前.
  static let distance = TimeForms(rawValue: 2)
  static let all: TimeForms = [.point, .distance]
}

extension NumericVocabulary.Front {
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// What a time begins with by itself: all that neither belongs to quantities nor needs something after it.
  static let times: UInt32 =
    ofTimes & ~connector.bit
  /// All words of times.
  static let ofTimes: UInt32 =
    ~(exception.bit | approximator.bit | bareUnitApproximator.bit | currency.bit | prefix.bit | clue.bit)
}

extension TimeVocabulary.Connector {
  /// What begins a time only before a numeral or a word of times.
  static let beginBefore: UInt32 =
    from.bit | fromOpen.bit | past.bit | future.bit | first.bit | last.bit | pastNamed.bit | futureNamed.bit
    | laterFront.bit | about.bit

  /// What begins a time whatever follows: 每, 北京时间, 农历.
  static let beginAlone: UInt32 = allCases.reduce(0) { $1.begins ? $0 | $1.bit : $0 } & ~beginBefore
}

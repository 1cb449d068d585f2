/// What may begin at a position, asked before the grammars are.
///
/// Most words that begin times and quantities do not begin one where they stand (上 of 上海, 过 of 通过, 一个 of 一个人), and
/// a grammar that fails has looked for dozens of words. These look at the word and at what follows it.
extension NumericScan {
  /// Whether the numeral at `i` has something after it that a date, a clock time or a distance has; 八点三 is a number.
  ///
  /// - Parameter thorough: also where a time would not be found after all.
  func numeralMayBeginTime(_ i: Int, thorough: Bool) -> Bool {
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
    let next = at(end)
    if next == GrammarScalar.counter, !thorough, !hasPoint, digits != 4 {
      return role(end + 1) != .none || classes.mayFollow(ScalarClasses.counterFollows, at(end + 1))
    }
    if classes.mayFollow(ScalarClasses.timeFollows, next) || last == .half || last == .point { return true }
    guard last == .arabic else { return false }
    // 9点20; what is in four digits alone may be a year, in eight a day; 1,200天, 3pm.
    return thorough || hasPoint || digits == 4 || digits == 8 || end == limit
      || classes.mayFollow(ScalarClasses.timeFollowsDigits, next)
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

extension NumericVocabulary.Front {
  var bit: UInt32 { 1 << UInt32(rawValue) }

  /// What a time begins with by itself: all that neither belongs to quantities nor needs something after it.
  static let times: UInt32 =
    ~(exception.bit | approximator.bit | bareUnitApproximator.bit | currency.bit | prefix.bit | clue.bit | connector.bit)
}

extension TimeVocabulary.Connector {
  /// What begins a time only before a numeral or a word of times.
  static let beginBefore: UInt32 =
    from.bit | fromOpen.bit | past.bit | future.bit | first.bit | last.bit | pastNamed.bit | futureNamed.bit
    | laterFront.bit | about.bit

  /// What begins a time whatever follows: 每, 北京时间, 农历.
  static let beginAlone: UInt32 = allCases.reduce(0) { $1.begins ? $0 | $1.bit : $0 } & ~beginBefore
}

extension NumericScan {
  /// Reads what follows the numeral: 多, a unit or measure word, and what extends it (半, 五角, /公斤).
  func attachUnit(_ operand: inout Operand, numeral n: Numeral, code: String?, temperature: String?) {
    var q = operand.end
    let strong = n.isArabic || n.length >= 2 || n.traits.contains(.bareUnit)
    var halves = false
    var counted = role(n.range.lowerBound) == .pair  // 俩月
    if role(q) == .more, strong || n.traits.contains(.hasUnit), isMore(q, n) {
      q += 1
      operand.setMore()
      operand.extend(to: q)
    }
    if at(q) == GrammarScalar.counter, at(q + 1) == GrammarScalar.half || role(q + 1) == .more {
      // 两个半小时, 1个多月
      if bestTimeUnit(q + 2, afterCounter: true) != nil {
        halves = at(q + 1) == GrammarScalar.half
        if !halves { operand.setMore() }
        q += 2
        counted = true
      }
    }
    if let (end, unit, power) = prefixedUnit(n) {
      operand.multiply(by: ExactDecimal(1, exponent: -power))
      attach(&operand, .measure, unit.canonical, end, "measure.unit")
      operand.dimension = unit.dimension
      attachMore(&operand)
      attachPer(&operand)
      return
    }
    q = skipSpaces(q)
    if let temperature, at(q) == GrammarScalar.degree || at(q) == GrammarScalar.degreeSign {
      // ℃ is two characters here.
      let hasScale = at(q) == GrammarScalar.degreeSign && GrammarScalar.isLatinLetter(at(q + 1))
      return attach(&operand, .temperature, temperature, hasScale ? q + 2 : q + 1, "temperature.prefix")
    }
    if let code {
      attachMoney(&operand, prefix: code, at: q)
      return
    }
    let special = wordAfter(.special, q) ?? spacedSpecial(q)
    let currency = wordAfter(.currency, q)
    let time = bestTimeUnit(q, afterCounter: counted)
    let unit = usable(unit: wordAfter(.unit, q), n, strong: strong)
    let measure = usable(
      measure: wordAfter(.measureWord, q), n: n, strong: strong, approximated: operand.approximation != .exact)
    let longest = max(special?.end ?? 0, currency?.end ?? 0, time?.end ?? 0, unit?.end ?? 0, measure?.end ?? 0)
    // 一千出头: the approximation is longer than the measure word.
    guard longest > 0, wordAfter(.approximator, q)?.end ?? 0 <= longest else {
      attachBareData(&operand, n)
      attachPoints(&operand, n, at: q)
      if temperature != nil { attach(&operand, .temperature, temperature, q, "temperature.prefix") }
      return
    }
    if let (end, payload) = special, end == longest, attachSpecial(&operand, vocabulary.specialUnits[payload], n, end) {
      return
    }
    if let (end, payload) = currency, end == longest, isMoney(payload, n, end, alsoMeasure: measure?.end == end) {
      return attachMoney(&operand, prefix: nil, at: q)
    }
    if let (end, payload) = time, end == longest { return attachTime(&operand, payload, end, halves: halves, n) }
    if let (end, payload) = unit, end == longest {
      return attachMeasure(&operand, vocabulary.units[payload], to: end, n)
    }
    if let (end, payload) = measure, end == longest {
      attach(&operand, .measure, vocabulary.measureWords[payload].word, end, "measure.word")
      attachPer(&operand)
    }
  }

  /// 3公斤半, 六斤八两, 一米八三, 100米多, 20公里/小时.
  private func attachMeasure(
    _ operand: inout Operand, _ unit: NumericVocabulary.Unit, to end: Int, _ n: Numeral
  ) {
    attach(&operand, .measure, unit.canonical, end, "measure.unit")
    operand.dimension = unit.dimension
    if !attachSmaller(&operand, below: unit, n) { attachHalf(&operand, ExactDecimal(5, exponent: -1)) }
    attachMore(&operand)
    attachPer(&operand)
  }

  /// 个 百 分点: the words of old newspapers' columns stand apart.
  private func spacedSpecial(_ q: Int) -> (end: Int, payload: Int)? {
    guard at(q) == GrammarScalar.counter else { return nil }
    return vocabulary.after.longestSpaced(in: text, at: q, role: NumericVocabulary.After.special.rawValue)
  }

  /// 200余张, 十多个, 300来人: whether 多, 余 or 来 at `q` belongs to the numeral. 来 needs what is counted after it (300来自).
  private func isMore(_ q: Int, _ n: Numeral) -> Bool {
    guard n.traits.contains(.hasUnit) || n.isArabic && n.value.normalized.exponent > 0 else { return false }
    guard vocabulary.classes[at(q)].number == 1 else { return true }
    return !n.traits.contains(.decimal)
      && (wordAfter(.measureWord, q + 1) != nil || wordAfter(.unit, q + 1) != nil || wordAfter(.currency, q + 1) != nil
        || wordAfter(.special, q + 1) != nil || wordAfter(.timeUnit, q + 1) != nil)
  }

  /// 300兆: Arabic digits and 兆 alone are data, not a million millions.
  private func attachBareData(_ operand: inout Operand, _ n: Numeral) {
    let last = vocabulary.classes[at(n.end - 1)]
    guard n.isArabic, last.role == .section, last.number == 12, operand.end == n.end, operand.high == nil,
      let (end, payload) = wordAfter(.unit, n.end - 1), end == n.end
    else { return }
    operand.multiply(by: ExactDecimal(1, exponent: -12))
    attach(&operand, .measure, vocabulary.units[payload].canonical, end, "measure.unit")
    operand.dimension = vocabulary.units[payload].dimension
  }

  /// 收于3214.68点, 跌12点: points of an index, where no hour can be meant.
  private func attachPoints(_ operand: inout Operand, _ n: Numeral, at q: Int) {
    guard at(q) == GrammarScalar.oClock, n.upper == nil, n.isArabic || n.traits.contains(.hasUnit) else { return }
    let before = at(n.range.lowerBound - 1)
    let moves = before == GrammarScalar.rises || before == GrammarScalar.falls
    guard moves || n.traits.contains(.decimal) || n.value > ExactDecimal(24),
      moves || isBoundary(q + 1) || at(q + 1) == GrammarScalar.attributive
        || wordAfter(.approximator, q + 1) != nil || follows(.unit, q + 1)
    else { return }
    attach(&operand, .measure, string(q..<q + 1), q + 1, "measure.points")
  }

  /// 10千米, 50兆字节: the last character of the numeral begins the name of the unit.
  private func prefixedUnit(_ n: Numeral) -> (end: Int, unit: NumericVocabulary.Unit, power: Int)? {
    let last = vocabulary.classes[at(n.end - 1)]
    guard n.length > 1, last.role == .unit && n.isArabic || last.role == .section && last.number == 12,
      let (end, payload) = wordAfter(.unit, n.end - 1), end > n.end
    else { return nil }
    return (end, vocabulary.units[payload], last.number)
  }

  func attach(_ operand: inout Operand, _ kind: NumericKind, _ unit: String?, _ end: Int, _ rule: String) {
    operand.kind = kind
    operand.unit = unit
    operand.extend(to: end)
    operand.rule = rule
  }

  private func usable(unit: (end: Int, payload: Int)?, _ n: Numeral, strong: Bool) -> (end: Int, payload: Int)? {
    guard let unit else { return nil }
    let known = vocabulary.units[unit.payload]
    // 三尺三: a unit that needs an Arabic number is one here.
    let goesOn = known.takesBareDigits && role(unit.end).isDigit
    if known.isHomonym || known.arabicOnly, !strong || known.isHomonym {
      // 航速14节, 风力七级; but 14节车厢, 三级医院.
      let isTold = hasClue(.unit, before: n.range.lowerBound, within: 6) || follows(.unit, unit.end)
      guard isTold || goesOn || known.dimension == "power" && n.traits.contains(.decimal) else { return nil }
    }
    // A unit in Latin letters ends where the letters end: 5g, not 5gb or 5google.
    let last = at(unit.end - 1)
    if GrammarScalar.isLatinLetter(last),
      GrammarScalar.isLatinLetter(at(unit.end)) || GrammarScalar.isDigit(at(unit.end))
    {
      return nil
    }
    return unit
  }

  /// Whether a word of that clue begins at `i`.
  func follows(_ clue: NumericVocabulary.Clue, _ i: Int) -> Bool {
    wordAfter(.clue, i).map { vocabulary.clues[$0.payload] == clue } == true
  }

  /// 2单元301室, 5号楼2单元: numbers of houses, up to the room.
  private func isInHouseNumber(_ n: Numeral) -> Bool {
    guard follows(.house, n.end) else { return false }
    let start = n.range.lowerBound
    if follows(.house, start - 1), role(start - 2) == .arabic || at(start - 2) == GrammarScalar.spokenDay {
      return true
    }
    var next = n.end
    for _ in 0..<4 {
      guard let (end, payload) = wordAfter(.clue, next) else { return false }
      if vocabulary.clues[payload] == .identifier { return true }
      guard vocabulary.clues[payload] == .house, role(end) == .arabic || role(end).isDigit, let m = numeral(end)
      else { return false }
      next = m.end
    }
    return false
  }

  /// 08085期: a number that opens with a zero is a label.
  func isCode(_ n: Numeral) -> Bool {
    n.isArabic && n.leadingDigits > 3 && at(n.range.lowerBound) == 0x30 && !n.traits.contains(.decimal)
  }

  /// 一对六千, 一只 alone: a price for one, or nothing else said.
  private func isCountedOne(_ n: Numeral, _ end: Int) -> Bool {
    if n.range.lowerBound == 0, end == text.count { return true }
    guard role(end).begins, let price = numeral(end), price.traits.contains(.hasUnit) || price.isArabic else {
      return false
    }
    return isBoundary(price.end) || wordAfter(.currency, price.end) != nil
  }

  private func usable(
    measure: (end: Int, payload: Int)?, n: Numeral, strong: Bool, approximated: Bool
  ) -> (end: Int, payload: Int)? {
    guard let measure else { return nil }
    let word = vocabulary.measureWords[measure.payload]
    if n.length == 1, n.value == .one, hasClue(.determiner, before: n.range.lowerBound, within: 0) { return nil }
    if word.arabicOnly, !n.isArabic, !n.traits.contains(.hasUnit) { return nil }
    if n.length == 1, !n.isArabic, n.value == .one, n.upper == nil, !word.afterOne, !approximated,
      !isCountedOne(n, measure.end)
    {
      return nil
    }
    if isInHouseNumber(n) { return nil }
    if n.traits.contains(.digitByDigit) || isCode(n) { return nil }
    // 数学, 数字: only what does not make a word with 数.
    if n.traits.contains(.several), word.arabicOnly { return nil }
    if let (end, payload) = wordAfter(.clue, n.end), vocabulary.clues[payload] == .identifier, end >= measure.end {
      return nil
    }
    // 一个个, 一件件: every one, not one.
    if at(measure.end) == at(measure.end - 1) { return nil }
    return measure
  }

  /// 五分半钟, 三分半以内, and 三分半 where nothing goes on.
  private func isHalfMinute(_ i: Int) -> Bool {
    guard at(i) == GrammarScalar.half else { return false }
    return at(i + 1) == GrammarScalar.bell || isBoundary(i + 1) || connector(.within, i + 1) != nil
      || connector(.later, i + 1) != nil || connector(.ago, i + 1) != nil
  }

  /// A unit of time; after 个 also those that need it (月).
  func bestTimeUnit(_ i: Int, afterCounter: Bool) -> (end: Int, payload: Int)? {
    guard let found = wordAfter(.timeUnit, i) else { return nil }
    let unit = vocabulary.times.units[found.payload]
    // 两月 is no month of the year.
    if unit.plain || afterCounter || unit.designator == .month && at(i - 1) == GrammarScalar.two { return found }
    if unit.designator == .minute, isHalfMinute(found.end) { return found }
    // 3分20秒: a unit that is one only beside another.
    guard unit.designator == .minute, let next = numeral(found.end), let (_, payload) = wordAfter(.timeUnit, next.end),
      vocabulary.times.units[payload].designator == .second
    else { return nil }
    return found
  }
}

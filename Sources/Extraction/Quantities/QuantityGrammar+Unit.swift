extension NumericScan {
  /// Reads what follows the numeral: 多, a unit or measure word, and what extends it (半, 五角, /公斤).
  func attachUnit(_ operand: inout Operand, numeral n: Numeral, code: String?, temperature: String?) {
    var q = operand.end
    let strong = n.isArabic || n.length >= 2 || n.traits.contains(.bareUnit)
    var halves = false
    var counted = false
    if role(q) == .more || role(q) == .moreThanTen && n.traits.isDisjoint(with: [.decimal]), strong {
      // 200余张, 十多个, 300来人
      if n.traits.contains(.hasUnit) || n.isArabic && n.value.normalized.exponent > 0 {
        q += 1
        operand.approximation = .over
        operand.extend(to: q)
      }
    }
    if at(q) == GrammarScalar.counter, at(q + 1) == GrammarScalar.half || role(q + 1) == .more {
      // 两个半小时, 1个多月
      if bestTimeUnit(q + 2, afterCounter: true) != nil {
        halves = at(q + 1) == GrammarScalar.half
        if !halves { operand.approximation = .over }
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
    if let temperature, at(q) == GrammarScalar.degree {
      return attach(&operand, .temperature, temperature, q + 1, "temperature.prefix")
    }
    if let code {
      attachMoney(&operand, prefix: code, at: q)
      return
    }
    let special = wordAfter(.special, q)
    let currency = wordAfter(.currency, q)
    let time = bestTimeUnit(q, afterCounter: counted)
    let unit = usable(unit: wordAfter(.unit, q), strong: strong)
    let measure = usable(
      measure: wordAfter(.measureWord, q), n: n, strong: strong, approximated: operand.approximation != .exact)
    let longest = max(special?.end ?? 0, currency?.end ?? 0, time?.end ?? 0, unit?.end ?? 0, measure?.end ?? 0)
    guard longest > 0 else {
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
      let unit = vocabulary.units[payload]
      attach(&operand, .measure, unit.canonical, end, "measure.unit")
      operand.dimension = unit.dimension
      attachHalf(&operand, ExactDecimal(5, exponent: -1))
      attachMore(&operand)
      attachPer(&operand)
      return
    }
    if let (end, payload) = measure, end == longest {
      attach(&operand, .measure, vocabulary.measureWords[payload].word, end, "measure.word")
      attachPer(&operand)
    }
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

  private func usable(unit: (end: Int, payload: Int)?, strong: Bool) -> (end: Int, payload: Int)? {
    guard let unit, strong || !vocabulary.units[unit.payload].arabicOnly else { return nil }
    // A unit in Latin letters ends where the letters end: 5g, not 5gb or 5google.
    let last = at(unit.end - 1)
    if GrammarScalar.isLatinLetter(last),
      GrammarScalar.isLatinLetter(at(unit.end)) || GrammarScalar.isDigit(at(unit.end))
    {
      return nil
    }
    return unit
  }

  private func usable(
    measure: (end: Int, payload: Int)?, n: Numeral, strong: Bool, approximated: Bool
  ) -> (end: Int, payload: Int)? {
    guard let measure else { return nil }
    let word = vocabulary.measureWords[measure.payload]
    if n.length == 1, n.value == .one, hasClue(.determiner, before: n.range.lowerBound, within: 0) { return nil }
    if word.arabicOnly, !n.isArabic, !n.traits.contains(.hasUnit) { return nil }
    if n.length == 1, !n.isArabic, n.value == .one, n.upper == nil, !word.afterOne, !approximated { return nil }
    if n.traits.contains(.digitByDigit) { return nil }
    if let (end, payload) = wordAfter(.clue, n.end), vocabulary.clues[payload] == .identifier, end >= measure.end {
      return nil
    }
    // 一个个, 一件件: every one, not one.
    if at(measure.end) == at(measure.end - 1) { return nil }
    return measure
  }

  /// A unit of time; after 个 also those that need it (月).
  func bestTimeUnit(_ i: Int, afterCounter: Bool) -> (end: Int, payload: Int)? {
    guard let found = wordAfter(.timeUnit, i) else { return nil }
    let unit = vocabulary.times.units[found.payload]
    if unit.plain || afterCounter { return found }
    // 3分20秒: a unit that is one only beside another.
    guard unit.designator == .minute, let next = numeral(found.end), let (_, payload) = wordAfter(.timeUnit, next.end),
      vocabulary.times.units[payload].designator == .second
    else { return nil }
    return found
  }

  private func attachSpecial(
    _ operand: inout Operand, _ special: NumericVocabulary.SpecialUnit, _ n: Numeral, _ end: Int
  ) -> Bool {
    switch special.kind {
    case .percent, .points:
      attach(&operand, .percent, special.canonical, end, special.kind == .points ? "percent.points" : "percent.sign")
      operand.multiply(by: special.factor)
      operand.factor = special.factor
      attachMore(&operand)
    case .tenths, .discount:
      // 九折 is 90 %, 五五折 55 %, 两成 20 %, 三成五 35 %.
      guard n.value > .zero, n.value < ExactDecimal(100), !(n.value == ExactDecimal(10)) else { return false }
      attach(&operand, .percent, special.canonical, end, "percent.\(special.kind.rawValue)")
      if n.upper != nil, special.kind == .discount, let tens = n.value.integer, let ones = n.upper?.integer {
        operand.low = ExactDecimal(Int128(tens * 10 + ones))
        operand.high = nil
        operand.approximation = .exact
      } else if n.value < ExactDecimal(10) {
        operand.multiply(by: special.factor)
      }
      if special.kind == .tenths {
        if role(end).isDigit, let more = numeral(end), more.length == 1, !GrammarScalar.isHan(at(more.end)) {
          operand.low = operand.low + more.value
          operand.extend(to: more.end)
        }
        attachHalf(&operand, ExactDecimal(5))
      }
    case .age:
      if special.factor != .one, !hasClue(.age, before: operand.range.lowerBound, within: 0) { return false }
      attach(&operand, .age, special.canonical, end, "age")
      operand.multiply(by: special.factor)
      attachMore(&operand)
    case .temperature:
      attach(&operand, .temperature, special.canonical, end, "temperature.unit")
    case .degree:
      let start = operand.range.lowerBound
      if hasClue(.fahrenheit, before: start, within: 4) {
        attach(&operand, .temperature, "F", end, "temperature.clue")
      } else if hasClue(.temperature, before: start, within: 8) {
        attach(&operand, .temperature, "C", end, "temperature.clue")
      } else {
        guard n.isArabic || n.length > 1 else { return false }  // 一度, 三度 (times)
        attach(&operand, .measure, special.canonical, end, "measure.degree")
        operand.dimension = "angle"
      }
      attachMore(&operand)
    }
    return true
  }

  /// 两米半, 十五斤半, 一年半: half a unit more.
  private func attachHalf(_ operand: inout Operand, _ half: ExactDecimal) {
    let i = operand.end
    guard at(i) == GrammarScalar.half, operand.high == nil, word(.exception, i) == nil,
      wordAfter(.timeUnit, i + 1) == nil,
      wordAfter(.measureWord, i + 1) == nil
    else { return }
    operand.low = operand.low + half
    operand.extend(to: operand.end + 1)
  }

  /// 3年多, 100米多: more than that, unless 多 counts something else (多次).
  func attachMore(_ operand: inout Operand) {
    guard role(operand.end) == .more, wordAfter(.measureWord, operand.end + 1) == nil else { return }
    operand.extend(to: operand.end + 1)
    operand.approximation = .over
  }

  /// 人/平方公里, 元/公斤.
  private func attachPer(_ operand: inout Operand) {
    guard at(operand.end) == GrammarScalar.slash, let (end, name) = denominator(operand.end + 1) else { return }
    operand.unit = operand.unit.map { "\($0)/\(name)" }
    operand.dimension = nil
    operand.extend(to: end)
  }

  /// The unit that something is counted per, after a slash.
  func denominator(_ i: Int) -> (end: Int, name: String)? {
    let unit = wordAfter(.unit, i)
    let measure = wordAfter(.measureWord, i)
    let time = wordAfter(.timeUnit, i)
    let end = max(unit?.end ?? 0, measure?.end ?? 0, time?.end ?? 0)
    guard end > 0, !GrammarScalar.isLatinLetter(at(end)) || !GrammarScalar.isLatinLetter(at(end - 1)) else {
      return nil
    }
    if let unit, unit.end == end { return (end, vocabulary.units[unit.payload].canonical) }
    return (end, string(i..<end))
  }
}

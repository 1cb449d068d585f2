extension NumericScan {
  /// 3天, 两个半小时, 8天20小时, 一年零三个月.
  func attachTime(_ operand: inout Operand, _ payload: Int, _ end: Int, halves: Bool, _ n: Numeral) {
    let unit = vocabulary.times.units[payload]
    operand.timeUnit = unit
    var length = Length(operand.low, unit)
    if halves { length.add(ExactDecimal(5, exponent: -1), unit) }
    attach(&operand, .duration, nil, end, "duration")
    operand.lengthHigh = operand.high.map { Length($0, unit) }
    if at(end) == GrammarScalar.half, operand.high == nil, wordAfter(.timeUnit, end + 1) == nil {
      length.add(ExactDecimal(5, exponent: -1), unit)  // 三年半
      operand.extend(to: end + 1)
      if unit.designator == .minute, at(end + 1) == GrammarScalar.bell { operand.extend(to: end + 2) }  // 五分半钟
    }
    // 比2022年多1.2小时: a year, not two thousand and more of them.
    let isDate = unit.designator == .year && n.isArabic && n.length == 4
    if !isDate { attachMore(&operand) }
    if operand.high == nil, !isDate {
      attachSmallerUnits(&operand, &length, below: unit.designator)
      attachHundredths(&operand, &length, n)
    }
    operand.length = length
    if role(operand.end) == .more, !isDate { attachMore(&operand) }
    if let end = nights(operand.end, unit) { operand.extend(to: end) }
  }

  /// 三天三夜, 6天5晚: the nights are in the days.
  private func nights(_ i: Int, _ unit: TimeVocabulary.Unit) -> Int? {
    guard unit.designator == .day, role(i) != .none, let n = numeral(i), n.upper == nil, !n.traits.contains(.decimal),
      let (end, payload) = word(.partOfDay, n.end), end == n.end + 1,
      vocabulary.times.partsOfDay[payload].half == .night
    else { return nil }
    return end
  }

  /// 9秒98, 1分58秒32: hundredths, as in races.
  private func attachHundredths(_ operand: inout Operand, _ length: inout Length, _ n: Numeral) {
    let i = operand.end
    guard at(i - 1) == GrammarScalar.second, role(i) == .arabic, let m = numeral(i), m.length == 2,
      isBareDecimal(m, after: n), wordAfter(.unit, m.end) == nil
    else { return }
    length.add(m.value.scaled(by: -2), TimeVocabulary.Unit(designator: .second, count: .one, plain: true))
    operand.extend(to: m.end)
  }

  private func attachSmallerUnits(
    _ operand: inout Operand, _ length: inout Length, below designator: TimeVocabulary.Designator
  ) {
    var last = designator
    for _ in 0..<6 {
      var next = skipSpaces(operand.end)
      if at(next) == GrammarScalar.and || role(next) == .digit && vocabulary.classes[at(next)].number == 0 { next += 1 }
      guard let n = numeral(next), n.upper == nil, !n.traits.contains(.bareUnit) else { return }
      var unitStart = n.end
      if role(unitStart) == .more { unitStart += 1 }
      let counted = at(unitStart) == GrammarScalar.counter && role(unitStart + 1) == .more
      if counted { unitStart += 2 }
      guard let (end, payload) = wordAfter(.timeUnit, unitStart) else { return }
      let unit = vocabulary.times.units[payload]
      guard unit.designator > last || at(next - 1) == GrammarScalar.and else { return }
      length.add(n.value, unit)
      operand.extend(to: end)
      attachMore(&operand)
      last = unit.designator
    }
  }
}

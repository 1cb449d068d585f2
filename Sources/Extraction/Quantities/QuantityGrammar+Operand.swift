extension NumericScan {
  /// The number with its prefix and unit at `start`, or nil.
  func operand(at start: Int, approximated: Bool) -> Operand? {
    var position = start
    var negative = false
    var temperature: String?
    var code: String?
    for _ in 0..<2 {
      guard let (end, payload) = word(.prefix, position) else { break }
      switch vocabulary.prefixes[payload] {
      case .negative: negative = true
      case .belowZero: (negative, temperature) = (true, "C")
      case .celsius: temperature = "C"
      case .fahrenheit: temperature = "F"
      case .hundredths: return share(from: start, at: end, power: 0)
      case .thousandths: return share(from: start, at: end, power: -1)
      case .tenThousandths: return share(from: start, at: end, power: -2)
      case .ordinal: return ordinal(from: start, at: end)
      case .perHour: return rate(from: start, at: end, suffix: "/h")
      case .perSecond: return rate(from: start, at: end, suffix: "/s")
      case .phone: return nil
      }
      position = skipSpaces(end)
    }
    if let (end, payload) = word(.currency, position) {
      code = vocabulary.currencies[payload].code
      position = skipSpaces(end)
    }
    if role(position) == .half { return halfOperand(from: start, at: position) }
    guard let n = numeral(position) else { return nil }
    var operand = Operand(numeral: n, from: start)
    if n.traits.contains(.bareUnit), let bar = fractionBar(n.end) {
      // 百 分 之 五, 仟分之贰: as 百分之五
      return share(from: start, at: bar, power: 2 - (n.value.normalized.exponent))
    }
    if let (value, end) = fraction(n) {
      operand.low = value
      operand.high = nil
      operand.extend(to: end)
      operand.traits.insert(.fraction)
      operand.rule = "number.fraction"
    }
    attachUnit(&operand, numeral: n, code: code, temperature: temperature)
    if negative { operand.negate() }
    if code != nil, operand.kind != .money { return nil }
    return operand
  }

  /// 百分之五十三, 千分之二, 百分之负一点二.
  private func share(from start: Int, at position: Int, power: Int) -> Operand? {
    var position = skipSpaces(position)
    var negative = false
    if let (end, payload) = word(.prefix, position), vocabulary.prefixes[payload] == .negative {
      (negative, position) = (true, end)
    }
    guard let n = numeral(position) else { return nil }
    var operand = Operand(numeral: n, from: start, kind: .percent, rule: "percent.of-hundred")
    if n.traits.contains(.bareUnit) { operand.traits.remove(.bareUnit) }  // 百分之百
    operand.multiply(by: ExactDecimal(1, exponent: power))
    operand.unit = "%"
    if negative { operand.negate() }
    attachMore(&operand)
    return operand
  }

  /// 第14届, 第三: with the measure word, if one follows.
  private func ordinal(from start: Int, at position: Int) -> Operand? {
    guard let n = numeral(skipSpaces(position)), n.upper == nil, !n.traits.contains(.bareUnit) else { return nil }
    var operand = Operand(numeral: n, from: start, kind: .ordinal, rule: "ordinal")
    let measure = wordAfter(.measureWord, n.end)
    let time = wordAfter(.timeUnit, n.end)
    if let time, time.end >= measure?.end ?? 0, vocabulary.times.units[time.payload].plain {
      operand.unit = string(n.end..<time.end)
      operand.extend(to: time.end)
    } else if let (end, payload) = measure {
      operand.unit = vocabulary.measureWords[payload].word
      operand.extend(to: end)
    }
    operand.traits.remove(.arabic)
    return operand
  }

  /// 每小时45公里, 时速约120公里.
  private func rate(from start: Int, at position: Int, suffix: String) -> Operand? {
    var position = position
    if let (end, _) = word(.approximator, position) { position = end }
    guard role(position) != .none, let n = numeral(position) else { return nil }
    var operand = Operand(numeral: n, from: start)
    attachUnit(&operand, numeral: n, code: nil, temperature: nil)
    operand = range(from: operand)
    guard operand.kind == .measure, let unit = operand.unit, operand.dimension == "length" else { return nil }
    operand.unit = unit + suffix
    operand.rule = "measure.speed"
    operand.range = start..<operand.end
    operand.traits.remove(.bareUnit)
    return operand
  }

  /// 半年, 半小时, 半数, 半斤: half of a unit.
  private func halfOperand(from start: Int, at position: Int) -> Operand? {
    let unitStart = at(position + 1) == GrammarScalar.counter ? position + 2 : position + 1
    let n = Numeral(
      range: position..<position + 1, value: ExactDecimal(5, exponent: -1), upper: nil, traits: .chinese,
      coefficient: .zero, scale: 0, length: 2, leadingDigits: 0)
    var operand = Operand(numeral: n, from: start, rule: "number.half")
    guard
      let (end, payload) = bestTimeUnit(unitStart, afterCounter: unitStart > position + 1)
        ?? wordAfter(.timeUnit, position + 1)
    else {
      guard let (end, payload) = wordAfter(.unit, unitStart), !vocabulary.units[payload].arabicOnly else { return nil }
      operand.kind = .measure
      operand.unit = vocabulary.units[payload].canonical
      operand.extend(to: end)
      operand.rule = "measure.half"
      return operand
    }
    let unit = vocabulary.times.units[payload]
    guard unit.plain || unitStart > position + 1 else { return nil }
    operand.kind = .duration
    operand.length = Length(operand.low, unit)
    operand.timeUnit = unit
    operand.extend(to: end)
    attachMore(&operand)
    operand.rule = "duration.half"
    return operand
  }

  /// N分之M and N又M分之K after the numeral `n`: the value and the end.
  func fraction(_ n: Numeral) -> (ExactDecimal, Int)? {
    if at(n.end) == GrammarScalar.and, let denominator = numeral(n.end + 1), let (value, end) = fraction(denominator) {
      return (n.value + value, end)
    }
    if at(n.end) == GrammarScalar.slash, n.isArabic, !n.traits.contains(.decimal), let d = numeral(n.end + 1),
      d.isArabic,
      n.value > .zero, n.value < ExactDecimal(100), d.value > .one, d.value < ExactDecimal(100), d.value != n.value,
      at(d.end) != GrammarScalar.slash, d.traits == .arabic,
      at(n.range.lowerBound - 1) != GrammarScalar.slash
    {
      return (n.value / d.value, d.end)
    }
    guard let bar = fractionBar(n.end), let m = numeral(bar) else { return nil }
    return (m.value / n.value, m.end)
  }

  /// Where 分之 ends, written with or without spaces.
  private func fractionBar(_ i: Int) -> Int? {
    let part = skipSpaces(i)
    guard at(part) == GrammarScalar.part else { return nil }
    let of = skipSpaces(part + 1)
    return at(of) == GrammarScalar.of ? skipSpaces(of + 1) : nil
  }

  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for i in range { result.append(Unicode.Scalar(at(i)) ?? "\u{FFFD}") }
    return String(result)
  }
}

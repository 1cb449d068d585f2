/// Halves and fractions: 半斤, 三分之二, 二又三分之一, 1/5.
extension NumericScan {
  /// 半年, 半小时, 半数, 半斤: half of a unit.
  func halfOperand(from start: Int, at position: Int, approximated: Bool) -> Operand? {
    if at(position + 1) == GrammarScalar.amount {
      return isHalfSaid(from: start, to: position + 2, approximated: approximated)
        ? half(from: start, to: position + 2) : nil
    }
    let unitStart = at(position + 1) == GrammarScalar.counter ? position + 2 : position + 1
    var operand = Operand(
      value: ExactDecimal(5, exponent: -1), range: start..<position + 1, kind: .number, rule: "number.half")
    guard
      let (end, payload) = bestTimeUnit(unitStart, afterCounter: unitStart > position + 1)
        ?? wordAfter(.timeUnit, position + 1)
    else {
      if unitStart == text.count, unitStart > position + 1, start == 0 {
        operand.traits.insert(.fraction)
        operand.extend(to: unitStart)
        return operand  // 半个, alone
      }
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

  /// 一半: a half where something is said to be one (近一半, 减少了一半, …的一半), not in 一半是水.
  func oneHalf(_ n: Numeral, from start: Int, approximated: Bool) -> Operand? {
    guard n.length == 1, n.value == .one, at(n.end) == GrammarScalar.half else { return nil }
    guard isHalfSaid(from: start, to: n.end + 1, approximated: approximated) else { return nil }
    return half(from: start, to: n.end + 1)
  }

  private func isHalfSaid(from start: Int, to end: Int, approximated: Bool) -> Bool {
    approximated || start == 0 && end == text.count || wordAfter(.approximator, end) != nil
      || Self.beforeHalf.contains(at(start - 1)) && !GrammarScalar.isHan(at(end))
  }

  private func half(from start: Int, to end: Int) -> Operand {
    var operand = Operand(
      value: ExactDecimal(5, exponent: -1), range: start..<end, kind: .number, rule: "number.half")
    operand.traits.insert(.fraction)
    return operand
  }

  /// 的, 了, 占, 过
  private static let beforeHalf: [UInt32] = [0x7684, 0x4E86, 0x5360, 0x8FC7]

  /// N分之M and N又M分之K after the numeral `n`: the value and the end.
  func fraction(_ n: Numeral) -> (ExactDecimal, Int)? {
    if at(n.end) == GrammarScalar.and || at(n.end) == GrammarScalar.space && n.traits == .arabic,
      let denominator = numeral(n.end + 1), let (value, end) = properFraction(denominator),
      at(n.end) == GrammarScalar.and || denominator.traits == .arabic
    {
      return (n.value + value, end)
    }
    return properFraction(n)
  }

  private func properFraction(_ n: Numeral) -> (ExactDecimal, Int)? {
    if at(n.end) == GrammarScalar.slash, n.isArabic, !n.traits.contains(.decimal), let d = numeral(n.end + 1),
      d.isArabic,
      n.value > .zero, n.value < ExactDecimal(100), d.value > .one, d.value < ExactDecimal(100) || Self.isPowerOfTen(d),
      d.value != n.value,
      at(d.end) != GrammarScalar.slash, d.traits == .arabic,
      at(n.range.lowerBound - 1) != GrammarScalar.slash
    {
      return (n.value / d.value, d.end)
    }
    if let tenth = shortFraction(n) { return tenth }
    guard let bar = fractionBar(n.end) else { return nil }
    // 负三分之负一
    if let (end, payload) = word(.prefix, bar), vocabulary.prefixes[payload] == .negative, let m = numeral(end) {
      return (-m.value / n.value, m.end)
    }
    guard let m = numeral(bar) else { return nil }
    return (m.value / n.value, m.end)
  }

  /// The denominators beyond 99 that news sets with a slash: 37/100.
  private static func isPowerOfTen(_ n: Numeral) -> Bool {
    let value = n.value.normalized
    return value.coefficient == 1 && value.exponent <= 4
  }

  /// 四分一, 三分二, as the south says 四分之一, before a unit or at the end; 三分二 beside 秒 is a time.
  private func shortFraction(_ n: Numeral) -> (ExactDecimal, Int)? {
    guard at(n.end) == GrammarScalar.part, role(n.end + 1) == .digit, n.traits.isDisjoint(with: [.arabic, .bareUnit]),
      n.upper == nil, n.value > .one, let m = numeral(n.end + 1), m.length == 1, m.value < n.value, !m.value.isZero,
      m.value == .one || n.value == m.value + .one, wordAfter(.timeUnit, m.end) == nil,
      isBoundary(m.end) || wordAfter(.unit, m.end) != nil
    else { return nil }
    return (m.value / n.value, m.end)
  }

  /// Where 分之 ends, written with or without spaces.
  func fractionBar(_ i: Int) -> Int? {
    let part = skipSpaces(i)
    guard at(part) == GrammarScalar.part else { return nil }
    let of = skipSpaces(part + 1)
    return at(of) == GrammarScalar.of ? skipSpaces(of + 1) : nil
  }
}

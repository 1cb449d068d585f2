extension NumericScan {
  /// Whether the currency word means money here. 块 is also a measure word (三块石头): then only at the end or before a
  /// smaller coin (三块五).
  func isMoney(_ payload: Int, _ n: Numeral, _ end: Int, alsoMeasure: Bool) -> Bool {
    let currency = vocabulary.currencies[payload]
    if wordAfter(.measureWord, end - 1)?.end == end {
      let next = role(end)
      return next.isDigit || next == .arabic || isBoundary(end) && n.value != .one || n.traits.contains(.hasUnit)
        || n.traits.contains(.decimal) || wordAfter(.approximator, end).map { isBoundary($0.end) } == true
    }
    // 三角 is no sum of money, 六角七分 is.
    if currency.factor != .one, !n.isArabic, n.length == 1, GrammarScalar.isHan(at(end)), end - n.end == 1 {
      return role(end).isDigit && (at(end + 1) == GrammarScalar.part || isBoundary(end + 1))
    }
    return true
  }

  /// The sum after its numeral, which ends at or before `q`: 3万元, 三块五, 1元1角1分, 港币八千四百元, 20元/公斤.
  func attachMoney(_ operand: inout Operand, prefix: String?, at q: Int) {
    guard let (end, payload) = wordAfter(.currency, q) else {
      guard let prefix else { return }
      let power = at(q) == GrammarScalar.letterM ? 6 : at(q) == GrammarScalar.letterB ? 9 : 0
      let isShort =
        power > 0 && operand.traits == .arabic.union(operand.traits.intersection(.decimal))
        && !GrammarScalar.isLatinLetter(at(q + 1))
      if isShort { operand.multiply(by: ExactDecimal(1, exponent: power)) }
      attach(&operand, .money, prefix, isShort ? q + 1 : operand.end, "money.currency-before")
      return
    }
    let currency = vocabulary.currencies[payload]
    attach(
      &operand, .money, prefix ?? currency.code, end, prefix == nil ? "money.currency-after" : "money.currency-before")
    operand.multiply(by: currency.factor)
    operand.factor = currency.factor
    attachCoins(&operand, below: currency.factor, named: end - q > 1)
    if at(operand.end) == GrammarScalar.exactly
      || at(operand.end) == GrammarScalar.upright && isBoundary(operand.end + 1)
    {
      operand.extend(to: operand.end + 1)
    }
    attachMore(&operand)
    for _ in 0..<2 {  // 500元/人/月
      let sign = at(operand.end)
      guard sign == GrammarScalar.slash || sign == GrammarScalar.each,
        let (end, _, isSpan) = denominator(operand.end + 1), sign == GrammarScalar.slash || !isSpan
      else { break }
      operand.extend(to: end)
    }
  }

  /// 五元三毛, 六角七分钱; 三块五 (without the coin's name) only in Chinese digits or after 块.
  private func attachCoins(_ operand: inout Operand, below factor: ExactDecimal, named: Bool) {
    var factor = factor
    for _ in 0..<2 {
      let start = operand.end
      guard operand.high == nil, role(start).isDigit || role(start) == .arabic, let n = numeral(start), n.length <= 2
      else { return }
      let coin = factor * ExactDecimal(1, exponent: -1)
      if let (end, payload) = wordAfter(.currency, n.end), vocabulary.currencies[payload].factor < factor {
        operand.low = operand.low + n.value * vocabulary.currencies[payload].factor
        operand.extend(to: end)
        factor = vocabulary.currencies[payload].factor
      } else if at(n.end) == GrammarScalar.part, at(n.end + 1) != GrammarScalar.of, factor < .one {
        operand.low = operand.low + n.value * ExactDecimal(1, exponent: -2)  // 六角七分
        operand.extend(to: n.end + 1)
        if at(operand.end) == GrammarScalar.coin { operand.extend(to: operand.end + 1) }
        return
      } else if n.length == 1, !named, factor >= ExactDecimal(1, exponent: -1),
        isBoundary(n.end) || isSpokenCoin(operand.end, n.end)
      {
        operand.low = operand.low + n.value * coin
        operand.extend(to: n.end)
        return
      } else {
        return
      }
    }
  }

  /// 三块五一斤, but not 300元一斤, 5元3个: the digit after 块 that is followed by nothing it could count.
  private func isSpokenCoin(_ start: Int, _ end: Int) -> Bool {
    guard wordAfter(.measureWord, start - 1)?.end == start, GrammarScalar.isHan(at(end)) else { return false }
    return wordAfter(.measureWord, end) == nil && wordAfter(.unit, end) == nil && wordAfter(.timeUnit, end) == nil
      && wordAfter(.special, end) == nil && word(.exception, start) == nil
  }
}

/// What is counted per something: 每小时45公里, 300公里/小时, 200立方米每秒, 人/平方公里.
extension NumericScan {
  /// 每小时45公里, 时速约120公里.
  func rate(from start: Int, at position: Int, suffix: String, inRange: Bool) -> Operand? {
    var position = position
    var approximation = Approximation.exact
    if let (end, payload) = word(.approximator, position) {
      position = end
      approximation = vocabulary.approximators[payload].approximation
    }
    guard role(position) != .none, let n = numeral(position) else { return nil }
    var operand = Operand(numeral: n, from: start)
    attachUnit(&operand, numeral: n, code: nil, temperature: nil)
    if !inRange { extendToRange(&operand) }
    guard operand.kind == .measure, let unit = operand.unit, operand.dimension == "length" else { return nil }
    operand.unit = unit + suffix
    operand.rule = "measure.speed"
    operand.range = start..<operand.end
    operand.traits.remove(.bareUnit)
    if operand.approximation == .exact, operand.high == nil { operand.approximation = approximation }
    return operand
  }

  /// 人/平方公里, 元/公斤, 200立方米每秒.
  func attachPer(_ operand: inout Operand) {
    let sign = at(operand.end)
    guard sign == GrammarScalar.slash || sign == GrammarScalar.each && operand.dimension != nil,
      let (end, name, isSpan) = denominator(operand.end + 1), sign == GrammarScalar.slash || !isSpan
    else { return }
    operand.unit = operand.unit.map { "\($0)/\(name)" }
    operand.dimension = nil
    operand.extend(to: end)
  }

  /// The unit that something is counted per, after a slash or 每; whether it is one that 每 begins anew with (每天, 每人).
  func denominator(_ i: Int) -> (end: Int, name: String, isSpan: Bool)? {
    // 80千米/时
    if at(i) == GrammarScalar.hour, !GrammarScalar.isHan(at(i + 1)) { return (i + 1, "h", false) }
    // 0.5元/度
    if at(i) == GrammarScalar.degree, !GrammarScalar.isHan(at(i + 1)) { return (i + 1, "kWh", false) }
    let unit = wordAfter(.unit, i)
    let measure = wordAfter(.measureWord, i)
    let time = wordAfter(.timeUnit, i)
    let end = max(unit?.end ?? 0, measure?.end ?? 0, time?.end ?? 0)
    guard end > 0, !GrammarScalar.isLatinLetter(at(end)) || !GrammarScalar.isLatinLetter(at(end - 1)) else {
      return nil
    }
    if let unit, unit.end == end { return (end, vocabulary.units[unit.payload].canonical, false) }
    if let time, time.end == end, let symbol = vocabulary.times.units[time.payload].symbol {
      return (end, symbol, false)
    }
    return (end, string(i..<end), true)
  }
}

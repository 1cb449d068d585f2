/// Shares of hundred, thousand and ten thousand, tenths and discounts.
extension NumericScan {
  /// 百分之五十三, 千分之二, 百分之负一点二, 负百分之三.
  func share(from start: Int, at position: Int, power: Int, negative: Bool) -> Operand? {
    var position = skipSpaces(position)
    var negative = negative
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

  /// 打对折: half of the price. 对折 alone folds paper.
  func halfPrice(from start: Int, to end: Int) -> Operand? {
    guard hasClue(.discount, before: start, within: 0) || start == 0 && end == text.count else { return nil }
    var operand = Operand(
      value: ExactDecimal(50), range: start..<end, kind: .percent, rule: "percent.discount")
    operand.unit = "%"
    return operand
  }
}

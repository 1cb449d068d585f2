/// Numerals alone, without what they count.
extension NumericScan {
  /// The numerals inside a span, for `--nested` and for scoring against tools that give numerals alone.
  func numerals(in range: Range<Int>) -> [NumericMatch] {
    var found: [NumericMatch] = []
    var i = range.lowerBound
    while i < range.upperBound {
      let role = role(i)
      guard role.begins, role != .half, let n = numeral(i), n.end <= range.upperBound,
        n.traits.isDisjoint(with: [.bareUnit, .several])
      else {
        i += 1
        continue
      }
      var operand = Operand(numeral: n, from: i)
      if let (fraction, end) = fraction(n), end <= range.upperBound {
        operand.low = fraction
        operand.extend(to: end)
      }
      found.append(match(operand))
      i = operand.end
    }
    return found
  }

  /// The value of the whole text, if it is a number and nothing else.
  func wholeNumber() -> (low: ExactDecimal, high: ExactDecimal?)? {
    var start = skipSpaces(0)
    var negative = false
    if let (end, payload) = word(.prefix, start), vocabulary.prefixes[payload] == .negative {
      (negative, start) = (true, skipSpaces(end))
    } else if at(start) == GrammarScalar.plus {
      start += 1
    }
    if at(start) == GrammarScalar.half, start + 1 == text.count { return (ExactDecimal(5, exponent: -1), nil) }
    guard let n = numeral(start), n.traits.isDisjoint(with: [.several]) else { return nil }
    var operand = Operand(numeral: n, from: start)
    if let (value, end) = fraction(n) {
      (operand.low, operand.high) = (value, nil)
      operand.extend(to: end)
    } else if n.traits.contains(.bareUnit) {
      return nil
    }
    if negative { operand.negate() }
    guard skipSpaces(operand.end) == text.count else { return nil }
    return (operand.low, operand.high)
  }
}

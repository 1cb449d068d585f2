extension NumericScan {
  /// The number with its prefix and unit at `start`, or nil.
  ///
  /// - Parameter inRange: whether it is the second end of a range, which begins no range itself.
  func operand(at start: Int, approximated: Bool, inRange: Bool = false) -> Operand? {
    var position = start
    var negative = false
    var belowZero = false
    var temperature: String?
    var code: String?
    for _ in 0..<2 {
      guard let (end, payload) = word(.prefix, position) else { break }
      switch vocabulary.prefixes[payload] {
      case .negative:
        guard !negative else { return nil }
        negative = true
      case .belowZero: (negative, belowZero, temperature) = (true, true, "C")
      case .celsius: temperature = "C"
      case .fahrenheit: temperature = "F"
      case .hundredths: return share(from: start, at: end, power: 0, negative: negative)
      case .thousandths: return share(from: start, at: end, power: -1, negative: negative)
      case .tenThousandths: return share(from: start, at: end, power: -2, negative: negative)
      case .ordinal: return ordinal(from: start, at: end)
      case .perHour: return rate(from: start, at: end, suffix: "/h", inRange: inRange)
      case .perSecond: return rate(from: start, at: end, suffix: "/s", inRange: inRange)
      case .first: return firstOfAll(from: start, to: end)
      case .several: return several(from: start, at: end)
      case .half: return halfPrice(from: start, to: end)
      case .elidedOne: return elidedOne(from: start, at: end, inRange: inRange)
      case .point: return pointed(from: start, at: end, negative: negative)
      case .phone, .ratio: return nil
      }
      position = skipSpaces(end)
    }
    if let (end, payload) = word(.currency, position) {
      code = vocabulary.currencies[payload].code
      position = skipSpaces(end)
    }
    if role(position) == .half, role(position + 1) != .unit {
      return halfOperand(from: start, at: position, approximated: approximated)
    }
    guard let n = numeral(position) else { return nil }
    var operand = Operand(numeral: n, from: start)
    if at(n.end) == GrammarScalar.half, let half = oneHalf(n, from: start, approximated: approximated) { return half }
    if n.traits.contains(.bareUnit), let bar = fractionBar(n.end) {
      // 百 分 之 五, 仟分之贰: as 百分之五
      return share(from: start, at: bar, power: 2 - (n.value.normalized.exponent), negative: negative)
    }
    if let (value, end) = fraction(n) {
      operand.low = value
      operand.high = nil
      operand.extend(to: end)
      operand.traits.insert(.fraction)
      operand.rule = "number.fraction"
    }
    let numeralEnd = operand.end
    attachUnit(&operand, numeral: n, code: code, temperature: temperature)
    if negative, operand.length != nil { return nil }
    if negative { operand.negate() }
    operand.belowZero = belowZero && operand.end == numeralEnd
    if code != nil, operand.kind != .money { return nil }
    return operand
  }

  /// .5, -.5: a number without the zero before its point.
  private func pointed(from start: Int, at position: Int, negative: Bool) -> Operand? {
    guard negative || isBoundary(start - 1) && at(start - 1) != GrammarScalar.fullStop, role(position) == .arabic,
      let n = numeral(position), n.length == n.leadingDigits
    else { return nil }
    var operand = Operand(numeral: n, from: start)
    operand.low = n.value.scaled(by: -n.length)
    operand.traits.insert(.decimal)
    attachUnit(&operand, numeral: n, code: nil, temperature: nil)
    if negative { operand.negate() }
    return operand
  }

  /// 若干项: at least one, if something is counted.
  private func several(from start: Int, at position: Int) -> Operand? {
    guard let (end, payload) = wordAfter(.measureWord, position) else { return nil }
    var operand = Operand(value: .one, range: start..<end, kind: .measure, rule: "measure.several")
    operand.unit = vocabulary.measureWords[payload].word
    operand.openEnded = true
    operand.approximation = .about
    return operand
  }

  func string(_ range: Range<Int>) -> String {
    var result = String.UnicodeScalarView()
    for i in range { result.append(Unicode.Scalar(at(i)) ?? "\u{FFFD}") }
    return String(result)
  }
}

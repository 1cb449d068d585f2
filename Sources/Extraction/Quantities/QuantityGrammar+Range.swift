extension NumericScan {
  /// 3至5万元, 800元至2万元, 4.8%～5.2%, 3至5天: the operand becomes the range it begins, if it begins one.
  func extendToRange(_ operand: inout Operand) {
    guard operand.kind != .ordinal, operand.high == nil, !operand.openEnded,
      let connector = rangeConnector(operand.end), !isJourney(operand)
    else { return }
    operand = range(from: operand, to: connector)
  }

  private func range(from first: Operand, to connector: Int) -> Operand {
    guard var second = operand(at: connector, approximated: false, inRange: true), second.kind != .ordinal,
      second.high == nil || first.kind == .number
    else { return first }
    if GrammarScalar.isLatinLetter(at(second.end)), second.kind == .number { return first }
    var first = first
    if first.kind == .number || first.unit == nil && first.length == nil {
      // 3至5万: the unit 万 belongs to both if the first number is the smaller one without it.
      if second.scale > 0, first.scale == 0, first.low < second.coefficient, !first.traits.contains(.grouped) {
        first.low = first.low.scaled(by: second.scale)
      } else if let power = sharedPower(first, second) {
        first.low = first.low.scaled(by: power)
      }
      if let unit = second.timeUnit { first.length = Length(first.low, unit) }
      if let factor = second.factor { first.low = first.low * factor }
    } else if second.kind == .number, first.kind == .percent, !first.traits.contains(.arabic) {
      (second.kind, second.unit) = (.percent, first.unit)  // 百分之六十到七十二
    } else if first.kind != second.kind || first.unit != second.unit {
      return first
    }
    guard first.kind != .duration || second.length != nil else { return first }
    if first.belowZero, first.low.isNegative, !second.low.isNegative, second.high == nil {
      // 零下3至5℃: both are below zero, and the second is the colder one.
      let colder = -second.low
      second.low = max(first.low, colder)
      first.low = min(first.low, colder)
    }
    guard first.low < second.low || first.length != nil && second.length != nil else { return first }
    var joined = second
    joined.range = first.range.lowerBound..<second.end
    joined.low = first.low
    joined.high = second.high ?? second.low
    joined.approximation = .exact
    if let length = second.length {
      joined.length = first.length
      joined.lengthHigh = second.lengthHigh ?? length
    }
    joined.traits.remove(.someDigit)
    joined.rule = "range." + second.rule
    return joined
  }

  /// 从300人到500人: what has its own unit between 从 and 到 is where something began, not the lower end of a range; 从800元至
  /// 2万元 is one.
  private func isJourney(_ first: Operand) -> Bool {
    first.range.lowerBound > 0 && at(first.range.lowerBound - 1) == GrammarScalar.from
      && at(skipSpaces(first.end)) == GrammarScalar.arriving && first.kind != .number && first.kind != .duration
      && first.timeUnit == nil && first.length == nil
  }

  /// 两三百 and 两到三百 are 200 to 300: the power of ten that the second of two single digits gives to the first.
  private func sharedPower(_ first: Operand, _ second: Operand) -> Int? {
    let value = second.low.normalized
    guard first.numeralLength == 1, first.traits.isDisjoint(with: [.hasUnit, .decimal]), second.numeralLength == 2,
      second.traits.contains(.hasUnit), second.high == nil, (2...3).contains(value.exponent), value.coefficient < 10,
      first.low < ExactDecimal(value.coefficient)
    else { return nil }
    return value.exponent
  }

  /// Where the second part of a range begins, if one is joined at `i`.
  func rangeConnector(_ i: Int) -> Int? {
    let from = skipSpaces(i)
    guard let (end, payload) = word(.connector, from), vocabulary.times.connectors[payload] == .to else { return nil }
    return skipSpaces(end)
  }
}

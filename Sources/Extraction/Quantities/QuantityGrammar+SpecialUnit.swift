/// Percent, tenths, discounts, ages and temperatures.
extension NumericScan {
  func attachSpecial(
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
      let whole = n.value == ExactDecimal(10)
      guard n.value > .zero, n.value < ExactDecimal(100), !whole || special.kind == .tenths else { return false }
      attach(&operand, .percent, special.canonical, end, "percent.\(special.kind.rawValue)")
      if n.upper != nil, special.kind == .discount, let tens = n.value.integer, let ones = n.upper?.integer {
        operand.low = ExactDecimal(Int128(tens * 10 + ones))
        operand.high = nil
        operand.approximation = .exact
      } else if n.value < ExactDecimal(10) || whole {
        operand.multiply(by: special.factor)
        operand.factor = special.factor  // 五到八成
      }
      if special.kind == .tenths {
        if role(end).isDigit, let more = numeral(end), more.length == 1, !GrammarScalar.isHan(at(more.end)) {
          operand.low = operand.low + more.value
          operand.extend(to: more.end)
        }
        attachHalf(&operand, ExactDecimal(5))
        attachMore(&operand, step: ExactDecimal(10))
      }
    case .age:
      // 七旬 is an age, 三旬 may be thirty days.
      let tens = special.unitIsTens && n.length == 1 && n.value > ExactDecimal(5)
      if special.unitIsTens, !tens, !hasClue(.age, before: operand.range.lowerBound, within: 0) { return false }
      attach(&operand, .age, special.canonical, end, "age")
      operand.multiply(by: special.factor)
      attachHalf(&operand, ExactDecimal(5, exponent: -1))
      attachMore(&operand)
    case .temperature:
      attach(&operand, .temperature, special.canonical, end, "temperature.unit")
    case .degree:
      let start = operand.range.lowerBound
      if hasClue(.fahrenheit, before: start, within: 4) {
        attach(&operand, .temperature, "F", end, "temperature.clue")
      } else if hasClue(.temperature, before: start, within: 8) {
        attach(&operand, .temperature, "C", end, "temperature.clue")
      } else if hasClue(.electricity, before: start, within: 8) {
        attach(&operand, .measure, "kWh", end, "measure.unit")
        operand.dimension = "energy"
      } else {
        // 一度, 三度 (times), but 烈度七度
        guard n.isArabic || n.length > 1 || hasClue(.unit, before: start, within: 4) else { return false }
        attach(&operand, .measure, special.canonical, end, "measure.degree")
        operand.dimension = "angle"
      }
      attachMore(&operand)
    }
    return true
  }
}

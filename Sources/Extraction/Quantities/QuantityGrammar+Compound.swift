/// What extends a number with its unit: smaller units, half a unit, 多.
extension NumericScan {
  /// 六斤八两, 3公里200米, 1米75, 一米八三, 三尺三: smaller units of the same dimension, in the first unit.
  /// - Returns: whether there was one.
  func attachSmaller(_ operand: inout Operand, below unit: NumericVocabulary.Unit, _ n: Numeral) -> Bool {
    guard operand.high == nil, operand.approximation == .exact, !unit.dimension.isEmpty else { return false }
    var attached = false
    var ratio = Int128(1)
    for _ in 0..<3 {
      let start = operand.end
      guard role(start).begins, role(start) != .half, role(start) != .several, let m = numeral(start),
        m.traits.isDisjoint(with: [.bareUnit, .grouped])
      else { break }
      if let (end, payload) = wordAfter(.unit, m.end) {
        let smaller = vocabulary.units[payload]
        guard m.upper == nil, smaller.dimension == unit.dimension, let steps = Self.steps(from: unit, to: smaller),
          steps > ratio,
          m.value < ExactDecimal(steps)
        else { break }
        operand.low = operand.low + m.value / ExactDecimal(steps)
        operand.extend(to: end)
        (attached, ratio) = (true, steps)
      } else if unit.takesBareDigits, !attached, isBareDecimal(m, after: n) {
        operand.low = operand.low + bareDecimal(m)
        operand.extend(to: m.end)
        return true
      } else {
        break
      }
    }
    return attached
  }

  /// 米八, 米八三: one metre eighty, as heights are told.
  func elidedOne(from start: Int, at position: Int, inRange: Bool) -> Operand? {
    guard inRange || isBoundary(start - 1) || hasClue(.unit, before: start, within: 1), role(position) == .digit,
      let n = numeral(position), n.length <= 2, n.traits.isDisjoint(with: [.decimal, .hasUnit]), !n.value.isZero,
      let (end, payload) = wordAfter(.unit, start), end == position,
      isBoundary(n.end) || at(n.end) == GrammarScalar.attributive || wordAfter(.approximator, n.end) != nil
        || rangeConnector(n.end) != nil
    else { return nil }
    var operand = Operand(numeral: n, from: start)
    (operand.low, operand.high, operand.approximation) = (.one + bareDecimal(n), nil, .exact)
    attach(&operand, .measure, vocabulary.units[payload].canonical, n.end, "measure.elided-one")
    operand.dimension = vocabulary.units[payload].dimension
    return operand
  }

  /// 0.83 of the digits 八三; 一米七八 is 1.78, not 1.7 to 1.8.
  private func bareDecimal(_ m: Numeral) -> ExactDecimal {
    let digits = m.upper.map { m.value.scaled(by: 1) + $0 } ?? m.value
    return digits.scaled(by: -m.length)
  }

  /// The 八三 of 一米八三 and the 75 of 1米75: one or two digits of the same writing that count nothing themselves.
  func isBareDecimal(_ m: Numeral, after n: Numeral) -> Bool {
    guard m.length <= 2, m.isArabic == n.isArabic, m.traits.isDisjoint(with: [.decimal, .hasUnit, .formal]) else {
      return false
    }
    guard m.length == 1 || m.traits.contains(.digitByDigit) || m.isArabic || m.upper != nil,
      m.traits.isDisjoint(with: [.someDigit, .several])
    else { return false }
    guard wordAfter(.measureWord, m.end) == nil, wordAfter(.timeUnit, m.end) == nil, wordAfter(.special, m.end) == nil,
      wordAfter(.currency, m.end) == nil, role(m.end) == .none,
      // 一米三文鱼, but 一米七八
      word(.exception, m.range.lowerBound)?.end ?? 0 <= m.end
    else { return false }
    let next = at(m.end)
    return !GrammarScalar.isLatinLetter(next) && next != GrammarScalar.hyphen && next != GrammarScalar.fullStop
      && next != GrammarScalar.percent && next != GrammarScalar.degreeSign
  }

  /// How many of the smaller unit make the larger one, if that is a whole number.
  private static func steps(
    from unit: NumericVocabulary.Unit, to smaller: NumericVocabulary.Unit
  ) -> Int128? {
    let ratio = unit.factor.double / smaller.factor.double
    let whole = ratio.rounded()
    guard whole > 1, whole < 1e12, abs(ratio - whole) < whole * 1e-9 else { return nil }
    return Int128(whole)
  }

  /// 两米半, 十五斤半, 一年半: half a unit more.
  func attachHalf(_ operand: inout Operand, _ half: ExactDecimal) {
    let i = operand.end
    guard at(i) == GrammarScalar.half, operand.high == nil, word(.exception, i) == nil,
      wordAfter(.timeUnit, i + 1) == nil,
      wordAfter(.measureWord, i + 1) == nil
    else { return }
    operand.low = operand.low + half
    operand.extend(to: operand.end + 1)
  }

  /// 3年多, 100米多: more than that, unless 多 counts something else (多次).
  func attachMore(_ operand: inout Operand, step: ExactDecimal = .one) {
    let i = operand.end
    guard role(i) == .more, vocabulary.classes[at(i)].number == 0, wordAfter(.measureWord, i + 1) == nil else { return }
    operand.extend(to: i + 1)
    operand.approximation = .over
    if operand.high == nil { operand.moreUpper = operand.low + step }
  }
}

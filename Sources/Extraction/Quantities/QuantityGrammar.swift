/// The outermost form of a quantity: [approximator] operand [range] [approximator].
extension NumericScan {
  /// Adds the quantity at `start` to `matches`, if there is one; it is for the caller to take it back.
  func quantity(at start: Int, _ matches: inout [NumericMatch]) -> QuantityOutcome {
    func found(_ match: consuming NumericMatch, certain: Bool) -> QuantityOutcome {
      let end = match.range.upperBound
      matches.append(match)
      return QuantityOutcome(isFound: true, end: end, certain: certain)
    }
    if let end = phone(at: start) {
      let text = string(start..<end)
      return found(NumericMatch(range: start..<end, kind: .phone, value: .text(text), rule: "phone"), certain: true)
    }
    if let (digits, end) = spokenPhone(at: start) {
      return found(
        NumericMatch(range: start..<end, kind: .phone, value: .text(digits), rule: "phone.spoken"), certain: true)
    }
    var position = start
    var begin = start
    var approximation = Approximation.exact
    var approximated = false
    for _ in 0..<2 {
      guard let (end, payload) = word(.approximator, position) else { break }
      let approximator = vocabulary.approximators[payload]
      if approximation == .exact { approximation = approximator.approximation }
      position = skipSpaces(end)
      if !approximator.inside { begin = position }
      approximated = true
    }
    if let (end, payload) = word(.bareUnitApproximator, position), role(end).isMultiplier, role(end) != .ten {
      approximation = vocabulary.approximators[payload].approximation
      position = end
      approximated = true
    }
    let clueStart = position
    guard var operand = knownOperand(at: position, approximated: approximated) else {
      return QuantityOutcome(end: approximated ? start + 1 : position + 1)
    }
    if operand.kind == .number, position == start, ratioSign(operand.end) != nil, let ratio = ratio(at: start) {
      return found(ratio, certain: isScore(start, ratio.range.upperBound))
    }
    // 总数--7人: two hyphens are a dash, no sign.
    let isDash = at(start) == GrammarScalar.hyphen && at(start - 1) == GrammarScalar.hyphen
    let fallback = QuantityOutcome(end: approximated || isDash ? start + 1 : operand.end)
    extendToRange(&operand)
    // 超2024年: a date under the approximator; but 约5300年.
    if position > start, operand.length != nil, operand.low >= ExactDecimal(1000), operand.low < ExactDecimal(2200) {
      return fallback
    }
    // 过百度, 近三亚: the word under the approximator is a name.
    if position > start, let (end, _) = word(.exception, position), end >= operand.end { return fallback }
    if let (end, payload) = wordAfter(.approximator, operand.end), operand.kind != .ordinal {
      operand.extend(to: end)
      operand.approximation = vocabulary.approximators[payload].approximation
    }
    if approximated, operand.approximation == .exact || operand.high == nil && approximation != .exact {
      if approximation != .exact, operand.approximation == .exact || operand.approximation == .about {
        operand.approximation = approximation
      }
    }
    if operand.kind == .number, approximated, hasClue(.age, before: clueStart, within: 0) {
      (operand.kind, operand.unit, operand.rule) = (.age, "year", "age")  // 年过五十
    }
    guard accept(operand, approximated: approximated, at: clueStart) else { return fallback }
    if approximated { operand.range = min(begin, operand.range.lowerBound)..<operand.end }
    // 3个 alone: nothing is counted.
    if operand.range.count == text.count, operand.kind == .measure, at(operand.end - 1) == GrammarScalar.counter {
      (operand.kind, operand.rule) = (.number, "number.counter")
    }
    return found(
      match(operand),
      certain: operand.traits.contains(.fraction) && operand.rule == "number.half"
        || hasClue(.multiple, before: clueStart, within: 0) && operand.unit == "番")
  }

  func match(_ operand: Operand) -> NumericMatch {
    let value: NumericValue
    var kind = operand.kind
    if let length = operand.length {
      value = operand.lengthHigh.map { .period(length.iso, $0.iso) } ?? .text(length.iso)
    } else if operand.openEnded {
      value = .interval(operand.low, nil)
    } else if let high = operand.high {
      value = .interval(operand.low, high)
      if kind == .number, !operand.traits.contains(.someDigit) { kind = .range }
    } else {
      value = .number(operand.low)
    }
    let (lower, upper) = bounds(of: operand)
    return NumericMatch(
      range: operand.range, kind: kind, value: value, unit: operand.unit, approximation: operand.approximation,
      lower: lower, upper: upper, alternatives: alternatives(to: value, kind, of: operand, lower, upper),
      rule: operand.rule)
  }

  /// The least and the most that the words say.
  private func bounds(of operand: Operand) -> (lower: ExactDecimal?, upper: ExactDecimal?) {
    if operand.high != nil { return (operand.low, operand.high) }
    if operand.approximation == .under { return (nil, operand.low) }
    guard operand.approximation == .over || operand.openEnded else { return (nil, nil) }
    return (operand.low, operand.length == nil ? operand.moreUpper : nil)
  }

  private func alternatives(
    to value: NumericValue, _ kind: NumericKind, of operand: Operand, _ lower: ExactDecimal?, _ upper: ExactDecimal?
  ) -> [NumericValue] {
    if kind == .number, let base = operand.roundBase { return [.number(base), .interval(base, nil)] }
    if let length = operand.length {
      switch operand.approximation {
      case .over where operand.high == nil: return [.period(length.iso, nil)]
      case .under where operand.high == nil: return [.period(nil, length.iso)]
      default: return []
      }
    }
    guard lower != nil || upper != nil, case .number = value else { return [] }
    return [.interval(lower, upper)]
  }

  /// Whether the operand is a quantity at all, or part of a name, a code, a word.
  private func accept(_ operand: Operand, approximated: Bool, at start: Int) -> Bool {
    if hasClue(.identifier, before: start, within: 2), operand.kind == .number || operand.kind == .range {
      return false
    }
    if operand.traits.contains(.arabic), !standsFree(operand) { return false }
    if operand.traits.contains(.bareUnit), !approximated, operand.approximation != .over { return false }
    if operand.isName || operand.traits.contains(.arabic) && isInAddress(operand.range.lowerBound) { return false }
    if operand.traits.contains(.several), operand.kind != .measure, operand.kind != .duration { return false }
    if operand.traits.contains(.indefinite), operand.numeralLength == 1, isAsked(operand.end) { return false }
    guard operand.kind == .number || operand.kind == .range else { return true }
    if operand.unit != nil { return true }
    return isNumberAlone(operand, approximated: approximated)
  }

  /// Whether no letter or sign ties an Arabic number to a code: A12345, H7N9, 歼-20, 300999.SZ, 192.168.0.1.
  private func standsFree(_ operand: Operand) -> Bool {
    let before = at(operand.range.lowerBound - 1)
    let signed = GrammarScalar.isDigit(at(operand.range.lowerBound))
    if GrammarScalar.isLatinLetter(before) || GrammarScalar.isDigit(before) { return false }
    let second = at(operand.range.lowerBound - 2)
    if signed,
      before == GrammarScalar.hyphen || before == GrammarScalar.fullStop || before == GrammarScalar.slash
        || before == 0x5F || before == 0x23 || before == 0x2014 || before == GrammarScalar.plus
        || before == GrammarScalar.middleDot
    {
      // 3-5天 was read as a range already; what is left is 歼-20, v2-1, 2024/25.
      if GrammarScalar.isHan(second) || GrammarScalar.isLatinLetter(second) || GrammarScalar.isDigit(second) {
        return false
      }
    }
    if !signed, at(operand.range.lowerBound) == GrammarScalar.hyphen,
      operand.kind == .number || operand.kind == .measure
    {
      if GrammarScalar.isHan(before) || GrammarScalar.isLatinLetter(before) || GrammarScalar.isDigit(before)
        || before == GrammarScalar.hyphen
      {
        return false
      }
    }
    guard operand.kind == .number || operand.kind == .range else { return true }
    let after = at(operand.end)
    if GrammarScalar.isLatinLetter(after) || GrammarScalar.isDigit(after) { return false }
    let next = at(operand.end + 1)
    let tied =
      after == GrammarScalar.fullStop || after == GrammarScalar.hyphen || after == GrammarScalar.slash || after == 0x3A
      || after == GrammarScalar.percent || after == 0x5F || after == GrammarScalar.plus
      || after == GrammarScalar.middleDot || after == GrammarScalar.times
    return !(tied && (GrammarScalar.isDigit(next) || GrammarScalar.isLatinLetter(next)))
  }

  /// Whether the number is part of a web address: ://…?q=30%25. Looks back at most 80 characters, and only from signs
  /// that addresses have.
  private func isInAddress(_ start: Int) -> Bool {
    guard Self.addressSigns.contains(at(start - 1)) else { return false }
    var i = start - 1
    while i > max(0, start - 80), (0x21...0x7E).contains(at(i)) {
      if at(i) == GrammarScalar.slash, at(i - 1) == GrammarScalar.slash, at(i - 2) == GrammarScalar.colon {
        return true
      }
      i -= 1
    }
    return false
  }

  /// = & ? / % #
  private static let addressSigns: [UInt32] = [0x3D, 0x26, 0x3F, 0x2F, 0x25, 0x23]

  /// Whether five or six digits stand alone in brackets behind a name: 中天科技（600522）.
  private func isSecurityCode(_ range: Range<Int>) -> Bool {
    GrammarScalar.opens(at(range.lowerBound - 1)) && GrammarScalar.closes(at(range.upperBound))
      && GrammarScalar.isHan(at(range.lowerBound - 2)) && (5...6).contains(range.count)
      && range.allSatisfy { GrammarScalar.isDigit(at($0)) }
  }

  /// Whether the clause that goes on at `i` is a question: 来了几个人？
  private func isAsked(_ i: Int) -> Bool {
    var end = i
    while end < i + 24, GrammarScalar.isHan(at(end)) { end += 1 }
    return at(end) == 0x3F || at(end) == 0xFF1F
  }

  /// Whether a number without a unit is worth giving out.
  private func isNumberAlone(_ operand: Operand, approximated: Bool) -> Bool {
    if operand.range.count == text.count { return true }
    if let (_, payload) = wordAfter(.clue, operand.end),
      vocabulary.clues[payload] == .identifier || vocabulary.clues[payload] == .house
        || vocabulary.clues[payload] == .institution && !operand.traits.contains(.hasUnit)
    {
      return false
    }
    let start = operand.range.lowerBound
    if at(operand.end) == GrammarScalar.spokenDay || at(operand.end) == GrammarScalar.oClock { return false }
    if operand.traits.contains(.arabic) {
      // An item of a list: 1. or （1） or 1、 at the start of a sentence.
      let item = start == 0 || GrammarScalar.opens(at(start - 1))
      let after = at(operand.end)
      if at(start - 1) == 0x2019 || at(start - 1) == 0x27, operand.range.count == 2 { return false }  // ’98
      if at(start - 1) == 0x3014 || at(start - 1) == 0x3010 { return false }  // 国发〔2023〕12号
      if isSecurityCode(operand.range) { return false }
      let closes = after == GrammarScalar.fullStop || after == 0x3001 || GrammarScalar.closes(after)
      return approximated || !(item && closes && operand.low < ExactDecimal(100))
    }
    if operand.traits.contains(.fraction) { return true }
    let size = operand.range.count
    // 达七…: of what, is not known.
    if approximated { return size > 1 || operand.traits.contains(.bareUnit) || isBoundary(operand.end) }
    if start == 0, at(operand.end) == 0x3001 { return false }  // 一、
    // 挣十五六万
    if operand.high != nil, operand.numeralLength > 2, operand.traits.contains(.hasUnit) { return true }
    if operand.high != nil || size == 1 {
      // 七 is a number alone in “七”, and in 写的是七而非一.
      let clause = wordAfter(.clue, operand.end).map { vocabulary.clues[$0.payload] == .clause } ?? false
      return (isBoundary(start - 1) || at(start - 1) == GrammarScalar.isVerb)
        && (isBoundary(operand.end) || clause && !isBoundary(start - 1))
    }
    if operand.traits.contains(.digitByDigit) { return size >= 3 || isBoundary(start - 1) && isBoundary(operand.end) }
    if size == 2, !operand.traits.contains(.decimal), operand.scale == 0 {
      return isBoundary(operand.end) || operand.low.isNegative && at(operand.end) == GrammarScalar.attributive
    }
    return true
  }
}

/// Arabic digits: 1,234,567.89, 4，565人, 12k, 12.3e+14, 2^5.
extension NumeralScanner {
  mutating func arabic() {
    guard digit == nil, length == 0 || lastPower >= 0 else { return }
    let start = position
    var run = ArabicRun(end: position)
    take(&run)
    let first = run.end - start
    let grouped = first <= 3 && takeGroups(&run, first: first)
    if isPoint(run.end), kind(run.end + 1).role == .arabic {
      run.end += 1
      run.afterPoint = true
      take(&run)
      traits.insert(.decimal)
    }
    var number = run.value
    var i = run.end
    if let (value, end) = thousands(number, i) ?? exponent(number, i) ?? power(number, i) { (number, i) = (value, end) }
    // After a unit only what is smaller than it continues the numeral: 5千4百, 3万4000, but not 3千 20000.
    if lastPower >= 0 {
      guard number < ExactDecimal(1, exponent: lastPower) else { return finish() }
      digitFollowsUnit = first == 1 && !run.afterPoint
    } else {
      leadingDigits = first
    }
    digit = Bounds(number)
    traits.insert(.arabic)
    if grouped { traits.insert(.grouped) }
    length += i - start
    position = i
  }

  /// Digits read so far; what is beyond 37 of them counts as zeros.
  private struct ArabicRun {
    var end: Int
    var coefficient: Int128 = 0
    var exponent = 0
    var afterPoint = false

    var value: ExactDecimal { ExactDecimal(coefficient, exponent: exponent) }

    mutating func append(_ scalar: UInt32) {
      if coefficient < ExactDecimal.room {
        coefficient = coefficient * 10 + Int128(scalar - 0x30)
        if afterPoint { exponent -= 1 }
      } else if !afterPoint {
        exponent += 1
      }
      end += 1
    }
  }

  private func take(_ run: inout ArabicRun) {
    while kind(run.end).role == .arabic { run.append(text[run.end]) }
  }

  /// Groups of three after commas. A full-width comma also parts clauses (2号楼住户200，300米外…): it joins groups only
  /// where a unit or nothing follows them.
  private func takeGroups(_ run: inout ArabicRun, first: Int) -> Bool {
    var end = run.end
    var wide = false
    while end < text.count, text[end] == GrammarScalar.comma || text[end] == GrammarScalar.wideComma,
      (1...3).allSatisfy({ kind(end + $0).role == .arabic }), kind(end + 4).role != .arabic
    {
      wide = wide || text[end] == GrammarScalar.wideComma
      end += 4
    }
    guard end > run.end else { return false }
    if wide {
      let next = pastSpaces(end)
      let counted =
        next >= text.count || classes.mayFollow(ScalarClasses.unitFollows, text[next]) || kind(next).role == .section
        || text[next] == GrammarScalar.fullStop
      guard counted else { return false }
    }
    while run.end < end {
      run.end += 1  // the comma
      for _ in 0..<3 { run.append(text[run.end]) }
    }
    return true
  }

  /// A point between digits. 62·2万, 3·7公里: newspapers of the nineties set it in the middle; 9·11 is a day.
  private func isPoint(_ i: Int) -> Bool {
    guard i < text.count else { return false }
    if text[i] == GrammarScalar.fullStop { return true }
    guard text[i] == GrammarScalar.middleDot else { return false }
    var end = i + 1
    while end < i + 8, kind(end).role == .arabic { end += 1 }
    return kind(end).role == .section
      || end < text.count
        && (text[end] == GrammarScalar.percent || classes.mayFollow(ScalarClasses.unitFollows, text[end]))
  }

  private func scalar(_ i: Int) -> UInt32 { i < text.count ? text[i] : 0 }

  private func isLetterOrDigit(_ i: Int) -> Bool {
    GrammarScalar.isLatinLetter(scalar(i)) || GrammarScalar.isDigit(scalar(i))
  }

  /// 12k, 5w元, 10w+
  private func thousands(_ number: ExactDecimal, _ i: Int) -> (ExactDecimal, Int)? {
    if scalar(i) == GrammarScalar.letterW,
      scalar(i + 1) == GrammarScalar.first || scalar(i + 1) == GrammarScalar.plus && !isLetterOrDigit(i + 2)
    {
      return (number.scaled(by: 4), i + 1)
    }
    guard scalar(i) == GrammarScalar.letterK, kind(i + 1).role == .none, !isLetterOrDigit(i + 1) else { return nil }
    return (number.scaled(by: 3), i + 1)
  }

  /// 12.32e+14, 21.2e0; 3e5 and the like are codes.
  private func exponent(_ number: ExactDecimal, _ i: Int) -> (ExactDecimal, Int)? {
    guard scalar(i) == GrammarScalar.letterE, let (exponent, end, signed) = signedDigits(i + 1) else { return nil }
    guard signed || traits.contains(.decimal) else { return nil }
    return (number.scaled(by: exponent), end)
  }

  /// 2^5, 10^-6
  private func power(_ number: ExactDecimal, _ i: Int) -> (ExactDecimal, Int)? {
    guard scalar(i) == GrammarScalar.caret, let (exponent, end, _) = signedDigits(i + 1) else { return nil }
    var result = ExactDecimal.one
    for _ in 0..<abs(exponent) { result = result * number }
    return (exponent < 0 ? .one / result : result, end)
  }

  /// A small whole number with or without a sign, after which no letter or digit stands.
  private func signedDigits(_ i: Int) -> (value: Int, end: Int, signed: Bool)? {
    let signed = scalar(i) == GrammarScalar.plus || scalar(i) == GrammarScalar.hyphen
    var end = signed ? i + 1 : i
    var value = 0
    let start = end
    while end < start + 3, GrammarScalar.isDigit(scalar(end)) {
      value = value * 10 + Int(scalar(end) - 0x30)
      end += 1
    }
    guard end > start, !isLetterOrDigit(end) else { return nil }
    return (scalar(i) == GrammarScalar.hyphen ? -value : value, end, signed)
  }
}

/// 第14届, 第三, 首个.
extension NumericScan {
  /// 第14届, 第三: with the measure word, if one follows.
  func ordinal(from start: Int, at position: Int) -> Operand? {
    guard let n = numeral(skipSpaces(position)), n.upper == nil, !n.traits.contains(.bareUnit) else { return nil }
    var operand = Operand(numeral: n, from: start, kind: .ordinal, rule: "ordinal")
    if let (end, payload) = wordAfter(.clue, n.end), vocabulary.clues[payload] == .institution {
      operand.isName = true  // 第二中学, 第一人民医院
      operand.extend(to: end)
      return operand
    }
    let measure = wordAfter(.measureWord, n.end)
    let time = wordAfter(.timeUnit, n.end)
    if let time, time.end >= measure?.end ?? 0, vocabulary.times.units[time.payload].plain {
      operand.unit = string(n.end..<time.end)
      operand.extend(to: time.end)
    } else if let (end, payload) = measure {
      operand.unit = vocabulary.measureWords[payload].word
      operand.extend(to: end)
    }
    operand.traits.remove(.arabic)
    return operand
  }

  /// 首个, 首家: the first of its kind, with the measure word.
  func firstOfAll(from start: Int, to end: Int) -> Operand? {
    var operand = Operand(value: .one, range: start..<end, kind: .ordinal, rule: "ordinal.first")
    operand.unit = string(start + 1..<end)
    return operand
  }
}

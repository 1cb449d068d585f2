/// Scores and ratios: 3:1, 3比1, 7:3, 5:3:2.
extension NumericScan {
  func ratio(at start: Int) -> NumericMatch? {
    guard role(start).begins, role(start) != .half, isFree(start - 1), var end = ratioPart(start) else { return nil }
    var value = ""
    var from = start
    for parts in 1... {
      if parts > 5 { return nil }
      guard let n = numeral(from) else { return nil }
      // 22：58 is a time of day, and 三：一 is no ratio.
      if parts > 1, at(from - 1) != GrammarScalar.comparedWith, !n.isArabic || parts == 2 && n.leadingDigits == 2 {
        guard n.isArabic, isScore(start, n.end) else { return nil }
      }
      value += parts > 1 ? ":\(n.value)" : "\(n.value)"
      guard let next = ratioSign(end), let nextEnd = ratioPart(next) else {
        // 5比3大 compares; 1:2.5万 and 3:1人 are something else.
        guard parts > 1, isEnd(end) else { return nil }
        return NumericMatch(range: start..<end, kind: .ratio, value: .text(value), rule: "ratio")
      }
      (from, end) = (next, nextEnd)
    }
    return nil
  }

  /// 比分21:19, 以21:19险胜
  func isScore(_ start: Int, _ end: Int) -> Bool {
    hasClue(.score, before: start, within: 2) || follows(.score, end)
  }

  /// Where a plain number ends: no unit, no approximation, at most eight digits.
  private func ratioPart(_ i: Int) -> Int? {
    guard role(i).begins, let n = numeral(i), n.upper == nil, n.scale == 0, n.length <= 8,
      n.traits.isDisjoint(with: [.bareUnit, .grouped, .more])
    else { return nil }
    return n.end
  }

  /// Where the sign between two parts ends, if there is one at `i`.
  func ratioSign(_ i: Int) -> Int? {
    guard let (end, payload) = word(.prefix, i), vocabulary.prefixes[payload] == .ratio else { return nil }
    return end
  }

  private func isFree(_ i: Int) -> Bool {
    let s = at(i)
    return !GrammarScalar.isLatinLetter(s) && !GrammarScalar.isDigit(s) && s != GrammarScalar.colon
      && s != GrammarScalar.fullStop && s != GrammarScalar.slash && s != GrammarScalar.hyphen
  }

  private func isEnd(_ i: Int) -> Bool {
    guard isFree(i) || at(i) == GrammarScalar.fullStop && isBoundary(i + 1) || at(i) == GrammarScalar.hyphen else {
      return false
    }
    if let (_, payload) = wordAfter(.clue, i), vocabulary.clues[payload] == .comparison { return false }
    return wordAfter(.unit, i) == nil && wordAfter(.measureWord, i) == nil && wordAfter(.currency, i) == nil
      && wordAfter(.special, i) == nil && wordAfter(.timeUnit, i) == nil
  }
}

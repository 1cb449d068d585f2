/// Telephone numbers: mobile, area code and number, 400 and 800, with a country code, and, after a word like 电话, any
/// digits of the right length.
extension NumericScan {
  func phone(at start: Int) -> NumericMatch? {
    let first = at(start)
    guard GrammarScalar.isDigit(first) || first == GrammarScalar.plus || first == GrammarScalar.leftParenthesis else {
      return nil
    }
    let before = at(start - 1)
    guard !GrammarScalar.isDigit(before), !GrammarScalar.isLatinLetter(before), before != GrammarScalar.fullStop else {
      return nil
    }
    let clue = hasClue(.phone, before: start, within: 3)
    guard
      let number = digitGroups(
        start, spaces: clue || first == GrammarScalar.plus || first == GrammarScalar.leftParenthesis)
    else { return nil }
    let after = at(number.end)
    guard !GrammarScalar.isLatinLetter(after), !GrammarScalar.isDigit(after) else { return nil }
    let said = clue || wordAfter(.clue, number.end).map { vocabulary.clues[$0.payload] == .phone } == true
    guard isPhone(number, said: said) else { return nil }
    return NumericMatch(
      range: start..<number.end, kind: .phone, value: .text(string(start..<number.end)), rule: "phone")
  }

  private struct DigitGroups {
    var end: Int
    var groups: [Int] = []
    var digits: [UInt8] = []
    var hasPlus = false
    var hasParenthesis = false
  }

  /// Digits in groups joined by hyphens, parentheses or (if allowed) single spaces; at most 30 scalars.
  private func digitGroups(_ start: Int, spaces: Bool) -> DigitGroups? {
    var result = DigitGroups(end: start)
    var i = start
    if at(i) == GrammarScalar.plus {
      result.hasPlus = true
      i += 1
    }
    var open = false
    var run = 0
    while i - start < 30 {
      let s = at(i)
      if GrammarScalar.isDigit(s) {
        run += 1
        result.digits.append(UInt8(s - 0x30))
        result.end = i + 1
      } else {
        if run > 0 { result.groups.append(run) }
        run = 0
        let next = at(i + 1)
        if s == GrammarScalar.leftParenthesis, !open, GrammarScalar.isDigit(next) || next == GrammarScalar.plus,
          i == start || spaces
        {
          (open, result.hasParenthesis) = (true, true)
          if next == GrammarScalar.plus { (result.hasPlus, i) = (true, i + 1) }
        } else if s == GrammarScalar.rightParenthesis, open {
          open = false
          if GrammarScalar.isDigit(next) || next == GrammarScalar.hyphen || next == GrammarScalar.space {
            result.end = i + 1
          } else {
            return nil
          }
        } else if s == GrammarScalar.hyphen || (s == GrammarScalar.space && spaces),
          GrammarScalar.isDigit(next) || next == GrammarScalar.leftParenthesis, !result.digits.isEmpty
        {
          // joined
        } else {
          break
        }
      }
      i += 1
    }
    if run > 0 { result.groups.append(run) }
    return open || result.digits.count < 3 || result.digits.count > 20 ? nil : result
  }

  private func isPhone(_ number: DigitGroups, said: Bool) -> Bool {
    let d = number.digits
    let groups = number.groups
    if number.hasPlus { return (8...15).contains(d.count) }
    if said {
      if groups.count == 1, d.count < 7 { return (3...6).contains(d.count) && d[0] != 0 }
      return (7...16).contains(d.count)
    }
    if d.count == 11, d[0] == 1, d[1] >= 3, groups == [11] || groups == [3, 4, 4] { return true }
    if groups.count >= 2, d[0] == 0, groups[0] == 3 || groups[0] == 4, groups[1] == 7 || groups[1] == 8 { return true }
    if (d.count == 11 || d.count == 12), d[0] == 0, groups.count == 1, d[1] != 0 { return true }
    if d.count == 10, d[0] == 4 || d[0] == 8, d[1] == 0, d[2] == 0,
      groups == [3, 3, 4] || groups == [10] || groups == [3, 7]
    {
      return true
    }
    return false
  }
}

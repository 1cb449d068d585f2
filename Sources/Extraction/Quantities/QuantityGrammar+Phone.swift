/// Telephone numbers: mobile, area code and number, 400 and 800, with a country code or an extension, and, after a word
/// like 电话, any digits of the right length.
extension NumericScan {
  /// Where the telephone number at `start` ends, if there is one.
  func phone(at start: Int) -> Int? {
    let first = at(start)
    guard GrammarScalar.isDigit(first) || first == GrammarScalar.plus || GrammarScalar.opens(first) else {
      return nil
    }
    let before = at(start - 1)
    guard !GrammarScalar.isDigit(before), !GrammarScalar.isLatinLetter(before), before != GrammarScalar.fullStop else {
      return nil
    }
    let clue = isAnnounced(start)
    let marked = first == GrammarScalar.plus || GrammarScalar.opens(first)
    guard clue || marked || mayBePhone(start) else { return nil }
    guard let number = digitGroups(start, loose: clue || marked) else { return nil }
    let end = pastExtension(number)
    let after = at(end)
    guard !GrammarScalar.isLatinLetter(after), !GrammarScalar.isDigit(after) else { return nil }
    let said = clue || isSaidAfter(number.end)
    guard isPhone(number, said: said, loose: marked) else { return nil }
    // 拨打12345热线: a name.
    if number.count < 7, follows(.identifier, end) { return nil }
    // 号码230余万个: a count.
    if number.count < 7, role(end) != .none || at(end) == GrammarScalar.counter { return nil }
    return end
  }

  /// 拨打一二三零六, 幺幺零是报警电话: digits spelt one by one beside a word of telephones.
  ///
  /// - Returns: its digits and where it ends.
  func spokenPhone(at start: Int) -> (digits: String, end: Int)? {
    guard role(start) == .digit, role(start + 1) == .digit, role(start + 2) == .digit, let n = numeral(start),
      n.traits.contains(.digitByDigit), (3...12).contains(n.length), !n.traits.contains(.decimal),
      hasClue(.phone, before: start, within: 1) || isSaidAfter(n.end)
    else { return nil }
    var digits = ""
    for i in n.range { digits += "\(vocabulary.classes[at(i)].number)" }
    return (digits, n.end)
  }

  /// Whether a word of telephones stands before, in the same clause: 电话：, not 热线，.
  private func isAnnounced(_ start: Int) -> Bool {
    // 电话：65521234、65521235
    if memory.lastPhoneEnd == start - 1, at(start - 1) == GrammarScalar.listComma { return true }
    guard hasClue(.phone, before: start, within: 3) else { return false }
    return (clueEnd(.phone)..<start).allSatisfy {
      at($0) != GrammarScalar.wideComma && at($0) != GrammarScalar.listComma
    }
  }

  private func isSaidAfter(_ end: Int) -> Bool {
    wordAfter(.clue, end).map { vocabulary.clues[$0.payload] == .phone } == true
  }

  /// Whether the first digits look like a number that needs no word beside it: eleven digits, ten, or a group of three
  /// or four before a hyphen or parenthesis; or any short ones before 是报警电话.
  private func mayBePhone(_ start: Int) -> Bool {
    var end = start
    while end < start + 13, GrammarScalar.isDigit(at(end)) { end += 1 }
    let next = at(end)
    switch end - start {
    case 10, 11, 12: return true
    case 3, 4: if next == GrammarScalar.hyphen || next == GrammarScalar.leftParenthesis { return true }
    case 2: if next == GrammarScalar.hyphen { return true }
    default: break
    }
    return end - start >= 3 && isSaidAfter(end)
  }

  /// Digits in groups joined by hyphens, parentheses or (if `loose`) single spaces, points and slashes; at most 30
  /// scalars.
  private func digitGroups(_ start: Int, loose: Bool) -> DigitGroups? {
    var result = DigitGroups(end: start)
    var i = start
    if at(i) == GrammarScalar.plus {
      result.hasPlus = true
      i += 1
    }
    var open = false
    while i - start < 30 {
      let s = at(i)
      if GrammarScalar.isDigit(s) {
        result.append(s)
        result.end = i + 1
        i += 1
        continue
      }
      result.closeGroup()
      let next = at(skipSpace(i + 1))
      if GrammarScalar.opens(s), !open, GrammarScalar.isDigit(next) || next == GrammarScalar.plus,
        i == start || loose
      {
        (open, result.hasParenthesis) = (true, true)
        if next == GrammarScalar.plus { (result.hasPlus, i) = (true, skipSpace(i + 1)) }
      } else if s == GrammarScalar.rightParenthesis || s == GrammarScalar.wideRightParenthesis, open {
        open = false
        guard GrammarScalar.isDigit(next) || joins(i + 1, loose: loose, after: result.count) else { return nil }
        result.end = i + 1
      } else if s == GrammarScalar.space, open {
        // ( 19 )
      } else if joins(i, loose: loose, after: result.count), result.count > 0 {
        // joined
      } else {
        break
      }
      i += 1
    }
    result.closeGroup()
    return open || result.count < 3 || result.count > 20 ? nil : result
  }

  private func skipSpace(_ i: Int) -> Int { at(i) == GrammarScalar.space ? i + 1 : i }

  /// Whether the sign at `i` joins two groups of digits. After a whole number a slash parts it from the next one.
  private func joins(_ i: Int, loose: Bool, after count: Int) -> Bool {
    let s = at(i)
    let next = at(i + 1)
    let goesOn = GrammarScalar.isDigit(next) || next == GrammarScalar.leftParenthesis
    if s == GrammarScalar.hyphen { return goesOn }
    guard loose else { return false }
    if s == GrammarScalar.slash { return count < 7 && GrammarScalar.isDigit(at(skipSpace(i + 1))) }
    return (s == GrammarScalar.space || s == GrammarScalar.fullStop) && goesOn
  }

  /// Past 转8012 or x6388; the end of the digits if there is no extension.
  private func pastExtension(_ number: DigitGroups) -> Int {
    var i = skipSpace(number.end)
    guard number.count >= 7, at(i) == GrammarScalar.extensionNumber || at(i) == GrammarScalar.letterX else {
      return number.end
    }
    i = skipSpace(i + 1)
    let start = i
    while i < start + 6, GrammarScalar.isDigit(at(i)) { i += 1 }
    return i > start ? i : number.end
  }

  private func isPhone(_ number: DigitGroups, said: Bool, loose: Bool) -> Bool {
    let n = number.count
    let (a, b, c, _) = number.leading
    if number.hasPlus { return (8...15).contains(n) || n <= 20 && (8...15).contains(n - number.lastGroup) }
    if said {
      if number.groupCount == 1, n < 7 { return (3...6).contains(n) && a != 0 }
      return (7...17).contains(n)
    }
    if number.hasParenthesis, loose, number.isGrouped(3, 3, 4) { return true }
    if n == 11, a == 1, b >= 3, number.isGrouped(11) || number.isGrouped(3, 4, 4) { return true }
    if number.groupCount >= 2, a == 0, (3...4).contains(number.group(0)), (7...8).contains(number.group(1)) {
      return true
    }
    if n == 12 || n == 13, a == 8, b == 6, number.group(0) == 2, number.group(1) >= 2 { return true }
    if n == 11 || n == 12, a == 0, number.groupCount == 1, b != 0 { return true }
    return n == 10 && (a == 4 || a == 8) && b == 0 && c == 0
      && (number.isGrouped(3, 3, 4) || number.isGrouped(10) || number.isGrouped(3, 7))
  }
}

/// The reading of one sentence: the text, what was seen so far, and the grammars as extensions.
struct NumericScan {
  let text: UnsafeBufferPointer<UInt32>
  let vocabulary: NumericVocabulary
  var context: NumericContext
  /// Where the last word of each clue ended (电话, 气温, 年过 …), by `Clue.index`; far left if there was none.
  private var clueEnds = SIMD16<Int>(repeating: -100)
  /// Where the last match ended, and whether it was a time.
  private var lastTimeEnd = -100
  /// Where the last telephone number of seven digits or more ended.
  private(set) var lastPhoneEnd = -100

  let memory: NumericMemory
  /// Whether the grammars are tried where nothing shows that they will fail, too: for the test that they do.
  let triesAll: Bool

  /// Counts what is looked at, for the tests of complexity; nil otherwise.
  private let steps: StepCount?

  init(
    text: UnsafeBufferPointer<UInt32>, vocabulary: NumericVocabulary, context: NumericContext,
    memory: NumericMemory = NumericMemory(), triesAll: Bool = false, steps: StepCount? = nil
  ) {
    self.steps = steps
    self.triesAll = triesAll
    self.memory = memory
    memory.forget()
    self.text = text
    self.vocabulary = vocabulary
    self.context = context
  }

  /// Adds the matches of the sentence to `matches`.
  mutating func run(into matches: inout [NumericMatch]) {
    let classes = vocabulary.classes
    var i = 0
    while i < text.count {
      let c = classes[text[i]]
      if c.bits == 0 {
        i += 1
        continue
      }
      let kinds = classes.kinds(c, text[i], at(i + 1))
      let startsNumeral = c.beginsNumeral
      i = kinds == 0 && !startsNumeral ? i + 1 : max(visit(i, kinds, startsNumeral, &matches), i + 1)
    }
  }

  /// Tries everything that may begin at `i`.
  ///
  /// - Parameter kinds: of words that may begin there.
  /// - Returns: where to go on.
  @inline(never)
  private mutating func visit(
    _ i: Int, _ kinds: UInt16, _ startsNumeral: Bool, _ matches: inout [NumericMatch]
  ) -> Int {
    if kinds & ScalarClass.clue != 0, let (end, payload) = word(.clue, i) {
      clueEnds[vocabulary.clues[payload].index] = end
    }
    let exceptionEnd = kinds & ScalarClass.exception != 0 ? self.exceptionEnd(i) : 0
    var times = startsNumeral ? timesBegun(byNumeralAt: i, thorough: triesAll) : []
    if kinds & ScalarClass.time != 0, triesAll || wordMayBeginTime(i) { times = .all }
    let mayBeQuantity =
      startsNumeral && numeralMayBeginQuantity(i)
      || kinds & ScalarClass.quantity != 0 && (triesAll || wordMayBeginQuantity(i))
    guard !times.isEmpty || mayBeQuantity else { return exceptionEnd > 0 ? exceptionEnd : i + 1 }
    memory.operandPosition = -1
    return read(i, times, mayBeQuantity: mayBeQuantity, exceptionEnd: exceptionEnd, &matches)
  }

  @inline(never)
  private mutating func read(
    _ i: Int, _ times: TimeForms, mayBeQuantity: Bool, exceptionEnd: Int, _ matches: inout [NumericMatch]
  ) -> Int {
    let time = times.isEmpty ? nil : self.time(at: i, times)
    let timeEnd = time?.match.range.upperBound ?? 0
    var next = i + 1
    if mayBeQuantity {
      let quantity = self.quantity(at: i)
      next = quantity.end
      if let match = quantity.match, match.range.upperBound > (quantity.certain ? timeEnd - 1 : timeEnd),
        match.range.upperBound > exceptionEnd || quantity.certain || match.range.count == text.count
      {
        if let inside = timeInside(match, from: i) { return inside.match.range.lowerBound }
        if match.kind == .measure, isPartOfOrganization(match.range) { return match.range.upperBound }
        if match.kind == .phone, match.range.count > 6 { lastPhoneEnd = match.range.upperBound }
        if match.unit == "百分点" { shareUnit(of: match, &matches) }
        matches.append(match)
        return match.range.upperBound
      }
    }
    // “双十一” is no number, but a day.
    if let time,
      timeEnd > exceptionEnd || timeEnd == exceptionEnd && (time.span.rule == .holiday || timeEnd == text.count),
      !isPartOfName(time.match.range)
    {
      // 较2019年同期: the year is only compared with.
      if time.span.grain != .year || !GrammarScalar.compares(at(time.match.range.lowerBound - 1)) {
        time.apply(to: &context)
      }
      lastTimeEnd = timeEnd
      matches.append(time.match)
      return timeEnd
    }
    return exceptionEnd > 0 ? exceptionEnd : next
  }

  /// Whether a time is a part of a name: 国庆 of 陶国庆, 黎明 of 黎明霞. What goes on behind the name (周五下|午) is none.
  private func isPartOfName(_ time: Range<Int>) -> Bool {
    memory.people.contains {
      $0.lowerBound <= time.lowerBound && time.upperBound <= $0.upperBound && time.count < $0.count
    }
  }

  /// 4.4个、3.2个百分点: the unit is said once.
  private func shareUnit(of match: NumericMatch, _ matches: inout [NumericMatch]) {
    var next = match.range.lowerBound
    for index in matches.indices.reversed() {
      let end = matches[index].range.upperBound
      guard matches[index].unit == "个", matches[index].kind == .measure, end + 1 == next,
        at(end) == GrammarScalar.listComma || at(end) == 0x548C  // 和
      else { return }
      (matches[index].kind, matches[index].unit, matches[index].rule) = (match.kind, match.unit, match.rule)
      next = matches[index].range.lowerBound
    }
  }

  /// Whether a count is a part of a name: 六分 of 客六分公司, 二十九局 of 中铁二十九局.
  private func isPartOfOrganization(_ count: Range<Int>) -> Bool {
    memory.organizations.contains {
      $0.lowerBound <= count.lowerBound && count.upperBound <= $0.upperBound && count.count < $0.count
    }
  }

  /// Where the word of the exceptions at `i` ends, or 0. The 数 of 至少数百人 begins a numeral.
  private func exceptionEnd(_ i: Int) -> Int {
    guard let (end, _) = word(.exception, i) else { return 0 }
    return role(end - 1) == .several && role(end).isMultiplier ? end - 1 : end
  }

  // MARK: What the grammars ask

  /// The scalar at `i`, or 0 outside the sentence.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  @inline(__always)
  func role(_ i: Int) -> NumeralRole { vocabulary.classes[at(i)].role }

  func word(_ role: NumericVocabulary.Front, _ i: Int) -> (end: Int, payload: Int)? {
    steps?.count &+= 1
    return memory.front.word(role.rawValue, at: i, in: vocabulary.front, text)
  }

  func wordAfter(_ role: NumericVocabulary.After, _ i: Int) -> (end: Int, payload: Int)? {
    steps?.count &+= 1
    return memory.after.word(role.rawValue, at: i, in: vocabulary.after, text)
  }

  /// The roles of the words that begin an expression at `i`: bit n for the ``NumericVocabulary/Front`` n.
  @inline(__always)
  func frontRoles(_ i: Int) -> UInt32 { memory.front.roles(at: i, in: vocabulary.front, text) }

  /// The operand at `i`, remembered for who asks next: where the scan stands, times ask for it and then quantities.
  func sharedOperand(at i: Int) -> Operand? {
    let operand = operand(at: i, approximated: false)
    (memory.operandPosition, memory.operand) = (i, operand)
    return operand
  }

  /// The operand at `i`, the one that was remembered if it is, which is forgotten then.
  func knownOperand(at i: Int, approximated: Bool) -> Operand? {
    guard !approximated, memory.operandPosition == i else { return operand(at: i, approximated: approximated) }
    memory.operandPosition = -1
    return memory.operand.take()
  }

  func numeral(_ i: Int) -> Numeral? {
    if !triesAll, let plain = NumeralScanner.plain(text, vocabulary.classes, from: i) {
      steps?.count &+= plain.end - i + 1
      return plain
    }
    var scanner = NumeralScanner(text: text, classes: vocabulary.classes, from: i)
    let numeral = scanner.scan()
    steps?.count &+= scanner.position - i + 1
    return numeral
  }

  /// Up to four spaces on: more than that is a gap, not a spelling.
  func skipSpaces(_ i: Int) -> Int {
    var next = i
    while next < i + 4, at(next) == GrammarScalar.space { next += 1 }
    return next
  }

  /// Neither a Chinese character nor a letter nor a digit: punctuation, space, either end.
  func isBoundary(_ i: Int) -> Bool {
    let s = at(i)
    return !(GrammarScalar.isHan(s) || GrammarScalar.isLatinLetter(s) || GrammarScalar.isDigit(s))
  }

  /// Whether a word of that clue ended at most `distance` scalars before `i`.
  func hasClue(_ clue: NumericVocabulary.Clue, before i: Int, within distance: Int) -> Bool {
    let end = clueEnds[clue.index]
    return i - end <= distance && end <= i
  }

  /// Where the last word of that clue ended.
  func clueEnd(_ clue: NumericVocabulary.Clue) -> Int { clueEnds[clue.index] }

  /// Whether a time ended just before `i`.
  func followsTime(_ i: Int) -> Bool { i - lastTimeEnd <= 1 && i >= lastTimeEnd }
}

/// How many scalars and words the grammars asked for.
package final class StepCount {
  package internal(set) var count = 0
  package init() {}
}

/// What the quantity grammar found at a position, and where the scan goes on if it found nothing.
struct QuantityOutcome {
  var match: NumericMatch?
  var end: Int
  /// Whether it stands although a word of the exceptions is as long: a telephone number, 翻一番.
  var certain = false
}

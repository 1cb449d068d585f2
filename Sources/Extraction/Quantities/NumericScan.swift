/// The reading of one sentence: the text and the words, and the grammars as extensions. What was seen so far lies in
/// ``NumericMemory``: grammars call each other many times at each place, and a small value is handed on in registers.
struct NumericScan {
  let text: UnsafeBufferPointer<UInt32>
  let vocabulary: NumericVocabulary
  let memory: NumericMemory

  /// - Parameters:
  ///   - triesAll: whether the grammars are tried where nothing shows that they will fail, too: for the test that they do.
  ///   - steps: counts what is looked at, for the tests of complexity.
  init(
    text: UnsafeBufferPointer<UInt32>, vocabulary: NumericVocabulary, context: NumericContext,
    memory: NumericMemory = NumericMemory(), triesAll: Bool = false, steps: StepCount? = nil
  ) {
    self.text = text
    self.vocabulary = vocabulary
    self.memory = memory
    memory.begin(context, triesAll: triesAll, steps)
  }

  /// Adds the matches of the sentence to `matches`.
  func run(into matches: inout [NumericMatch]) {
    let classes = vocabulary.classes
    let starts = memory.starts(text.count)
    let count = classes.findStarts(in: text, starts)
    var next = 0
    for index in 0..<count {
      let i = Int(starts[index])
      if i < next { continue }
      let c = classes[text[i]]
      next = visit(i, classes.kinds(c, text[i], at(i + 1)), c.beginsNumeral, &matches)
    }
  }

  /// Tries everything that may begin at `i`.
  ///
  /// - Parameter kinds: of words that may begin there.
  /// - Returns: where to go on.
  @inline(never)
  private func visit(
    _ i: Int, _ kinds: UInt16, _ startsNumeral: Bool, _ matches: inout [NumericMatch]
  ) -> Int {
    if kinds & ScalarClass.clue != 0, let (end, payload) = word(.clue, i) {
      memory.clueEnds[vocabulary.clues[payload].index] = end
    }
    let exceptionEnd = kinds & ScalarClass.exception != 0 ? self.exceptionEnd(i) : 0
    var times = startsNumeral ? timesBegun(byNumeralAt: i, thorough: memory.triesAll) : []
    if kinds & ScalarClass.time != 0, memory.triesAll || wordMayBeginTime(i) { times = .all }
    let mayBeQuantity =
      startsNumeral && numeralMayBeginQuantity(i)
      || kinds & ScalarClass.quantity != 0 && (memory.triesAll || wordMayBeginQuantity(i))
    guard !times.isEmpty || mayBeQuantity else { return exceptionEnd > 0 ? exceptionEnd : i + 1 }
    memory.operandPosition = -1
    return read(i, times, mayBeQuantity: mayBeQuantity, exceptionEnd: exceptionEnd, &matches)
  }

  @inline(never)
  private func read(
    _ i: Int, _ times: TimeForms, mayBeQuantity: Bool, exceptionEnd: Int, _ matches: inout [NumericMatch]
  ) -> Int {
    let time = times.isEmpty ? nil : self.time(at: i, times)
    let timeEnd = time?.span.end ?? 0
    var next = i + 1
    if mayBeQuantity {
      let quantity = self.quantity(at: i, &matches)
      next = quantity.end
      if quantity.isFound {
        let (range, kind) = (matches[matches.count - 1].range, matches[matches.count - 1].kind)
        if range.upperBound > (quantity.certain ? timeEnd - 1 : timeEnd),
          range.upperBound > exceptionEnd || quantity.certain || range.count == text.count
        {
          if kind == .number, let start = timeInside(range, from: i) {
            matches.removeLast()
            return start
          }
          if kind == .measure, isPartOfOrganization(range) {
            matches.removeLast()
            return range.upperBound
          }
          if kind == .phone, range.count > 6 { memory.lastPhoneEnd = range.upperBound }
          if matches[matches.count - 1].unit == "百分点" { shareUnitOfLast(&matches) }
          return range.upperBound
        }
        matches.removeLast()
      }
    }
    // “双十一” is no number, but a day.
    if let time,
      timeEnd > exceptionEnd || timeEnd == exceptionEnd && (time.span.rule == .holiday || timeEnd == text.count),
      !isPartOfName(time.range)
    {
      // 较2019年同期: the year is only compared with.
      if time.span.grain != .year || !GrammarScalar.compares(at(time.range.lowerBound - 1)) {
        var context = context
        time.apply(to: &context)
        memory.context = context
      }
      memory.lastTimeEnd = timeEnd
      matches.append(match(time))
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
  private func shareUnitOfLast(_ matches: inout [NumericMatch]) {
    guard let match = matches.last else { return }
    var next = match.range.lowerBound
    for index in matches.indices.dropLast().reversed() {
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

  var context: NumericContext { memory.context }

  /// The scalar at `i`, or 0 outside the sentence.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  @inline(__always)
  func role(_ i: Int) -> NumeralRole { vocabulary.classes[at(i)].role }

  func word(_ role: NumericVocabulary.Front, _ i: Int) -> (end: Int, payload: Int)? {
    memory.steps?.count &+= 1
    return memory.front.word(role.rawValue, at: i, in: vocabulary.front, text)
  }

  func wordAfter(_ role: NumericVocabulary.After, _ i: Int) -> (end: Int, payload: Int)? {
    memory.steps?.count &+= 1
    return memory.after.word(role.rawValue, at: i, in: vocabulary.after, text)
  }

  /// The roles of the words that begin an expression at `i`: bit n for the ``NumericVocabulary/Front`` n.
  @inline(__always)
  func frontRoles(_ i: Int) -> UInt32 { memory.front.roles(at: i, in: vocabulary.front, text) }

  /// The operand at `i` if it is a length of time; remembered for who asks next: where the scan stands, times ask for it and
  /// then quantities.
  func sharedDuration(at i: Int) -> Operand? {
    memory.operand = operand(at: i, approximated: false)
    memory.operandPosition = i
    return memory.operand?.kind == .duration ? memory.operand : nil
  }

  /// The operand at `i`, the one that was remembered if it is, which is forgotten then.
  func knownOperand(at i: Int, approximated: Bool) -> Operand? {
    guard !approximated, memory.operandPosition == i else { return operand(at: i, approximated: approximated) }
    memory.operandPosition = -1
    return memory.operand.take()
  }

  func numeral(_ i: Int) -> Numeral? {
    if !memory.triesAll, let plain = NumeralScanner.plain(text, vocabulary.classes, from: i) {
      memory.steps?.count &+= plain.end - i + 1
      return plain
    }
    var scanner = NumeralScanner(text: text, classes: vocabulary.classes, from: i)
    let numeral = scanner.scan()
    memory.steps?.count &+= scanner.position - i + 1
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
    let end = clueEnd(clue)
    return i - end <= distance && end <= i
  }

  /// Where the last word of that clue ended.
  func clueEnd(_ clue: NumericVocabulary.Clue) -> Int { memory.clueEnds[clue.index] }

  /// Whether a time ended just before `i`.
  func followsTime(_ i: Int) -> Bool {
    let end = memory.lastTimeEnd
    return i - end <= 1 && i >= end
  }
}

/// How many scalars and words the grammars asked for.
package final class StepCount {
  package internal(set) var count = 0
  package init() {}
}

/// Whether the quantity grammar found something at a position, and where the scan goes on if it did not.
struct QuantityOutcome {
  var isFound = false
  var end: Int
  /// Whether it stands although a word of the exceptions is as long: a telephone number, 翻一番.
  var certain = false
}

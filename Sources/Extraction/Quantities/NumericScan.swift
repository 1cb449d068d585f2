/// The reading of one sentence: the text, what was seen so far, and the grammars as extensions.
struct NumericScan {
  let text: UnsafeBufferPointer<UInt32>
  let vocabulary: NumericVocabulary
  var context: NumericContext
  /// Where the last word of each clue ended (电话, 气温, 年过 …), by `Clue`; far left if there was none.
  private var clueEnds = [Int](repeating: -100, count: NumericVocabulary.Clue.allCases.count)
  /// Where the last match ended, and whether it was a time.
  private var lastTimeEnd = -100

  init(text: UnsafeBufferPointer<UInt32>, vocabulary: NumericVocabulary, context: NumericContext) {
    self.text = text
    self.vocabulary = vocabulary
    self.context = context
  }

  mutating func run() -> [NumericMatch] {
    var matches: [NumericMatch] = []
    var i = 0
    while i < text.count {
      let c = vocabulary.classes[text[i]]
      if c.bits == 0 { i += 1 } else { i = max(visit(i, c, &matches), i + 1) }
    }
    return matches
  }

  /// Tries everything that may begin at `i`.
  /// - Returns: where to go on.
  private mutating func visit(_ i: Int, _ c: ScalarClass, _ matches: inout [NumericMatch]) -> Int {
    let startsNumeral: Bool
    switch c.role {
    case .arabic, .digit, .formalDigit, .ten, .tens, .unit, .section, .indefinite, .several, .half: startsNumeral = true
    default: startsNumeral = false
    }
    if c.bits & ScalarClass.clue != 0, let (end, payload) = word(.clue, i) { note(vocabulary.clues[payload], end) }
    let exceptionEnd = c.bits & ScalarClass.exception != 0 ? word(.exception, i)?.end ?? 0 : 0
    let time = startsNumeral || c.bits & ScalarClass.time != 0 ? self.time(at: i) : nil
    let quantity =
      startsNumeral || c.bits & ScalarClass.quantity != 0
      ? self.quantity(at: i) : QuantityOutcome(match: nil, end: i + 1)
    let timeEnd = time?.match.range.upperBound ?? 0
    let quantityEnd = quantity.match?.range.upperBound ?? 0
    if exceptionEnd > 0, exceptionEnd >= max(timeEnd, quantityEnd), quantity.match?.kind != .phone { return exceptionEnd }
    if let time, timeEnd >= quantityEnd {
      matches.append(time.match)
      time.apply(to: &context)
      lastTimeEnd = timeEnd
      return timeEnd
    }
    if let match = quantity.match {
      matches.append(match)
      return quantityEnd
    }
    return quantity.end
  }

  // MARK: What the grammars ask

  /// The scalar at `i`, or 0 outside the sentence.
  @inline(__always)
  func at(_ i: Int) -> UInt32 { i >= 0 && i < text.count ? text[i] : 0 }

  @inline(__always)
  func role(_ i: Int) -> NumeralRole { vocabulary.classes[at(i)].role }

  func word(_ role: NumericVocabulary.Front, _ i: Int) -> (end: Int, payload: Int)? {
    vocabulary.front.longest(in: text, at: i, role: role.rawValue)
  }

  func wordAfter(_ role: NumericVocabulary.After, _ i: Int) -> (end: Int, payload: Int)? {
    vocabulary.after.longest(in: text, at: i, role: role.rawValue)
  }

  func numeral(_ i: Int) -> Numeral? {
    var scanner = NumeralScanner(text: text, classes: vocabulary.classes, from: i)
    return scanner.scan()
  }

  /// Up to two spaces on: more than that is a gap, not a spelling.
  func skipSpaces(_ i: Int) -> Int {
    at(i) != GrammarScalar.space ? i : at(i + 1) != GrammarScalar.space ? i + 1 : i + 2
  }

  /// Neither a Chinese character nor a letter nor a digit: punctuation, space, either end.
  func isBoundary(_ i: Int) -> Bool {
    let s = at(i)
    return !(GrammarScalar.isHan(s) || GrammarScalar.isLatinLetter(s) || GrammarScalar.isDigit(s))
  }

  private mutating func note(_ clue: NumericVocabulary.Clue, _ end: Int) {
    for (i, other) in NumericVocabulary.Clue.allCases.enumerated() where other == clue { clueEnds[i] = end }
  }

  /// Whether a word of that clue ended at most `distance` scalars before `i`.
  func hasClue(_ clue: NumericVocabulary.Clue, before i: Int, within distance: Int) -> Bool {
    guard let index = NumericVocabulary.Clue.allCases.firstIndex(of: clue) else { return false }
    return i - clueEnds[index] <= distance && clueEnds[index] <= i
  }

  /// Whether a time ended just before `i`.
  func followsTime(_ i: Int) -> Bool { i - lastTimeEnd <= 1 && i >= lastTimeEnd }
}

/// What the quantity grammar found at a position, and where the scan goes on if it found nothing.
struct QuantityOutcome {
  var match: NumericMatch?
  var end: Int
}

extension MeasurementReader {
  /// What the sign at `index` is; nil outside the sentence.
  func kind(_ index: Int) -> MeasurementSign.Kind? { index >= 0 && index < row.count ? row.kind(index) : nil }

  /// The same where words need not be told apart, which costs no part of speech.
  func mark(_ index: Int) -> MeasurementSign.Kind? { index >= 0 && index < row.count ? row.mark(index) : nil }

  func cue(_ index: Int) -> MeasurementVocabulary.Cue? {
    guard mark(index) == .cue else { return nil }
    return vocabulary.cues[row.value(index)]
  }

  func means(_ index: Int, _ meaning: MeasurementVocabulary.Meaning) -> Bool { cue(index)?.meaning == meaning }

  // Of a quantity: the whole fact would be copied each time.

  func numericKind(_ index: Int) -> NumericKind { quantities[row.value(index)].kind }
  func unit(_ index: Int) -> String? { quantities[row.value(index)].unit }

  /// Whether a clause or an item of a list ends before `index`.
  func isBoundary(_ index: Int) -> Bool {
    switch mark(index) {
    case nil, .comma, .semicolon, .colon, .stop, .open, .close, .enumeration: true
    default: false
    }
  }

  /// Whether the words of a clause go on over `index`.
  func isClauseEnd(_ index: Int) -> Bool {
    switch mark(index) {
    case nil, .comma, .semicolon, .stop, .colon: true
    default: false
    }
  }

  func clauseStart(of index: Int) -> Int {
    var start = index
    while start > index - Self.contextReach, !isClauseEnd(start - 1) { start -= 1 }
    return start
  }

  /// The sign of one of the meanings that opens the clause's part before `index`: the 比 of 比上年.
  func opening(before index: Int, _ meanings: [MeasurementVocabulary.Meaning]) -> Int? {
    var at = index - 1
    while at >= max(0, index - Self.reach), !isClauseEnd(at) {
      if let meaning = cue(at)?.meaning, meanings.contains(meaning) { return at }
      at -= 1
    }
    return nil
  }

  /// The nearest sign to the left that is more than a filler.
  func skippingFillers(before index: Int) -> Int? {
    var at = index - 1
    while at >= 0 {
      switch row.kind(at) {
      case .adverb, .particle, .space: at -= 1
      case .cue where means(at, .filler) || means(at, .degree): at -= 1
      default: return at
      }
    }
    return nil
  }

  func phrase(_ range: Range<Int>) -> MeasurementFinding.Phrase? {
    var range = range
    while let last = range.last, [.of, .space, .particle, .comma].contains(row.kind(last)) {
      range = range.lowerBound..<last
    }
    while let first = range.first, [.space, .comma, .particle].contains(row.kind(first)) {
      range = first + 1..<range.upperBound
    }
    guard let first = range.first, let last = range.last else { return nil }
    let entity = first == last && row.mark(first) == .entity ? row.value(first) : -1
    return MeasurementFinding.Phrase(range: row.range(first).lowerBound..<row.range(last).upperBound, entity: entity)
  }

  /// The base that the signs behind 比 name, nil if there are none.
  func base(_ range: Range<Int>) -> (kind: Measurement.Base.Kind, range: Range<Int>)? {
    let whole = range
    var range = range
    while let last = range.last, [.adverb, .space, .particle, .of].contains(row.kind(last)) || means(last, .filler) {
      range = range.lowerBound..<last
    }
    // 常年同期 may be all adverbs.
    guard let phrase = phrase(range.isEmpty ? whole : range) else { return nil }
    return (vocabulary.base(bytes[phrase.range]), phrase.range)
  }
}

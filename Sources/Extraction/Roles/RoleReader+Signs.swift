extension RoleReader {
  var signs: [Sign] { row.signs }

  func cue(_ index: Int) -> DiscourseVocabulary.Cue? {
    guard sentence.contains(index), signs[index].kind == .cue else { return nil }
    return row.vocabulary.cues[Int(signs[index].value)]
  }

  func kind(_ index: Int) -> Sign.Kind? { sentence.contains(index) ? signs[index].kind : nil }

  func means(_ index: Int, _ meaning: DiscourseVocabulary.Meaning) -> Bool { cue(index)?.meaning == meaning }

  /// A word or mark that joins the items of a list: 、 和 与.
  func joins(_ index: Int) -> Bool { kind(index) == .enumeration || means(index, .and) || isConcurrent(index) }

  /// 兼, which joins posts and qualifies the second.
  private func isConcurrent(_ index: Int) -> Bool {
    guard let cue = cue(index) else { return false }
    return cue.qualifier == .concurrent || cue.verb?.qualifier == .concurrent
  }

  /// Words that change nothing: 正式, 了, 新一届, and ordinals.
  func isFiller(_ index: Int) -> Bool { kind(index) == .ordinal || means(index, .filler) }

  /// The first sign from `index` on that is no filler.
  func skippingFillers(_ index: Int) -> Int {
    var index = index
    while isFiller(index) { index += 1 }
    return index
  }

  /// Whether a clause ends before `index`: a mark, or the end of the sentence.
  func isClauseEnd(_ index: Int) -> Bool {
    switch kind(index) {
    case nil, .comma, .semicolon, .stop, .close, .closeQuote, .colon, .openQuote: true
    default: false
    }
  }

  /// Whether a clause begins at `index`.
  func isClauseStart(_ index: Int) -> Bool { isClauseEnd(index - 1) }

  /// Whether the sign is more than a filler, a time or a mark at the start of a sentence.
  func isContent(_ index: Int) -> Bool {
    switch signs[index].kind {
    case .time, .ordinal, .comma, .openQuote, .stop: false
    case .cue: !isFiller(index)
    default: true
    }
  }

  func mention(_ index: Int) -> RoleFinding.Mention {
    RoleFinding.Mention(entity: Int(signs[index].value), range: signs[index].range)
  }
}

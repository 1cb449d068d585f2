extension StatementReader {
  /// Whom a verb of saying speaks of.
  struct Speaker {
    /// In the article; nil if the text does not name it.
    var entity: Int?
    var range: Range<Int>?
    /// The sign where it begins.
    var start: Int
    var isPerson = true
    /// Whether it is the speaker of a clause or sentence before.
    var isCarried = false
    /// The commas between it and the verb.
    var commas = 0
    /// Whether somebody speaks at all, named or not.
    var isFound = true
  }

  /// The nearest one in front of the verb that is not spoken to; over commas, but not over the marks of a quotation.
  func speaker(of verb: Int, _ what: DiscourseVocabulary.SpeechVerb) -> Speaker {
    var position = verb - 1
    var commas = 0
    scan: while position >= max(sentence.lowerBound, verb - Self.reach) {
      let sign = row.signs[position]
      switch sign.kind {
      case .stop, .semicolon, .openQuote, .colon: break scan
      case .closeQuote:
        // “十佳”工人: a quotation inside the clause is stepped over, one that ends it is not.
        guard commas == 0, let open = pairs.open(of: position), open >= sentence.lowerBound, position - open < 4,
          kind(open - 1) != nil, !isClauseEnd(open - 1), sign.upper - row.signs[open].lower < 40
        else { break scan }
        position = open
      case .comma:
        commas += 1
        if commas > 2 { break scan }
      case _ where what.kind == .learn && !isSource(position): break
      case .person:
        if let speaker = person(at: position, verb, commas) { return speaker }
      case .organization:
        if !means(position - 1, .at), !means(position - 1, .object), let speaker = organization(at: position, commas) {
          return speaker
        }
      case .title:
        if kind(position - 1) == .person || isTold(position) || isActedOn(position) { break }
        if commas == 0 { return unnamed(upTo: position) }
      case .cue:
        guard let cue = cue(position) else { break }
        if cue.meaning == .he { return pronoun(at: position, commas) }
        if cue.isPeople, commas == 0, !isTold(position), !isActedOn(position) { return unnamed(upTo: position) }
        if cue.meaning == .according || cue.meaning == .source, commas == 0 {
          // 据介绍, 从会上获悉
          return unnamed(from: position + 1, upTo: verb - 1, start: position)
        }
      default: break
      }
      position -= 1
    }
    return carried(to: verb, from: max(position + 1, sentence.lowerBound), what)
  }

  /// 记者从市总工会获悉: a verb of learning speaks of those behind 从, not of who is told.
  private func isSource(_ position: Int) -> Bool {
    if means(position, .source) || kind(position) == .cue && means(position, .according) { return true }
    return (max(sentence.lowerBound, position - 6)..<position).contains { means($0, .source) }
  }

  /// 对记者说, 对市总工会主席说
  private func isTold(_ position: Int) -> Bool {
    var start = position
    while position - start < 4, let kind = kind(start - 1), kind == .title || kind == .organization || kind == .place {
      start -= 1
    }
    if means(start - 1, .object) { return true }
    // 对出席记者说
    return kind(start - 1) == .other && row.signs[start - 1].count <= 9 && means(start - 2, .object)
  }

  /// 周敏会见记者时说: a person before it in the clause does the speaking.
  private func isActedOn(_ position: Int) -> Bool {
    guard kind(position - 1) == .other else { return false }
    var index = position - 2
    while index > position - 8, !isClauseEnd(index) {
      if kind(index) == .person { return !means(index - 1, .object) }
      index -= 1
    }
    return false
  }

  private func person(at position: Int, _ verb: Int, _ commas: Int) -> Speaker? {
    // 周敏表示，今年的要求…: a verb inside a later clause is a noun as often as not.
    if commas > 0, !isBare(verb) { return nil }
    var first = position
    while first - 2 >= sentence.lowerBound, position - first < 16, kind(first - 2) == .person,
      kind(first - 1) == .enumeration || means(first - 1, .and)
    {
      first -= 2
    }
    // 对周敏说; with its post: 对市总工会主席周敏说
    var start = first
    while let kind = kind(start - 1), kind == .title || kind == .organization || kind == .place, first - start < 8 {
      start -= 1
    }
    if means(start - 1, .object) { return nil }
    let sign = row.signs[first]
    return Speaker(entity: Int(sign.value), range: sign.range, start: start, isCarried: commas > 0, commas: commas)
  }

  private func organization(at position: Int, _ commas: Int) -> Speaker? {
    if commas > 0 { return nil }
    let sign = row.signs[position]
    // 市总工会工作会议上: more than a few words behind the name are about something else.
    if kind(position + 1) == .other, row.signs[position + 1].count > 9 { return nil }
    return Speaker(entity: Int(sign.value), range: sign.range, start: position, isPerson: false)
  }

  private func pronoun(at position: Int, _ commas: Int) -> Speaker {
    Speaker(
      entity: lastLeader ?? lastSpeaker ?? lastPerson, range: row.signs[position].range, start: position,
      isCarried: commas > 0, commas: commas)
  }

  /// 一位不愿具名的知情人士: from the start of the clause, without a time or 据.
  private func unnamed(upTo last: Int) -> Speaker {
    var first = last
    while first > sentence.lowerBound, last - first < 12, !isClauseEnd(first - 1), kind(first - 1) != .time,
      !means(first - 1, .according), !means(first - 1, .source), !means(first - 1, .at), kind(first - 1) != .person
    {
      first -= 1
    }
    return unnamed(from: first, upTo: last, start: first)
  }

  private func unnamed(from first: Int, upTo last: Int, start: Int) -> Speaker {
    guard first <= last else { return Speaker(start: start, isPerson: false) }
    return Speaker(
      range: Int(row.signs[first].lower)..<Int(row.signs[last].upper), start: start, isPerson: false)
  }

  /// Whether the clause begins with the verb: 强调，…
  private func isBare(_ verb: Int) -> Bool {
    var index = verb - 1
    var other = 0
    while !isClauseEnd(index) {
      if cue(index)?.speech != nil { return false }
      if kind(index) == .other { other += row.signs[index].count }
      index -= 1
      if verb - index > 4 || other > 3 { return false }
    }
    return true
  }

  /// A sentence that begins with the verb goes on with the speaker of the one before.
  private func carried(to verb: Int, from start: Int, _ what: DiscourseVocabulary.SpeechVerb) -> Speaker {
    guard isBare(verb), let lastSpeaker, what.kind != .learn, !isInside(verb) else {
      return Speaker(start: start, isPerson: false, isFound: what.kind == .learn)
    }
    return Speaker(entity: lastSpeaker, start: start, isCarried: true)
  }

  /// Whether the sign stands in a quotation of its sentence.
  private func isInside(_ index: Int) -> Bool {
    var position = index - 1
    while position >= max(sentence.lowerBound, index - Self.reach) {
      if row.signs[position].kind == .openQuote { return true }
      if row.signs[position].kind == .closeQuote { return false }
      position -= 1
    }
    return false
  }
}

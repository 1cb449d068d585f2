/// Reads who says what from the signs of a block.
///
/// A verb of saying (`discourse/speech-verbs.tsv`) makes a statement when something is said: in quotation marks behind it or
/// in front of its speaker, or in the rest of the sentence. Whom it speaks of is looked for in front of it
/// (`StatementReader+Speaker`).
///
/// - Complexity: O(signs): looks back are bounded, quotation marks are paired once.
struct StatementReader {
  /// How many signs are looked at in front of a verb.
  static let reach = 24

  let row: SignRow
  let pairs: QuotePairs
  private(set) var found: [StatementFinding] = []
  /// The person who spoke last, outside of quotations.
  var lastSpeaker: Int?
  /// The person who was named last.
  var lastPerson: Int?
  /// The first person of the last sentence without a statement, if nobody has spoken since: “…”他说 means that one.
  var lastLeader: Int?
  /// The sentence that is read, as signs.
  private(set) var sentence = 0..<0
  /// The marks that close the quotations in which the sign that is read stands.
  private var enclosing: [Int] = []

  init(row: SignRow, lastSpeaker: Int?, lastPerson: Int?) {
    self.row = row
    self.lastSpeaker = lastSpeaker
    self.lastPerson = lastPerson
    pairs = row.hasClosingQuote ? QuotePairs(row.signs) : QuotePairs()
  }

  mutating func readAll() {
    for range in row.sentences {
      sentence = range
      var leader: Int?
      let known = found.count
      for index in range {
        switch row.signs[index].kind {
        case .openQuote: if let close = pairs.close(of: index) { enclosing.append(close) }
        case .closeQuote: if enclosing.last == index { enclosing.removeLast() }
        case .person:
          readColon(after: index)
          lastPerson = Int(row.signs[index].value)
          if leader == nil, enclosing.isEmpty { leader = lastPerson }
        case .cue: if let verb = cue(index)?.speech { read(verb, at: index) }
        default: break
        }
      }
      if found.count > known { lastLeader = nil } else if leader != nil { lastLeader = leader }
    }
  }

  private mutating func read(_ verb: DiscourseVocabulary.SpeechVerb, at index: Int) {
    // 没有透露, 所说的话, 周敏的建议
    if means(index - 1, .not) || means(index - 1, .of) || means(index + 1, .of) || means(index + 1, .saying) { return }
    let after = behind(index)
    let speaker = speaker(of: index, verb)
    if isInsideLast(index, speaker) { return }
    if let (content, isQuoted) = content(after: after, verb, isLed: speaker.isFound) {
      add(speaker, index, verb.kind, isQuoted, content)
      // “前半句，”周敏说，“后半句。”
      if isQuoted, speaker.range != nil, let before = quotation(before: speaker.start) {
        add(speaker, index, verb.kind, true, before)
      }
    } else if isClauseEnd(after), speaker.range != nil, let before = quotation(before: speaker.start) {
      add(speaker, index, verb.kind, true, before)
    }
  }

  /// The sign where what is said may begin: behind 了, and behind who is told (告诉记者林晓云，; 问他：).
  private func behind(_ verb: Int) -> Int {
    var after = verb + 1
    while means(after, .filler) { after += 1 }
    var told = after
    while told < after + 3, let kind = kind(told), kind != .comma, kind != .stop, kind != .colon, kind != .openQuote,
      kind != .closeQuote, row.signs[told].count <= 18
    {
      told += 1
    }
    guard told > after else { return after }
    if kind(told) == .colon, kind(told + 1) == .openQuote { return told }
    return kind(told) == .comma && (kind(told - 1) == .person || kind(told - 1) == .title) ? told : after
  }

  /// 强调要保证质量: the second verb of a clause belongs to what was said.
  private func isInsideLast(_ index: Int, _ speaker: Speaker) -> Bool {
    guard let last = found.last, !last.isQuoted, let verb = last.verb, speaker.commas == 0,
      last.content.contains(Int(row.signs[index].lower))
    else { return false }
    return Int(row.signs[speaker.start].lower) < verb.upperBound || !speaker.isFound
  }

  /// 周敏：“…”
  private mutating func readColon(after index: Int) {
    guard kind(index + 1) == .colon, row.signs.indices.contains(index + 2) else { return }
    let person = row.signs[index]
    let speaker = Speaker(entity: Int(person.value), range: person.range, start: index)
    if row.signs[index + 2].kind == .openQuote, let close = pairs.close(of: index + 2) {
      add(speaker, nil, .say, true, Int(row.signs[index + 2].upper)..<Int(row.signs[close].lower))
    } else if index == 0, let last = row.signs.last, last.kind == .stop, !isPost(index + 2) {
      // 周敏：路修好了。 A paragraph of an interview is what the name at its head says, to its end.
      add(speaker, nil, .say, true, Int(row.signs[index + 2].lower)..<Int(last.upper))
    }
  }

  /// 周敏：市总工会主席。
  private func isPost(_ index: Int) -> Bool {
    switch row.signs[index].kind {
    case .title, .organization, .place: true
    default: false
    }
  }

  // MARK: What is said

  private func content(
    after index: Int, _ verb: DiscourseVocabulary.SpeechVerb, isLed: Bool
  ) -> (Range<Int>, isQuoted: Bool)? {
    var start = index
    let mark = kind(index)
    if mark == .colon || mark == .comma { start += 1 }
    guard row.signs.indices.contains(start) else { return nil }
    if row.signs[start].kind == .openQuote, let close = pairs.close(of: start),
      start > index || isQuotationEnd(close)
    {
      return (Int(row.signs[start].upper)..<Int(row.signs[close].lower), true)
    }
    guard isLed, start > index || verb.takesClause, start < sentence.upperBound else { return nil }
    if start == index, isClauseEnd(start), kind(start) != .openQuote { return nil }
    let end = end(from: start)
    return end > Int(row.signs[start].lower) ? (Int(row.signs[start].lower)..<end, false) : nil
  }

  /// Whether nothing of the sentence goes on behind the mark: 称“…”。 but not 称“…”的人.
  private func isQuotationEnd(_ close: Int) -> Bool {
    guard row.signs.indices.contains(close + 1) else { return true }
    switch row.signs[close + 1].kind {
    case .comma, .stop, .semicolon, .closeQuote: return true
    default: return row.signs[close - 1].kind == .stop
    }
  }

  /// The byte where the sentence ends, or the quotation that `start` stands in.
  private func end(from start: Int) -> Int {
    var last = sentence.upperBound
    if let close = enclosing.last, close < last { last = close }
    while last > start {
      switch row.signs[last - 1].kind {
      case .stop, .semicolon: last -= 1
      case .closeQuote where pairs.open(of: last - 1).map({ $0 < start }) ?? true: last -= 1
      default: return Int(row.signs[last - 1].upper)
      }
    }
    return Int(row.signs[start].lower)
  }

  /// What is quoted right in front of the sign: “…”周敏说.
  private func quotation(before start: Int) -> Range<Int>? {
    var close = start - 1
    if close >= 0, row.signs[close].kind == .comma { close -= 1 }
    guard close >= 0, let open = pairs.open(of: close) else { return nil }
    return Int(row.signs[open].upper)..<Int(row.signs[close].lower)
  }

  private mutating func add(
    _ speaker: Speaker, _ verb: Int?, _ kind: Statement.Kind, _ isQuoted: Bool, _ content: Range<Int>
  ) {
    guard !content.isEmpty, speaker.isFound || isQuoted && verb != nil else { return }
    let verb = verb.map { row.signs[$0].range }
    if speaker.isCarried, let verb { trimLast(before: verb.lowerBound) }
    found.append(
      StatementFinding(
        speaker: speaker.entity, speakerRange: speaker.range, verb: verb, kind: kind, isQuoted: isQuoted,
        content: content))
    if enclosing.isEmpty, let entity = speaker.entity, speaker.isPerson { lastSpeaker = entity }
  }

  /// 周敏指出，…，强调，…: what was said first ends before the second verb.
  private mutating func trimLast(before byte: Int) {
    guard let last = found.last, !last.isQuoted, last.content.contains(byte),
      let comma = row.signs[sentence].last(where: { $0.kind == .comma && Int($0.upper) <= byte }),
      last.content.lowerBound < Int(comma.lower)
    else { return }
    found[found.count - 1].content = last.content.lowerBound..<Int(comma.lower)
  }

  // MARK: Signs

  func cue(_ index: Int) -> DiscourseVocabulary.Cue? {
    guard sentence.contains(index), row.signs[index].kind == .cue else { return nil }
    return row.vocabulary.cues[Int(row.signs[index].value)]
  }

  func means(_ index: Int, _ meaning: DiscourseVocabulary.Meaning) -> Bool { cue(index)?.meaning == meaning }

  func kind(_ index: Int) -> Sign.Kind? { sentence.contains(index) ? row.signs[index].kind : nil }

  func isClauseEnd(_ index: Int) -> Bool {
    switch kind(index) {
    case nil, .comma, .semicolon, .stop, .colon, .closeQuote, .openQuote: true
    default: false
    }
  }
}

import Lexicon

/// Proposes the spans of a sentence that may be names: wide, since the model says no to most of them.
///
/// Rules propose what they know; here are the shapes that names have without any rule: entries of dictionaries, a surname
/// and one or two characters, words before an ending of organizations or places, transliterations, single words, single
/// characters in a row, names with points, Latin names.
struct SpanProposer {
  let vocabulary: SpanVocabulary
  // SpanProposer+Shapes adds to them.
  var spans = SpanSet()
  /// By position.
  private(set) var kinds = Table<CharacterKinds>()
  var points: [Int] = []

  static let anyType = EntityType.person.bit | EntityType.organization.bit | EntityType.place.bit

  init(lexicon: Lexicon) {
    vocabulary = SpanVocabulary(lexicon: lexicon)
  }

  /// - Complexity: linear in the sentence's length, with bounded work at each position.
  mutating func load(_ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts, candidates: [Candidate]) {
    spans.removeAll(length: facts.count)
    spans.add(candidates)
    let found = loadKinds(input)
    proposeEntries(input, facts)
    proposeTransliterations(facts)
    proposeWords(facts)
    proposeShortWords(facts)
    if found.meets(.point) { proposePointed(facts) }
    if found.meets(.letter) { proposeLatin(input) }
  }

  /// - Returns: the kinds that the sentence has.
  private mutating func loadKinds(_ input: borrowing RuleInput) -> CharacterKinds {
    kinds.reserve(input.count)
    let kinds = kinds
    var found: UInt8 = 0
    for position in 0..<input.count {
      let kind = Characters.kind(of: input.place(position).scalar)
      kinds[position] = kind
      found |= kind.rawValue
    }
    return CharacterKinds(rawValue: found)
  }

  // MARK: From entries

  private mutating func proposeEntries(_ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts) {
    // Held once: a use of the proposer's own would copy all of it for each entry.
    let (vocabulary, kinds) = (vocabulary, kinds)
    for position in 0..<facts.count {
      for index in input.edgeRange(at: position) {
        let edge = input.edge(index)
        let isCharacter = SpanVocabulary.isCharacter(edge, at: position)
        // Most characters tell nothing; what the lexicon has of them lies far away.
        if isCharacter, !edge.classes.meets(vocabulary.speakingClasses) { continue }
        let clues = vocabulary.clues(of: edge, at: position)
        if clues.isEmpty { continue }
        let end = Int(edge.end)
        if clues.types != 0 { spans.add(position, end, clues.types) }
        if clues.isTypesAlone { continue }
        if clues.meets(.transliteration), isCharacter { kinds[position].formUnion(.transliteration) }
        if clues.meets(.surname) { proposeSurname(position, end, facts) }
        if clues.meets(.placeInRow), !isCharacter { proposeRow(position, end, input) }
        if clues.meets(.ending), facts.isBoundary(end) { proposeEnding(clues, position, end, facts) }
      }
    }
  }

  /// 方志远: a surname and one or two Han characters, between boundaries of words.
  private mutating func proposeSurname(_ start: Int, _ end: Int, _ facts: borrowing BoundaryFacts) {
    guard facts.isBoundary(start) else { return }
    var last = end
    while last < min(end + 2, facts.count), kinds[last].meets(.han) {
      last += 1
      if facts.isBoundary(last) { spans.add(start, last, EntityType.person.bit) }
    }
  }

  /// 广岛县|尾道市: two or three places in a row as one.
  private mutating func proposeRow(_ start: Int, _ middle: Int, _ input: borrowing RuleInput) {
    for index in input.edgeRange(at: middle) {
      let second = input.edge(index)
      guard vocabulary.clues(of: second, at: middle).meets(.placeInRow), Int(second.end) - middle >= 2 else { continue }
      spans.add(start, Int(second.end), EntityType.place.bit)
      for index in input.edgeRange(at: Int(second.end)) {
        let third = input.edge(index)
        guard vocabulary.clues(of: third, at: Int(second.end)).meets(.placeInRow), third.end - second.end >= 2 else {
          continue
        }
        spans.add(start, Int(third.end), EntityType.place.bit)
      }
    }
  }

  /// 市总工会, 云岭大学, 渣打银行（中国）: what an entry ends that a word ends with.
  private mutating func proposeEnding(
    _ clues: SpanClues, _ position: Int, _ end: Int, _ facts: borrowing BoundaryFacts
  ) {
    if clues.meets(.organizationEnding) {
      proposeBefore(position, end, EntityType.organization.bit, words: 7, limit: 30, facts)
    }
    if clues.meets(.placeEnding) {
      proposeBefore(position, end, EntityType.place.bit, words: 3, limit: 10, facts)
    }
    if clues.meets(.namedEnding), let close = bracketed(end, facts.count) {
      if clues.meets(.organization) { spans.add(position, close, EntityType.organization.bit) }
      proposeBefore(position, close, EntityType.organization.bit, words: 4, limit: 30, facts)
    }
  }

  /// From each of the boundaries before an ending, up to some words back.
  private mutating func proposeBefore(
    _ ending: Int, _ end: Int, _ types: UInt8, words: Int, limit: Int, _ facts: borrowing BoundaryFacts
  ) {
    var left = words
    var position = ending
    // A bracket is part of a name as a whole: 新纶（东海）科技公司.
    var open = 0
    if end < facts.count, kinds[end].meets(.closing) { return }
    while position > 0, left > 0, end - position < limit {
      let kind = kinds[position - 1]
      guard kind.meets(.organizationPart) else { return }
      position -= 1
      if kind.meets(.closing) { open += 1 }
      if kind.meets(.opening) { open -= 1 }
      if open < 0 { return }
      guard open == 0, facts.isBoundary(position) else { continue }
      if !kind.meets(.opening) { spans.add(position, end, types) }
      left -= 1
    }
  }

  /// The end of a bracket of one to seven characters that opens at `position`.
  @inline(__always) private func bracketed(_ position: Int, _ count: Int) -> Int? {
    guard position < count, kinds[position].meets(.opening) else { return nil }
    var end = position + 1
    while end < count, end < position + 8, kinds[end].meets(.letterLike) { end += 1 }
    guard end > position + 1, end < count, kinds[end].meets(.closing) else { return nil }
    return end + 1
  }
}

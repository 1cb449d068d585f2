import Lexicon
import Segmentation

/// Proposes the spans of a sentence that may be names: wide, since the model says no to most of them.
///
/// Rules propose what they know; here are the shapes that names have without any rule: entries of dictionaries, a surname
/// and one or two characters, words before an ending of organizations or places, transliterations, single words, single
/// characters in a row, names with points, Latin names.
struct SpanProposer {
  private let lexicon: Lexicon
  private let words: WordTable
  let vocabulary: SpanVocabulary
  private(set) var spans = SpanSet()
  private var points: [Int] = []

  static let anyType = EntityType.person.bit | EntityType.organization.bit | EntityType.place.bit

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    words = lexicon.wordTable
    vocabulary = SpanVocabulary(lexicon: lexicon)
  }

  /// - Complexity: linear in the sentence's length, with bounded work at each position.
  mutating func load(
    _ lattice: SentenceLattice, _ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts, candidates: [Candidate]
  ) {
    spans.removeAll(length: lattice.count)
    spans.add(candidates)
    for position in 0..<lattice.count {
      proposeEntries(at: position, input, facts)
    }
    proposeTransliterations(input, facts)
    proposeWords(lattice, facts)
    proposeShortWords(lattice)
    proposePointed(input, facts)
    proposeLatin(input)
  }

  // MARK: From entries

  @inline(__always) private func tag(of word: WordID) -> Int {
    Int(words.contains(word.raw) ? words.tag(word.raw) : lexicon.tag(of: word).raw)
  }

  private mutating func proposeEntries(
    at position: Int, _ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts
  ) {
    for index in input.edgeRange(at: position) {
      let edge = input.edge(index)
      let end = Int(edge.end)
      // A character that stands in no table begins nothing.
      if edge.classes.isNone, end - position < 2 { continue }
      var types: UInt8 = 0
      if edge.classes.meets(vocabulary.places) { types |= EntityType.place.bit }
      if edge.classes.meets(vocabulary.organizations) { types |= EntityType.organization.bit }
      if edge.classes.meets(vocabulary.people) { types |= EntityType.person.bit }
      if end - position >= 2 { types |= vocabulary.typesOfTag[tag(of: edge.word)] }
      if edge.classes.isNone {
        if types != 0 { spans.add(position, end, types) }
        continue
      }
      if types != 0 { spans.add(position, end, types) }
      if edge.classes.meets(vocabulary.surnames) { proposeSurname(position, end, input, facts) }
      if edge.classes.meets(vocabulary.placesInRow), end - position >= 2 { proposeRow(position, end, input) }
      guard facts.isBoundary(end) else { continue }
      if edge.classes.meets(vocabulary.organizationEndings) {
        proposeBefore(position, end, EntityType.organization.bit, words: 7, limit: 30, input, facts)
      }
      if edge.classes.meets(vocabulary.placeEndings) {
        proposeBefore(position, end, EntityType.place.bit, words: 3, limit: 10, input, facts)
      }
      if edge.classes.meets(vocabulary.namedEndings), let close = Self.bracketed(end, input) {
        if edge.classes.meets(vocabulary.organizations) { spans.add(position, close, EntityType.organization.bit) }
        proposeBefore(position, close, EntityType.organization.bit, words: 4, limit: 30, input, facts)
      }
    }
  }

  /// 方志远: a surname and one or two Han characters, between boundaries of words.
  private mutating func proposeSurname(
    _ start: Int, _ end: Int, _ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts
  ) {
    guard facts.isBoundary(start) else { return }
    var last = end
    while last < min(end + 2, facts.count), Characters.isHan(input.place(last).scalar) {
      last += 1
      if facts.isBoundary(last) { spans.add(start, last, EntityType.person.bit) }
    }
  }

  /// 广岛县|尾道市: two or three places in a row as one.
  private mutating func proposeRow(_ start: Int, _ middle: Int, _ input: borrowing RuleInput) {
    for index in input.edgeRange(at: middle) {
      let second = input.edge(index)
      guard second.classes.meets(vocabulary.placesInRow), Int(second.end) - middle >= 2 else { continue }
      spans.add(start, Int(second.end), EntityType.place.bit)
      for index in input.edgeRange(at: Int(second.end)) {
        let third = input.edge(index)
        guard third.classes.meets(vocabulary.placesInRow), third.end - second.end >= 2 else { continue }
        spans.add(start, Int(third.end), EntityType.place.bit)
      }
    }
  }

  /// From each of the boundaries before an ending, up to some words back.
  private mutating func proposeBefore(
    _ ending: Int, _ end: Int, _ types: UInt8, words: Int, limit: Int, _ input: borrowing RuleInput,
    _ facts: borrowing BoundaryFacts
  ) {
    var left = words
    var position = ending
    // A bracket is part of a name as a whole: 新纶（东海）科技公司.
    var open = 0
    if end < input.count, Characters.isClosing(input.place(end).scalar) { return }
    while position > 0, left > 0, end - position < limit {
      let scalar = input.place(position - 1).scalar
      guard Characters.mayBeInName(scalar) else { return }
      position -= 1
      if Characters.isClosing(scalar) { open += 1 }
      if Characters.isOpening(scalar) { open -= 1 }
      if open < 0 { return }
      guard open == 0, facts.isBoundary(position) else { continue }
      if !Characters.isOpening(scalar) { spans.add(position, end, types) }
      left -= 1
    }
  }

  /// The end of a bracket of one to seven characters that opens at `position`.
  private static func bracketed(_ position: Int, _ input: borrowing RuleInput) -> Int? {
    guard position < input.count, Characters.isOpening(input.place(position).scalar) else { return nil }
    var end = position + 1
    while end < input.count, end < position + 8, Characters.isLetterLike(input.place(end).scalar) { end += 1 }
    guard end > position + 1, end < input.count, Characters.isClosing(input.place(end).scalar) else { return nil }
    return end + 1
  }

  // MARK: From characters and words

  private mutating func proposeTransliterations(_ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts) {
    var start = 0
    func isTransliteration(_ position: Int) -> Bool {
      input.edgeRange(at: position).contains { index in
        let edge = input.edge(index)
        return Int(edge.end) == position + 1 && edge.classes.meets(vocabulary.transliteration)
      }
    }
    while start < input.count {
      guard input.place(start).classes.meets(vocabulary.transliteration), isTransliteration(start) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < input.count, isTransliteration(end) { end += 1 }
      for from in start..<end where facts.isBoundary(from) {
        for to in (from + 2)..<max(min(end, from + 8) + 1, from + 2) where facts.isBoundary(to) {
          spans.add(from, to, Self.anyType)
        }
      }
      start = end
    }
  }

  private mutating func proposeWords(_ lattice: SentenceLattice, _ facts: borrowing BoundaryFacts) {
    for token in lattice.tokens {
      let (start, end) = (Int(token.start), Int(token.end))
      let tag = Int(token.tag.raw)
      guard 2...6 ~= end - start, vocabulary.mayBeName[tag % vocabulary.tagCount] else { continue }
      let scalars = lattice.scalars[start..<end]
      if scalars.allSatisfy(Characters.isLetterLike), !scalars.allSatisfy(Characters.isDigit) {
        spans.add(start, end, Self.anyType)
      }
    }
  }

  /// Two to four characters that are words of one character each, the last word may have two: what the lexicon lacks.
  private mutating func proposeShortWords(_ lattice: SentenceLattice) {
    let tokens = lattice.tokens
    for first in tokens.indices {
      let start = Int(tokens[first].start)
      guard tokens[first].end == tokens[first].start + 1, Characters.isHan(lattice.scalars[start]) else { continue }
      var next = first + 1
      while next < tokens.count, next <= first + 3 {
        let end = Int(tokens[next].end)
        let length = end - Int(tokens[next].start)
        guard length <= (next == first + 1 ? 2 : 1), end - start <= 4, Characters.isHan(lattice.scalars[end - 1]) else {
          break
        }
        spans.add(start, end, Self.anyType)
        next += 1
      }
    }
  }

  /// 叶甫根尼·普鲁申科: up to seven characters on both sides of points.
  private mutating func proposePointed(_ input: borrowing RuleInput, _ facts: borrowing BoundaryFacts) {
    points.removeAll(keepingCapacity: true)
    for position in 0..<input.count where NameModel.isPoint(input.place(position).scalar) {
      if input.place(position).scalar != 0x2E { points.append(position) }
    }
    var index = 0
    while index < points.count {
      let first = points[index]
      var last = first
      while index + 1 < points.count, points[index + 1] - last <= 8,
        (last + 1..<points[index + 1]).allSatisfy({ Characters.isNamePart(input.place($0).scalar) })
      {
        index += 1
        last = points[index]
      }
      index += 1
      var start = first
      while start > 0, first - start < 7, Characters.isNamePart(input.place(start - 1).scalar) {
        start -= 1
        guard facts.isBoundary(start) else { continue }
        var end = last + 1
        while end < input.count, end - last < 8, Characters.isNamePart(input.place(end).scalar) {
          end += 1
          if facts.isBoundary(end), end > last + 1 { spans.add(start, end, EntityType.person.bit) }
        }
      }
    }
  }

  /// Latin words, and two or more of them with spaces between.
  private mutating func proposeLatin(_ input: borrowing RuleInput) {
    var start = 0
    func isLatin(_ position: Int) -> Bool {
      position < input.count && Characters.isLatinPart(input.place(position).scalar)
    }
    while start < input.count {
      guard Characters.isLetter(input.place(start).scalar) else {
        start += 1
        continue
      }
      var end = start
      while isLatin(end) || (end < input.count && input.place(end).scalar == 0x20 && isLatin(end + 1)) {
        end += 1
        if !isLatin(end), end - start >= 2, end - start <= 40 { spans.add(start, end, Self.anyType) }
      }
      start = max(end, start + 1)
    }
  }
}

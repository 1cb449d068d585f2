import Extraction

/// Keeps those silver labels that the tags of the text do not contradict.
///
/// What is thrown away, about one in ten, is mostly a dateline joined with what follows (讯 | 新华社), a verb with its object, a
/// person with the place that he is from, two countries, and an organization with what it does (联合国 | 改革).
struct SilverCheck {
  /// Tags of single words that may be an organization; what the corpus calls a place or a person is none.
  private static let single: Set = ["n", "nt", "nz", "nx", "j", "l", "b"]
  /// Tags that no name of an organization begins with: particles, pronouns, verbs, and what tells when.
  private static let notFirst: Set = ["p", "r", "d", "u", "c", "q", "i", "z", "y", "w", "v", "Ng", "Tg", "ad"]
  /// Tags of last words that name something themselves.
  private static let namingLast: Set = ["nt", "nz", "j"]
  /// Tags that do not stand within one.
  private static let notInside: Set = ["r", "d", "y", "ad"]
  /// Tags that stand between two organizations rather than before the last word of one.
  private static let betweenTwo: Set = ["v", "m", "t", "f"]
  /// Tags of first words that place an organization.
  private static let placing: Set = ["ns", "nz", "s", "f"]
  private static let placeInner: Set = ["ns", "nz", "n", "s", "f", "b"]

  private let words: LabelWords
  private let inner: Set<String>
  private let datelines: Set<String>
  private let finals: Set<Unicode.Scalar>
  private let events: Set<String>

  init(_ words: LabelWords) {
    self.words = words
    inner = words.cues("silver-inside")
    datelines = words.cues("dateline")
    finals = Set(words.cues("final").flatMap(\.unicodeScalars))
    events = words.cues("event")
  }

  /// Organizations of at least two scalars whose ends are ends of words.
  func organizations(_ labels: [LabelledSentence.Label], _ tokens: LabelTokens) -> [Range<Int>] {
    labels.compactMap { label in
      guard label.type == .organization, label.range.count >= 2, let range = tokens.tokens(label.range) else {
        return nil
      }
      return isOrganization(range, tokens) ? range : nil
    }
  }

  /// Places of several words, the first of them a place by its tag and the last one of those that end places: 江州 | 地区.
  func places(_ labels: [LabelledSentence.Label], _ tokens: LabelTokens) -> [Range<Int>] {
    labels.compactMap { label in
      guard label.type == .place, let range = tokens.tokens(label.range), range.count > 1,
        tokens.tags[range.lowerBound] == "ns", range.allSatisfy({ Self.placeInner.contains(tokens.tags[$0]) }),
        tokens.tags[range.upperBound - 1] == "n",
        words.placeSuffixes.contains(tokens.words[range.upperBound - 1])
      else { return nil }
      return range
    }
  }

  private func isOrganization(_ range: Range<Int>, _ tokens: LabelTokens) -> Bool {
    let first = tokens.tags[range.lowerBound]
    if words.organizations.contains(tokens.text(range)) { return true }
    if range.count == 1 { return Self.single.contains(first) }
    let isEnded = words.endsOrganization(range, tokens)
    guard !Self.notFirst.contains(first) || (first == "v" && isEnded), isEnded || endsLikeOne(range, tokens) else {
      return false
    }
    return range.allSatisfy { index in
      let tag = tokens.tags[index]
      let word = tokens.words[index]
      if datelines.contains(word) || Self.notInside.contains(tag) { return false }
      // 维也纳 音乐 之 友 协会, （ 集团 ）.
      if tag == "w" || tag == "u" || tag == "p" { return inner.contains(word) }
      // A person and where he works: 张 三 | 江州省 医院.
      return tag != "nr" || index + 1 == range.upperBound || !["ns", "nt"].contains(tokens.tags[index + 1])
    }
  }

  /// Whether several words without an ending of the lexicon may still be an organization: 江州 | 旅游委, 江州 | 风机厂.
  private func endsLikeOne(_ range: Range<Int>, _ tokens: LabelTokens) -> Bool {
    let word = tokens.words[range.upperBound - 1]
    let tag = tokens.tags[range.upperBound - 1]
    if events.contains(word) { return false }
    if Self.namingLast.contains(tag) {
      if tag == "nt", range.contains(where: { Self.betweenTwo.contains(tokens.tags[$0]) }) { return false }
      // Countries beside each other: 美 | 伊.
      return !range.allSatisfy { tokens.words[$0].unicodeScalars.allSatisfy(words.abbreviations.contains) }
    }
    guard tag == "n" || tag == "l" || tag == "vn", word.unicodeScalars.count > 1 else { return false }
    // A place or a name and what is done there, short of the word that says it is an organization: 江州 | 民航, 海风 | 电器. Short names
    // of companies look like this.
    if Self.placing.contains(tokens.tags[range.lowerBound]) { return true }
    return word.unicodeScalars.last.map(finals.contains) ?? false
  }
}

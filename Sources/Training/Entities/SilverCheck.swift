import Extraction

/// Keeps those silver labels that the tags of the text do not contradict.
///
/// What is thrown away, about one in forty, are mostly a dateline joined with what follows (讯 | 新华社), a verb with its
/// object, and a person with the place that he is from.
struct SilverCheck {
  /// Tags that no name of an organization begins with: particles, pronouns, and what counts or tells when.
  private static let notFirst: Set = ["p", "r", "d", "u", "c", "q", "i", "z", "y", "w", "Ng", "Tg", "ad"]
  /// Tags of the last word.
  private static let last: Set = ["n", "nt", "nz", "nx", "ns", "j", "l", "Ng"]
  /// Tags that do not stand within one.
  private static let notInside: Set = ["r", "d", "y", "ad"]
  /// Ends of silver places are checked by the words, their beginnings by these.
  private static let placeInner: Set = ["ns", "nz", "n", "s", "f", "b"]

  private let words: LabelWords
  private let inner: Set<String>
  private let datelines: Set<String>

  init(_ words: LabelWords) {
    self.words = words
    inner = words.cues("silver-inside")
    datelines = words.cues("dateline")
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
    let last = tokens.tags[range.upperBound - 1]
    if words.organizations.contains(tokens.text(range)) { return true }
    if range.count == 1 { return last != "v" && last != "d" && last != "a" && last != "i" && last != "t" }
    let isEnded = words.endsOrganization(range, tokens)
    guard Self.last.contains(last) || isEnded, !Self.notFirst.contains(first), first != "v" || isEnded else {
      return false
    }
    for index in range {
      let tag = tokens.tags[index]
      let word = tokens.words[index]
      if datelines.contains(word) || Self.notInside.contains(tag) { return false }
      // 维也纳 音乐 之 友 协会, （ 集团 ）.
      if (tag == "w" || tag == "u" || tag == "p") && !inner.contains(word) { return false }
      // A person and where he works: 张 三 | 江州省 医院.
      if tag == "nr", index + 1 < range.upperBound, ["ns", "nt"].contains(tokens.tags[index + 1]) { return false }
    }
    return true
  }
}

/// Finds the places of a tagged sentence.
struct PlaceLabels {
  /// Tags of words that hold the abbreviation of a country behind a verb: 访华, 抵京.
  private static let verbTags: Set = ["v", "vn", "j", "n", "d"]
  private static let headTags: Set = ["n", "j"]
  /// 中美俄德; longer abbreviations are of something else.
  private static let longest = 4

  private let words: LabelWords
  private let verbs: Set<String>
  private let heads: Set<String>
  private let exceptions: Set<String>
  private let silver: SilverCheck

  init(_ words: LabelWords) {
    self.words = words
    verbs = words.cues("before-abbreviation")
    heads = words.cues("after-abbreviation")
    exceptions = words.cues("no-abbreviation")
    silver = SilverCheck(words)
  }

  /// Scalars of the places.
  func places(in tokens: LabelTokens, silver labels: [LabelledSentence.Label]) -> [Range<Int>] {
    let compounds = silver.places(labels, tokens).map { tokens.scalars($0) }
    var found = compounds
    for index in tokens.words.indices {
      let range = tokens.scalars(index..<index + 1)
      if compounds.contains(where: { $0.overlaps(range) }) { continue }
      if tokens.tags[index] == "ns" {
        found.append(range)
      } else {
        found += abbreviations(tokens.words[index], tokens.tags[index]).map {
          range.lowerBound + $0..<range.lowerBound + $0 + 1
        }
      }
    }
    return found
  }

  /// Which characters of a word stand for countries, provinces or cities.
  private func abbreviations(_ word: String, _ tag: String) -> [Int] {
    let scalars = Array(word.unicodeScalars)
    // 中美, 京津沪; also one alone: 驻 | 京.
    if tag == "j", scalars.count <= Self.longest, scalars.allSatisfy(words.abbreviations.contains) {
      return Array(scalars.indices)
    }
    guard scalars.count == 2, !exceptions.contains(word) else { return [] }
    if Self.verbTags.contains(tag), words.abbreviations.contains(scalars[1]), verbs.contains(String(scalars[0])) {
      return [1]
    }
    // 俄方, 美军.
    if Self.headTags.contains(tag), words.countries.contains(scalars[0]), heads.contains(String(scalars[1])) {
      return [0]
    }
    return []
  }
}

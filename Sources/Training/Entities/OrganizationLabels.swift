import Extraction

/// Finds the organizations of a tagged sentence by several sources and settles which stand.
struct OrganizationLabels {
  /// Where a label comes from. Of two that are equally long the first source wins.
  private enum Source: Int {
    case grammar, silver, dictionary, shortForm, tag, itself
  }

  private struct Proposal {
    var tokens: Range<Int>
    var scalars: Range<Int>
    var source: Source
  }

  /// Tags of single words that may be a name of the dictionary.
  private static let nameTags: Set = ["n", "nt", "nz", "nx", "j", "l", "b", "vn"]
  private static let shortFormTags: Set = ["n", "nt", "j"]
  /// Tags of words that are no part of a name before 公司.
  private static let beforeSelf: Set = ["w", "v", "p", "u", "c", "t", "r", "d"]
  /// Names of the dictionary are looked up in so many words of so many scalars at most.
  private static let longest = (tokens: 8, scalars: 24)

  private let words: LabelWords
  private let grammar: OrganizationGrammar
  private let silver: SilverCheck
  private let levels: Set<String>
  private let standalone: Set<String>
  private let selfNames: Set<String>
  private let beforeShortForm: Set<String>

  init(_ words: LabelWords) {
    self.words = words
    grammar = OrganizationGrammar(words)
    silver = SilverCheck(words)
    levels = words.cues("level")
    standalone = words.cues("standalone")
    selfNames = words.cues("self")
    beforeShortForm = words.cues("before-short")
  }

  /// Scalars of the organizations: the longest first, of equally long ones that of the first source, then the leftmost.
  func organizations(in tokens: LabelTokens, silver labels: [LabelledSentence.Label]) -> [Range<Int>] {
    var proposals: [Proposal] = []
    func add(_ ranges: [Range<Int>], _ source: Source) {
      proposals += ranges.map { Proposal(tokens: $0, scalars: tokens.scalars($0), source: source) }
    }
    add(grammar.organizations(in: tokens), .grammar)
    add(silver.organizations(labels, tokens), .silver)
    add(dictionaryNames(tokens), .dictionary)
    add(shortForms(tokens), .shortForm)
    add(tokens.tags.indices.filter { tokens.tags[$0] == "nt" }.map { $0..<$0 + 1 }, .tag)
    add(selves(tokens), .itself)
    proposals.sort {
      ($1.scalars.count, $0.source.rawValue, $0.scalars.lowerBound)
        < ($0.scalars.count, $1.source.rawValue, $1.scalars.lowerBound)
    }
    var chosen: [Range<Int>] = []
    for proposal in proposals where !chosen.contains(where: { $0.overlaps(proposal.scalars) }) {
      chosen.append(proposal.scalars)
    }
    return chosen
  }

  /// Names of the dictionary that begin and end with words of the text.
  private func dictionaryNames(_ tokens: LabelTokens) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in tokens.words.indices where tokens.tags[start] != "w" {
      var text = ""
      for end in start + 1...min(start + Self.longest.tokens, tokens.count) {
        text += tokens.words[end - 1]
        let length = tokens.offsets[end] - tokens.offsets[start]
        if length > Self.longest.scalars { break }
        guard length >= 2, end > start + 1 || Self.nameTags.contains(tokens.tags[start]) else { continue }
        if words.organizations.contains(text) { found.append(start..<end) }
      }
    }
    return found
  }

  /// The organization that is spoken of, before a post of it: 任 | 公司 | 总经理.
  private func selves(_ tokens: LabelTokens) -> [Range<Int>] {
    tokens.words.indices.dropLast().compactMap { index in
      let isSelf = selfNames.contains(tokens.words[index]) && words.titles.contains(tokens.words[index + 1])
      let isAlone = index == 0 || Self.beforeSelf.contains(tokens.tags[index - 1])
      return isSelf && isAlone ? index..<index + 1 : nil
    }
  }

  /// Short forms, with the place before them: 河州 | 省委, 市政府, 人大.
  private func shortForms(_ tokens: LabelTokens) -> [Range<Int>] {
    tokens.words.indices.compactMap { index in
      let word = tokens.words[index]
      guard word.unicodeScalars.count >= 2, Self.shortFormTags.contains(tokens.tags[index]),
        words.shortForms.contains(word)
      else { return nil }
      let isNamed = index > 0 && (tokens.tags[index - 1] == "ns" || beforeShortForm.contains(tokens.words[index - 1]))
      if isNamed { return index - 1..<index + 1 }
      let isLevel = word.unicodeScalars.first.map { levels.contains(String($0)) } ?? false
      return isLevel || standalone.contains(word) ? index..<index + 1 : nil
    }
  }
}

/// Finds organizations of several words in tagged news: a name, what it is about, and a word that ends names of organizations
/// (北京/ns 长风/nz 物业/n 管理/vn 有限公司/n).
///
/// The news corpus has lost the brackets around these; the tags of their parts tell nearly as much.
struct OrganizationGrammar {
  /// Tags of words that begin such a name: they name something by themselves.
  private static let openingTags: Set = ["ns", "nt", "nz", "nx"]
  /// Tags of words that may stand in one. People's names may not: behind a place they are somebody there.
  private static let innerTags: Set = ["n", "ns", "nt", "nz", "nx", "vn", "an", "Ng", "a", "b", "j", "l", "s"]
  /// Tags of words that may end one; a place never does.
  private static let endingTags: Set = ["n", "nt", "nz", "vn", "Ng", "b", "j"]
  /// Names of more words are lists or mistakes.
  private static let longest = 12

  private let words: LabelWords
  private let offices: Set<String>
  private let openers: Set<String>
  private let inner: Set<String>
  private let levels: Set<String>

  init(_ words: LabelWords) {
    self.words = words
    offices = words.cues("office")
    openers = words.cues("opener")
    inner = words.cues("inside")
    levels = words.cues("level")
  }

  /// Ranges of tokens, in the order of the text, none overlapping another.
  func organizations(in tokens: LabelTokens) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < tokens.count {
      guard let end = end(from: start, tokens) else {
        start += 1
        continue
      }
      // A country and its government are one organization to some and two words to others: other sources decide.
      let isOffice =
        end - start == 2 && offices.contains(tokens.words[end - 1]) && words.isCountry(tokens.words[start])
      if !isOffice { found.append(start..<end) }
      start = end
    }
    return found
  }

  /// Where the longest organization ends that begins with the token `start`.
  private func end(from start: Int, _ tokens: LabelTokens) -> Int? {
    guard opens(start, tokens) else { return nil }
    let opensWithOrganization = tokens.tags[start] == "nt" || openers.contains(tokens.words[start])
    var end: Int?
    for index in start + 1..<max(start + 1, min(start + Self.longest, tokens.count)) {
      guard mayStandInside(index, tokens) else { break }
      // Ａ | 组 is a heading.
      if tokens.tags[start] == "nx", tokens.words[index].unicodeScalars.count == 1 { continue }
      switch ending(at: index, from: start, tokens) {
      case .strong, .weak: end = index + 1
      // 办公室, 三队: only within an organization.
      case .unit, .party: if end != nil || opensWithOrganization { end = index + 1 }
      case nil: break
      }
    }
    return end
  }

  private func opens(_ index: Int, _ tokens: LabelTokens) -> Bool {
    if Self.openingTags.contains(tokens.tags[index]) { return true }
    // 市 | 总工会, 省 | 教育厅: the place is the one that is spoken of.
    if tokens.tags[index] == "n", levels.contains(tokens.words[index]) { return true }
    // 政协 | 江州省 …
    return openers.contains(tokens.words[index]) && index + 1 < tokens.count && tokens.tags[index + 1] == "ns"
  }

  private func mayStandInside(_ index: Int, _ tokens: LabelTokens) -> Bool {
    let word = tokens.words[index]
    if tokens.tags[index] == "m" { return word.hasPrefix("第") && word.unicodeScalars.count <= 3 }
    return Self.innerTags.contains(tokens.tags[index]) || inner.contains(word)
  }

  /// How strong an ending of organizations the word is, alone or with the one before it (有限 | 公司).
  private func ending(at index: Int, from start: Int, _ tokens: LabelTokens) -> LabelWords.Strength? {
    guard Self.endingTags.contains(tokens.tags[index]) else { return nil }
    let word = tokens.words[index]
    if let strength = words.suffixes[word] { return strength }
    if index - 1 > start, let strength = words.suffixes[tokens.words[index - 1] + word] { return strength }
    // 邮电局 is not listed, 局 needs no more than that.
    return words.hasStrongEnding(word) ? .strong : nil
  }
}

extension LabelWords {
  /// Whether the word ends with a strong ending of two to four characters and has more than that.
  func hasStrongEnding(_ word: String) -> Bool {
    let scalars = word.unicodeScalars
    var start = scalars.endIndex
    for length in 1...4 {
      guard start != scalars.startIndex else { return false }
      start = scalars.index(before: start)
      if length > 1, start != scalars.startIndex, suffixes[String(scalars[start...])] == .strong { return true }
    }
    return false
  }

  /// Whether the last of these tokens ends names of organizations.
  func endsOrganization(_ range: Range<Int>, _ tokens: LabelTokens) -> Bool {
    let last = tokens.words[range.upperBound - 1]
    if suffixes[last] != nil || hasStrongEnding(last) { return true }
    return range.count > 1 && suffixes[tokens.text(range.upperBound - 2..<range.upperBound)] != nil
  }
}

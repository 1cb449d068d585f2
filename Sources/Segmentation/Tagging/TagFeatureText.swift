package import Lexicon

/// Features of tagging as text, for the table of a model: `tagOwn|v|希望`.
///
/// Fields stand in the order of ``TagFeatureKind/key(_:_:_:)``, separated by bars. A word is itself, a group of words a name in angle brackets:
/// `<edge>`, `<number>` and the other kinds of tokens, `<2>` for a word of that length that is not in the lexicon, `<v>` for one
/// with that tag there. A context is one tag or two (`v`, `v.vn`), or a group. A character is itself, or the name of its class in
/// angle brackets if it stands in no word (`<han>`).
package struct TagFeatureText: Sendable {
  /// What the text names, as numbers, and back.
  package struct Names: Sendable {
    package var word: @Sendable (String) -> WordID?
    package var code: @Sendable (Unicode.Scalar) -> UInt16
    /// Short names by tag; the first is empty.
    package var tags: [String]

    package init(
      tags: [String], word: @escaping @Sendable (String) -> WordID?,
      code: @escaping @Sendable (Unicode.Scalar) -> UInt16
    ) {
      self.tags = tags
      self.word = word
      self.code = code
    }
  }

  private let names: Names
  private let tagNumbers: [String: UInt8]
  private let groupNumbers: [String: UInt16]
  private let groupNames: [UInt16: String]

  package init(_ names: Names) {
    self.names = names
    var groups: [(String, UInt16)] = [("edge", TagSymbol.edge)]
    groups += TokenKind.allCases.map { ("\($0)", TagSymbol.kind($0)) }
    groups += (1...TagSymbol.longest).map { ("\($0)", TagSymbol.unknown(length: $0)) }
    groups += names.tags.indices.dropFirst().prefix(TagSymbol.maximumTagCount - 1).map {
      (names.tags[$0], TagSymbol.lexical(TagID(raw: UInt8($0))))
    }
    groupNumbers = Dictionary(groups, uniquingKeysWith: { first, _ in first })
    groupNames = Dictionary(groups.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    tagNumbers = Dictionary(
      names.tags.enumerated().dropFirst().map { ($1, UInt8(truncatingIfNeeded: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Fields

  /// Kinds by their names, which are those of the cases.
  static let kinds = Dictionary(
    uniqueKeysWithValues: TagFeatureKind.allCases.map { (Substring("\($0)"), $0) })

  enum Field { case word, context, tag, character, number }

  static func fields(of kind: TagFeatureKind) -> [Field] {
    switch kind {
    case .own, .before, .after, .before2, .after2: [.word]
    case .tag: [.tag]
    case .tags: [.tag, .tag]
    case .tagOwn: [.word, .tag]
    case .ownContext: [.word, .context]
    case .ownAfter: [.word, .word]
    case .tagContext: [.tag, .context]
    case .contexts: [.context, .context]
    case .around: [.context, .context, .tag]
    case .last, .first: [.character]
    case .last2, .first2: [.character, .character]
    case .lengthLast, .lengthFirst: [.character, .number]
    case .lengthTag: [.tag, .number]
    }
  }

  /// The tag of that name; `<edge>` is 0.
  func tag(_ text: some StringProtocol) -> UInt8? { text == "<edge>" ? 0 : tagNumbers[String(text)] }

  /// The group in angle brackets.
  func group(_ text: some StringProtocol) -> UInt16? {
    guard text.hasPrefix("<"), text.hasSuffix(">") else { return nil }
    return groupNumbers[String(text.dropFirst().dropLast())]
  }

  /// The symbol of a word or a group; `.some(nil)` is a word that the lexicon does not have.
  func symbol(_ text: some StringProtocol) -> UInt32?? {
    if let group = group(text) { return UInt32(group) }
    if text.isEmpty { return nil }
    return .some(names.word(String(text)).map(TagSymbol.word))
  }

  /// The tags of a context that is no group.
  func contextTags(_ text: some StringProtocol) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let tags = parts.compactMap { tagNumbers[String($0)] }
    return tags.count == parts.count ? tags : nil
  }

  func character(_ text: some StringProtocol) -> UInt16? {
    if text.unicodeScalars.count > 1, text.hasPrefix("<"), text.hasSuffix(">") {
      return CharacterClass(name: text.dropFirst().dropLast()).map(CharacterCode.unlisted)
    }
    guard let scalar = text.unicodeScalars.first, text.unicodeScalars.count == 1 else { return nil }
    return names.code(scalar)
  }

  // MARK: Writing

  /// - Parameters:
  ///   - word, character: the text of what training saw.
  ///   - contexts: the tags of contexts by number.
  /// - Returns: nil if something has no text.
  package func text(
    _ key: UInt64, word: (WordID) -> String?, character: (UInt16) -> String?, contexts: [UInt16: [UInt8]]
  ) -> String? {
    guard let kind = TagFeatureKind(rawValue: UInt8(truncatingIfNeeded: key >> 58)) else { return nil }
    let shifts: [UInt64] = kind == .ownAfter ? [36, 0] : [36, 18, 0]
    let masks: [UInt64] = kind == .ownAfter ? [0x3F_FFFF, 0xF_FFFF_FFFF] : [0x3F_FFFF, 0x3_FFFF, 0x3_FFFF]
    var text = "\(kind)"
    for (index, field) in Self.fields(of: kind).enumerated() {
      let number = UInt32(truncatingIfNeeded: key >> shifts[index] & masks[index])
      guard let part = part(number, field, word, character, contexts) else { return nil }
      text += "|\(part)"
    }
    return text
  }

  private func part(
    _ number: UInt32, _ field: Field, _ word: (WordID) -> String?, _ character: (UInt16) -> String?,
    _ contexts: [UInt16: [UInt8]]
  ) -> String? {
    switch field {
    case .word: return symbolText(number, word)
    case .context:
      if let name = groupNames[UInt16(number)] { return "<\(name)>" }
      return contexts[UInt16(number)].map { $0.map { names.tags[Int($0)] }.joined(separator: ".") }
    case .tag: return number == 0 ? "<edge>" : Int(number) < names.tags.count ? names.tags[Int(number)] : nil
    case .character:
      let code = UInt16(number)
      guard code >= CharacterCode.unlisted, code < CharacterCode.firstSpecial else { return character(code) }
      return CharacterClass(rawValue: UInt8(code - CharacterCode.unlisted)).map { "<\($0)>" }
    case .number: return "\(number)"
    }
  }

  /// A word or a group in angle brackets.
  package func symbolText(_ symbol: UInt32, _ word: (WordID) -> String?) -> String? {
    if symbol < UInt32(TagModel.firstWordClass) { return groupNames[UInt16(symbol)].map { "<\($0)>" } }
    return word(WordID(raw: symbol - UInt32(TagModel.firstWordClass)))
  }

  /// Tags with numbers: `n=12 v=-8`.
  package func pairs(_ pairs: [(tag: UInt8, value: Int)]) -> String {
    pairs.map { "\(names.tags[Int($0.tag)])=\($0.value)" }.joined(separator: " ")
  }

  /// The tags and numbers of `n=12 v=-8`; nil if it is no such text.
  func pairs(_ text: String) -> [(tag: UInt8, value: Int)]? {
    var pairs: [(tag: UInt8, value: Int)] = []
    for part in text.split(separator: " ") {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let tag = tagNumbers[String(sides[0])], let value = Int(sides[1]) else { return nil }
      pairs.append((tag, value))
    }
    return pairs.isEmpty ? nil : pairs
  }
}

import SearchTokens

/// Writes phrases as FTS5 reads them.
struct TextExpression {
  /// Whether the index was made with the words of this lexicon; characters are found all the same.
  let usesWords: Bool
  private let units: IndexUnits

  init(usesWords: Bool, units: IndexUnits) {
    self.usesWords = usesWords
    self.units = units
  }

  /// The expression for MATCH; nil for a phrase the index has nothing for: punctuation alone.
  func expression(_ phrase: SearchQuery.Phrase) -> String? {
    units.read(phrase.text)
    guard !units.text.units.isEmpty else { return nil }
    var text = usesWords ? "" : String(Unicode.Scalar(SearchTokenizer.charactersOnly))
    // A NUL would end the expression; in a string of FTS5 a quote is written twice.
    for scalar in phrase.text.unicodeScalars where scalar != "\0" {
      text.unicodeScalars.append(scalar)
      if scalar == "\"" { text.unicodeScalars.append(scalar) }
    }
    return "\"\(text)\"" + (phrase.isPrefix ? " *" : "")
  }

  /// Every phrase within `distance` positions of the others.
  func near(_ phrases: [SearchQuery.Phrase], _ distance: Int) -> String? {
    let parts = phrases.compactMap(expression)
    return parts.count < 2 ? parts.first : "NEAR(" + parts.joined(separator: " ") + ", \(distance))"
  }

  /// Any of the phrases.
  func any(_ phrases: [SearchQuery.Phrase]) -> String? {
    let parts = phrases.compactMap(expression)
    return parts.isEmpty ? nil : parts.joined(separator: " OR ")
  }

  /// All of a tree without filters; nil where nothing is left to look for.
  func expression(_ node: SearchQuery.Node) -> String? {
    switch node {
    case .phrase(let phrase): return expression(phrase)
    case .near(let phrases, let distance): return near(phrases, distance)
    case .filter: return nil
    case .all(let nodes): return join(nodes, " AND ")
    case .any(let nodes): return join(nodes, " OR ")
    case .without(let node, let other):
      guard let node = expression(node) else { return nil }
      return expression(other).map { "(\(node) NOT \($0))" } ?? node
    }
  }

  private func join(_ nodes: [SearchQuery.Node], _ separator: String) -> String? {
    let parts = nodes.compactMap { expression($0) }
    return parts.count < 2 ? parts.first : "(" + parts.joined(separator: separator) + ")"
  }
}

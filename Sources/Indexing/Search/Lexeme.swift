/// A word of a query.
enum Lexeme: Equatable {
  case phrase(SearchQuery.Phrase)
  case and, or, not, open, close

  /// Cuts a query at white space, brackets and quotes; a quote that is not closed reaches to the end.
  ///
  /// - Complexity: O(*n*).
  static func read(_ query: String) -> [Lexeme] {
    var lexemes: [Lexeme] = []
    var word = String.UnicodeScalarView()
    var closing: Unicode.Scalar?

    func finish(isQuoted: Bool) {
      defer { word.removeAll() }
      guard !word.isEmpty else { return }
      let text = String(word)
      switch text {
      case "AND" where !isQuoted: lexemes.append(.and)
      case "OR" where !isQuoted: lexemes.append(.or)
      case "NOT" where !isQuoted: lexemes.append(.not)
      default:
        let isPrefix = !isQuoted && text.hasSuffix("*")
        lexemes.append(.phrase(.init(text: isPrefix ? String(text.dropLast()) : text, isPrefix: isPrefix)))
      }
    }

    for scalar in query.unicodeScalars {
      if let quote = closing {
        if scalar == quote {
          finish(isQuoted: true)
          closing = nil
        } else {
          word.append(scalar)
        }
        continue
      }
      switch scalar {
      case "\"": closing = "\""
      case "“": closing = "”"
      case "(", "（":
        finish(isQuoted: false)
        lexemes.append(.open)
        continue
      case ")", "）":
        finish(isQuoted: false)
        lexemes.append(.close)
        continue
      default:
        if !scalar.properties.isWhitespace {
          word.append(scalar)
          continue
        }
      }
      finish(isQuoted: false)
    }
    finish(isQuoted: closing != nil)
    return lexemes
  }
}

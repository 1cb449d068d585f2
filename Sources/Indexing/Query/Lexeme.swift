/// A word, bracket or quotation of a query, with its place there in UTF-8 offsets.
struct Lexeme: Equatable {
  enum Kind: Equatable {
    case word(String)
    /// In quotation marks: no operator, no filter, no `*`.
    case quoted(String)
    /// The name before a colon; what it holds is the next lexeme.
    case field(String)
    case open, close
    /// The sign before what is not wanted: `-朝阳区`. Before a digit it belongs to the number.
    case minus
  }

  var kind: Kind
  var range: Range<Int>

  /// Cuts a query at white space, brackets, quotes and the colons of filters; a quote that is not closed reaches to the
  /// end.
  ///
  /// - Complexity: O(*n*).
  static func read(_ query: String) -> [Lexeme] {
    var reader = LexemeReader()
    for scalar in query.unicodeScalars { reader.take(scalar) }
    reader.finish()
    return reader.lexemes
  }
}

private struct LexemeReader {
  var lexemes: [Lexeme] = []
  private var word = String.UnicodeScalarView()
  private var start = 0
  private var offset = 0
  private var closing: Unicode.Scalar?

  mutating func take(_ scalar: Unicode.Scalar) {
    let length = UTF8.width(scalar)
    defer { offset += length }
    if let quote = closing {
      if scalar == quote {
        add(.quoted(String(word)), to: offset + length)
        closing = nil
      } else {
        word.append(scalar)
      }
      return
    }
    switch scalar {
    case "\"", "＂": open(scalar)
    case "“": open("”")
    case "(", "（":
      finishBeforePart()
      add(.open, from: offset, to: offset + length)
    case ")", "）":
      finish()
      add(.close, from: offset, to: offset + length)
    // In 12:30 the colon is part of the word.
    case ":" where isName, "：" where isName: add(.field(String(word).withPlainLetters), to: offset + length)
    default:
      if scalar.properties.isWhitespace {
        finish()
      } else {
        if isSign, !Self.isDigit(scalar) { finishBeforePart() }
        if word.isEmpty { start = offset }
        word.append(scalar)
      }
    }
  }

  /// Ends the word that is under way.
  mutating func finish() {
    if closing != nil {
      add(.quoted(String(word)), to: offset)
    } else if !word.isEmpty {
      add(.word(String(word)), to: offset)
    }
  }

  private var isName: Bool {
    !word.isEmpty && word.allSatisfy { ("a"..."z").contains($0) || ("ａ"..."ｚ").contains($0) }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private var isSign: Bool { word.count == 1 && (word.first == "-" || word.first == "－") }

  /// The same where something follows without a space.
  private mutating func finishBeforePart() {
    if isSign { add(.minus, to: offset) } else { finish() }
  }

  private mutating func open(_ quote: Unicode.Scalar) {
    finishBeforePart()
    start = offset
    closing = quote
  }

  private mutating func add(_ kind: Lexeme.Kind, from begin: Int? = nil, to end: Int) {
    lexemes.append(Lexeme(kind: kind, range: (begin ?? start)..<end))
    word.removeAll()
  }
}

extension String {
  /// With ASCII in place of full-width letters, digits and signs, as Chinese input methods leave them.
  var withPlainLetters: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { ("！"..."～").contains($0) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }))
  }
}

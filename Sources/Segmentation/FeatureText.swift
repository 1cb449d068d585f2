package import Lexicon

/// Features as text, for the table of a model: `-1|中国` is 中国 seen from its second character.
///
/// | text | feature |
/// |---|---|
/// | `-2|中`, `0|中国`, `-1|中国人` | one to three symbols, and where they begin |
/// | `around|中人` | the symbols before and behind |
/// | `begins|3|中`, `ends|…`, `inside|…` | the length of the longest word there, and the character |
/// | `lengths|3|1|0`, `roles|1|0|2`, `repeats|2`, `path|0|2|3`, `after|0` | numbers |
///
/// Symbols are characters or names in angle brackets: `<edge>`, `<number>`, `<time>`, `<foreign>`, or a class of characters that
/// stand in no word (`<han>`).
package struct FeatureText: Sendable {
  private let code: @Sendable (UInt32) -> UInt16
  private var scalars: [UInt16: Unicode.Scalar] = [:]

  /// - Parameter code: the code of a folded scalar.
  package init(code: @escaping @Sendable (UInt32) -> UInt16) {
    self.code = code
  }

  /// Also names symbols that are characters of `lexicon`.
  package init(_ lexicon: Lexicon) {
    self.init { lexicon.code(of: $0) }
    for value in 1..<UInt32(0x10000) where lexicon.fold(value) == value {
      let code = lexicon.code(of: value)
      if !Self.isShared(code), let scalar = Unicode.Scalar(value) { scalars[code] = scalar }
    }
  }

  /// A feature and the place from which it is seen.
  package struct Parsed: Equatable, Sendable {
    package var key: UInt64
    package var place: Int
    /// Whether all its characters are in the lexicon; if not, the feature never matches.
    package var isKnown: Bool
  }

  private static let names: [(name: String, code: UInt16)] =
    [("edge", Symbol.edge), ("number", Symbol.number), ("time", Symbol.time), ("foreign", Symbol.foreign)]
    + CharacterClass.allCases.map { ("\($0)", CharacterCode.unlisted($0)) }

  private static let lexical: [(name: String, kind: FeatureKind)] = [
    ("begins", .begins), ("ends", .ends), ("inside", .inside),
  ]
  private static let numeric: [(name: String, kind: FeatureKind, count: Int)] = [
    ("lengths", .lengths, 3), ("roles", .roles, 3), ("repeats", .repeats, 1), ("path", .path, 3), ("after", .after, 1),
  ]

  private static func isShared(_ code: UInt16) -> Bool {
    code >= CharacterCode.unlisted && code < CharacterCode.firstSpecial
  }

  // MARK: Reading

  /// The feature that `text` names; nil if it names none.
  package func parse(_ text: String) -> Parsed? {
    guard let bar = text.firstIndex(of: "|") else { return nil }
    let head = text[..<bar]
    let rest = text[text.index(after: bar)...]
    if let offset = Int(head) { return gram(offset, rest) }
    if head == "around" {
      return symbols(rest).flatMap { symbols, known in
        symbols.count == 2
          ? Parsed(key: FeatureKind.around.key(symbols[0], symbols[1]), place: 0, isKnown: known) : nil
      }
    }
    if let kind = Self.lexical.first(where: { $0.name == head })?.kind {
      let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let length = UInt16(parts[0]), let (symbols, known) = symbols(parts[1]),
        symbols.count == 1
      else { return nil }
      return Parsed(key: kind.key(symbols[0], length), place: 0, isKnown: known)
    }
    guard let (_, kind, count) = Self.numeric.first(where: { $0.name == head }) else { return nil }
    let numbers = rest.split(separator: "|", omittingEmptySubsequences: false).compactMap { UInt16($0) }
    guard numbers.count == count else { return nil }
    let padded = numbers + [0, 0]
    return Parsed(key: kind.key(padded[0], padded[1], padded[2]), place: 0, isKnown: true)
  }

  private func gram(_ offset: Int, _ text: Substring) -> Parsed? {
    guard let (symbols, known) = symbols(text), let kind = FeatureKind(rawValue: UInt8(min(symbols.count, 4))),
      symbols.count <= 3, offset >= -2, offset + 2 < kind.placeCount
    else { return nil }
    let padded = symbols + [0, 0]
    return Parsed(key: kind.key(padded[0], padded[1], padded[2]), place: offset + 2, isKnown: known)
  }

  private func symbols(_ text: Substring) -> (symbols: [UInt16], known: Bool)? {
    var symbols: [UInt16] = []
    var known = true
    var rest = text.unicodeScalars
    while let scalar = rest.first {
      if scalar == "<", let end = rest.firstIndex(of: ">"),
        let named = Self.names.first(where: { $0.name == String(rest[rest.startIndex..<end].dropFirst()) })
      {
        symbols.append(named.code)
        rest = rest[rest.index(after: end)...]
      } else {
        let code = code(scalar.value)
        symbols.append(code)
        if Self.isShared(code) { known = false }
        rest = rest.dropFirst()
      }
    }
    return symbols.isEmpty ? nil : (symbols, known)
  }

  // MARK: Writing

  /// The text of a feature seen from a place; nil if it holds a character that cannot be written.
  package func text(_ key: UInt64, place: Int) -> String? {
    guard let kind = FeatureKind(rawValue: UInt8(truncatingIfNeeded: key >> 48)) else { return nil }
    let fields = [key >> 32, key >> 16, key].map { UInt16(truncatingIfNeeded: $0) }
    switch kind {
    case .unigram, .bigram, .trigram:
      return symbolText(fields.prefix(Int(kind.rawValue))).map { "\(place - 2)|\($0)" }
    case .around: return symbolText(fields.prefix(2)).map { "around|\($0)" }
    case .begins, .ends, .inside: return symbolText(fields.prefix(1)).map { "\(kind)|\(fields[1])|\($0)" }
    default:
      let count = Self.numeric.first { $0.kind == kind }?.count ?? 1
      return "\(kind)|" + fields.prefix(count).map(String.init).joined(separator: "|")
    }
  }

  private func symbolText(_ symbols: ArraySlice<UInt16>) -> String? {
    var text = ""
    for symbol in symbols {
      if let scalar = scalars[symbol] {
        text.unicodeScalars.append(scalar)
      } else if let named = Self.names.first(where: { $0.code == symbol }) {
        text += "<\(named.name)>"
      } else {
        return nil
      }
    }
    return text
  }
}

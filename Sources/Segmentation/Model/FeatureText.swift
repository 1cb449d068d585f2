package import Lexicon

/// Features as text, for the table of a model: `-1|中国` is 中国 seen from its second character.
///
/// | text | feature |
/// |---|---|
/// | `-2|中`, `0|中国` | one or two symbols, and where they begin |
/// | `begins|3|中`, `ends|3|中` | the length of the longest word there, and the character |
/// | `reach|1|3|1|2` | the lengths of the longest words that end before, end with, begin with, begin behind it |
/// | `path|0|2|3`, `repeats|2`, `after|0` | numbers |
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

  /// The kinds that name no character: how many digits of which base their number has, the first digit last in the text
  /// or not, and what is added to a digit in the text.
  private struct Digits {
    var kind: FeatureKind
    var count: Int
    var base: Int
    var least: Int
    var isReversed: Bool
  }

  private static let numeric = [
    Digits(kind: .reach, count: 4, base: 5, least: 1, isReversed: true),
    Digits(kind: .path, count: 3, base: 4, least: 0, isReversed: false),
    Digits(kind: .repeats, count: 1, base: 16, least: 0, isReversed: false),
    Digits(kind: .after, count: 1, base: 4, least: 0, isReversed: false),
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
    if head == "begins" || head == "ends" {
      let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let length = UInt16(parts[0]),
        (1...SegmentationWeights.longestLength).contains(Int(length)),
        let (symbols, known) = symbols(parts[1]), symbols.count == 1
      else { return nil }
      let kind: FeatureKind = head == "begins" ? .begins : .ends
      return Parsed(key: kind.key(symbols[0], length), place: 0, isKnown: known)
    }
    return Self.numeric.first { "\($0.kind)" == head }.flatMap { Self.number(rest, $0) }
  }

  private static func number(_ text: Substring, _ digits: Digits) -> Parsed? {
    let numbers = text.split(separator: "|", omittingEmptySubsequences: false).map { Int($0).map { $0 - digits.least } }
    guard numbers.count == digits.count else { return nil }
    var value = 0
    for number in digits.isReversed ? numbers.reversed() : numbers {
      guard let number, (0..<digits.base).contains(number) else { return nil }
      value = value * digits.base + number
    }
    // Nothing is the same as its neighbours nearly everywhere: that is no feature.
    if digits.kind == .repeats, value == 0 { return nil }
    return Parsed(key: digits.kind.key(UInt16(value)), place: 0, isKnown: true)
  }

  private func gram(_ offset: Int, _ text: Substring) -> Parsed? {
    guard let (symbols, known) = symbols(text), symbols.count <= 2 else { return nil }
    let kind: FeatureKind = symbols.count == 1 ? .unigram : .bigram
    guard offset >= -2, offset + 2 < kind.placeCount else { return nil }
    return Parsed(key: kind.key(symbols[0], symbols.count == 2 ? symbols[1] : 0), place: offset + 2, isKnown: known)
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
    guard let (kind, a, b) = FeatureKind.parts(of: key) else { return nil }
    switch kind {
    case .unigram: return symbolText([a]).map { "\(place - 2)|\($0)" }
    case .bigram: return symbolText([a, b]).map { "\(place - 2)|\($0)" }
    case .begins, .ends: return symbolText([a]).map { "\(kind)|\(b)|\($0)" }
    case .reach, .path, .repeats, .after:
      return Self.numeric.first { $0.kind == kind }.map { Self.text(Int(a), $0) }
    }
  }

  private static func text(_ value: Int, _ digits: Digits) -> String {
    var rest = value
    var numbers: [Int] = []
    for _ in 0..<digits.count {
      numbers.append(rest % digits.base + digits.least)
      rest /= digits.base
    }
    return ([String(describing: digits.kind)] + (digits.isReversed ? numbers : numbers.reversed()).map(String.init))
      .joined(separator: "|")
  }

  private func symbolText(_ symbols: [UInt16]) -> String? {
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

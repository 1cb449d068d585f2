/// What kind of character a scalar is, as `Dictionaries/characters/classes.tsv` says.
///
/// The raw values stand in compiled dictionaries: append, never renumber.
public enum CharacterClass: UInt8, Sendable, CaseIterable {
  case other = 0
  case han, letter, digit, kana, hangul, numeral
  case space, `break`
  case open, close, punct, symbol
  /// Combining marks: they belong to the character before them.
  case mark
  /// Zero-width characters that may stand inside a word without ending it.
  case ignorable
}

extension CharacterClass {
  /// The class of that name in `classes.tsv`.
  package init?(name: some StringProtocol) {
    guard let match = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = match
  }

  /// Whether runs of this class stay whole: `WTO`, `2025`, `ソニー`.
  package var formsRuns: Bool {
    switch self {
    case .letter, .digit, .kana, .hangul, .numeral: true
    default: false
    }
  }

  /// Whether matching passes over the character, which then belongs to what stands before it.
  package var isAttached: Bool { self == .mark || self == .ignorable }

  /// Whether no word of the lexicon reaches over a character of this class.
  package var endsWords: Bool {
    switch self {
    case .space, .break, .open, .close, .punct: true
    default: false
    }
  }
}

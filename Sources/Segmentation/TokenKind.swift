import Lexicon

/// What made a token one.
public enum TokenKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  /// A word of the lexicon, or a Han character that is in no word.
  case word = 0
  /// A word of the user's.
  case user
  /// Arabic or Chinese numerals: 24.13万, 37%, 二十三, 百分之五, 第一.
  case number
  /// A number with 年, 月, 日 or 时: 2025年, 三十一日.
  case time
  /// A run of letters, or of letters and digits: WTO, 5G, COVID-19.
  case latin
  /// A URL or an e-mail address.
  case address
  case punctuation
  case space
  case lineBreak
  /// Anything else: symbols, stray marks.
  case other
}

extension TokenKind {
  @inline(__always) var isWhiteSpace: Bool { self == .space || self == .lineBreak }

  /// The kind of a token of one character of `class`.
  init(ofCharacter class: CharacterClass) {
    switch `class` {
    case .han: self = .word
    case .letter, .kana, .hangul: self = .latin
    case .digit, .numeral: self = .number
    case .space: self = .space
    case .break: self = .lineBreak
    case .open, .close, .punct: self = .punctuation
    case .symbol, .mark, .ignorable, .other: self = .other
    }
  }
}

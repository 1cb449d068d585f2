package import Lexicon

/// A piece of the text: a range of bytes, what made it a token, and where the trie knows it from.
package struct Token: Sendable, Equatable {
  /// Byte offsets into the buffer that was segmented, end exclusive.
  package var start: UInt32
  package var end: UInt32
  /// Kind in the high byte; below it the trie's node or the number of the user's word.
  private var origin: UInt32

  @inline(__always) init(start: UInt32, end: UInt32, kind: TokenKind, origin: UInt32) {
    self.start = start
    self.end = end
    self.origin = UInt32(kind.rawValue) << 24 | origin
  }

  @inline(__always) package var kind: TokenKind {
    TokenKind(rawValue: UInt8(truncatingIfNeeded: origin >> 24 & 0x7F)) ?? .other
  }

  /// Whether this is a word inside the token before it, as mode `search` gives them.
  package var isPart: Bool { origin >> 31 == 1 }

  @inline(__always) mutating func markAsPart() { origin |= 1 << 31 }

  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The word of the lexicon that this token is, if any.
  package func word(in lexicon: Lexicon) -> WordID? {
    let number = origin & 0xFF_FFFF
    switch kind {
    case .word: return number == 0 ? nil : lexicon.word(atNode: Int(number))
    case .user: return lexicon.user.map { WordID(raw: $0.firstWord + number) }
    default: return nil
    }
  }
}

package import Lexicon

/// A piece of the text: a range of UTF-8 bytes, and what made it a token.
public struct Token: Sendable, Equatable, BitwiseCopyable {
  /// Byte offsets into the UTF-8 that was segmented, end exclusive; on scalar boundaries.
  public internal(set) var start: UInt32
  public internal(set) var end: UInt32
  /// The trie's node, or the number of the user's word.
  let origin: UInt32
  // Stored, since what another module has computed is a call for each token.
  package let kind: TokenKind
  /// Whether this is not on the best path: a word inside the token before it (`search`), or across others (`full`).
  public private(set) var isPart = false
  /// Whether this is white space or a line break, which no other interface counts as a word.
  public let isWhiteSpace: Bool

  @inline(__always) init(start: UInt32, end: UInt32, kind: TokenKind, origin: UInt32) {
    self.start = start
    self.end = end
    self.origin = origin
    self.kind = kind
    isWhiteSpace = kind.isWhiteSpace
  }

  @inline(__always) mutating func markAsPart() { isPart = true }

  package var range: Range<Int> { Int(start)..<Int(end) }

  /// The word of the lexicon that this token is, if any.
  package func word(in lexicon: Lexicon) -> WordID? {
    let number = origin
    switch kind {
    case .word: return number == 0 ? nil : lexicon.word(atNode: Int(number))
    case .user: return lexicon.user.map { WordID(raw: $0.firstWord + number) }
    default: return nil
    }
  }
}

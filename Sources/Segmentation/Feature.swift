/// What the model looks at: a pattern of characters, or what the lexicon says of one, as a key of 64 bits.
///
/// The key is the kind << 48 and three fields of 16 bits below it. *Symbols* in the fields are codes of characters, or one
/// of ``Symbol`` for a token that is not cut. A pattern of several characters has a vector of weights for each place from
/// which a character may see it, so that one look-up serves them all.
package enum FeatureKind: UInt8, Sendable, CaseIterable {
  /// One, two or three symbols in a row.
  case unigram = 1, bigram, trigram
  /// The symbols before and after a character.
  case around
  /// A character with the length of the longest word that begins, ends, or goes on there.
  case begins, ends, inside
  /// These three lengths together.
  case lengths
  /// Numeral roles and kinds of the characters around, from −1 to +1.
  case roles
  /// Which of the characters around are the same.
  case repeats
  /// The tags that the best path through the lexicon gives, from −1 to +1.
  case path
  /// The tag before.
  case after

  /// From how many places a character may see the pattern. Those of one symbol are seen from two characters off; the place
  /// `k` of a pattern is the character two less `k` behind the pattern's first.
  package var placeCount: Int {
    switch self {
    case .unigram: 5
    case .bigram: 4
    case .trigram: 3
    default: 1
    }
  }

  @inline(__always) package func key(_ a: UInt16, _ b: UInt16 = 0, _ c: UInt16 = 0) -> UInt64 {
    UInt64(rawValue) << 48 | UInt64(a) << 32 | UInt64(b) << 16 | UInt64(c)
  }
}

/// Codes that stand for what is not cut; characters never have them (``CharacterCode``).
package enum Symbol {
  /// Spaces, line breaks, and what lies beyond a sign or the end of the text.
  package static var edge: UInt16 { 0 }
  package static var number: UInt16 { 37 }
  package static var time: UInt16 { 38 }
  /// Latin words, addresses, and the user's words, which are mostly names as well.
  package static var foreign: UInt16 { 39 }
}

/// Where a character stands in its word. The raw values stand in compiled dictionaries.
package enum PositionTag: UInt8, Sendable, CaseIterable {
  case begin = 0, middle, end, single
}

import Lexicon

/// What the model looks at: a pattern of characters, or what the lexicon says of one, as a key of 64 bits.
///
/// The key is the kind << 48 and two fields of 16 bits below it. *Symbols* in the fields are codes of characters, or one
/// of ``Symbol`` for a token that is not cut. A pattern of characters has a vector of weights for each place from which a
/// character may see it, so that one look-up serves them all.
package enum FeatureKind: UInt8, Sendable, CaseIterable {
  /// One or two symbols in a row.
  case unigram = 1, bigram
  /// A character with the length of the longest word that begins or ends there.
  case begins, ends
  /// The lengths of the longest words around a character: ending before it, ending and beginning with it, beginning
  /// behind it.
  case reach
  /// The tags that the best path through the lexicon gives, from −1 to +1.
  case path
  /// Which of the characters around are the same.
  case repeats
  /// The tag before.
  case after

  /// From how many places a character may see the pattern. Those of one symbol are seen from two characters off; the place
  /// `k` of a pattern is the character two less `k` behind the pattern's first.
  package var placeCount: Int {
    switch self {
    case .unigram: SegmentationWeights.unigramPlaces
    case .bigram: SegmentationWeights.bigramPlaces
    default: 1
    }
  }

  @inline(__always) package func key(_ a: UInt16, _ b: UInt16 = 0) -> UInt64 {
    UInt64(rawValue) << 48 | UInt64(a) << 16 | UInt64(b)
  }

  /// The kind and the two fields of a key; nil if it has no kind.
  package static func parts(of key: UInt64) -> (kind: FeatureKind, a: UInt16, b: UInt16)? {
    FeatureKind(rawValue: UInt8(truncatingIfNeeded: key >> 48)).map {
      ($0, UInt16(truncatingIfNeeded: key >> 16), UInt16(truncatingIfNeeded: key))
    }
  }

  /// Where the vectors of a kind that names no character begin in ``SegmentationWeights/shared``; nil for other kinds.
  package var sharedStart: Int? {
    switch self {
    case .reach: SegmentationWeights.reachStart
    case .path: SegmentationWeights.pathStart
    case .repeats: SegmentationWeights.repeatsStart
    case .after: SegmentationWeights.afterStart
    default: nil
    }
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

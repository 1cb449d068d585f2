package import Lexicon

/// What features see of a word: the word itself, or the group of words that it is one of.
///
/// A word that was seen in training speaks for itself; a number, a word that training did not have or hardly had, is seen
/// as one of its group. The symbols of groups are below ``TagModel/firstWordClass`` and are their classes as well.
package enum TagSymbol {
  /// Before the first and behind the last word of a line.
  package static var edge: UInt16 { 0 }

  /// A token that is no word, by what made it one.
  @inline(__always) package static func kind(_ kind: TokenKind) -> UInt16 { 1 &+ UInt16(kind.rawValue) }

  /// The longest word whose length is told, in scalars; longer ones are taken for words of this length.
  package static var longest: Int { 4 }

  /// A word that the lexicon does not have, by its length.
  @inline(__always) package static func unknown(length: Int) -> UInt16 {
    24 &+ UInt16(truncatingIfNeeded: min(length, longest))
  }

  /// A word of the lexicon that training did not have, by the tag that the lexicon gives it.
  @inline(__always) package static func lexical(_ tag: TagID) -> UInt16 { 32 &+ UInt16(tag.raw) }

  /// Lexicons with more tags than this have no tagger.
  package static var maximumTagCount: Int { TagModel.firstWordClass - 32 }

  /// A word, by its number in the lexicon.
  @inline(__always) package static func word(_ word: WordID) -> UInt32 {
    UInt32(truncatingIfNeeded: TagModel.firstWordClass) &+ word.raw
  }
}

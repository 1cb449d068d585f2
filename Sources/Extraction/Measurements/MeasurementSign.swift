/// One unit of a sentence as measurements read it: a quantity, a time, an entity, a word of the tables, or any other word
/// by its part of speech.
struct MeasurementSign: BitwiseCopyable {
  enum Kind: UInt8 {
    case quantity, time, entity
    /// A word of ``MeasurementVocabulary``.
    case cue
    /// A word whose part of speech nobody asked for yet.
    case word
    /// What a noun phrase may be made of, and what only stands before nouns.
    case noun, modifier
    case verb, adverb
    /// 了, 着, 过; 的 is ``of``.
    case particle, of
    case other, space
    case comma, enumeration, semicolon, colon, stop
    case open, close, openQuote, closeQuote
  }

  var kind: Kind
  /// Whether it belongs to a base, a share or a source, and tells neither time nor thing.
  var isTaken = false
  /// Whether a list settled this quantity.
  var isListed = false
  /// The index of the quantity, time or entity in the article, the cue's number, or the word's token; -1 for the rest.
  let value: Int32
  /// In bytes of the block's normalized text.
  let lower: Int32
  let upper: Int32

  init(_ kind: Kind, value: Int = -1, _ range: Range<Int>) {
    self.kind = kind
    self.value = Int32(truncatingIfNeeded: value)
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  var range: Range<Int> { Int(lower)..<Int(upper) }
}

public import Text

/// A word of a text, or a number, a mark, an address that stays whole.
public struct Word: Sendable, Hashable {
  public let text: Substring
  /// Its place, in UTF-8 offsets of the text that was given.
  public let span: Span
  /// Its part of speech: `n`, `vn`, or `NOUN` if Universal ones were asked for; see ``TagSet``.
  public let tag: String
  /// Whether it is not on the best path through the text: in mode `search` one of the shorter words inside the word before
  /// it, in mode `full` any word that `fast` would not give.
  public let isPart: Bool

  /// Its place in the `String` that was given.
  public var range: Range<String.Index> { text.startIndex..<text.endIndex }
}

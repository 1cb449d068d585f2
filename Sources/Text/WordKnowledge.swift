/// What reflow may ask a lexicon, which it does not know itself (the lexicon builds on this module).
public protocol WordKnowledge: Sendable {
  /// Whether a word of two characters or more stands across the break between `tail` and `head`.
  ///
  /// Both are valid UTF-8 in the characters of the original: the last characters of a line (at most eight) and the
  /// first ones of the next. Asked once a doubtful line break, so it may take microseconds, not more.
  func joins(_ tail: ArraySlice<UInt8>, _ head: ArraySlice<UInt8>) -> Bool
}

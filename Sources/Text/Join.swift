/// A line break that is read over, because the sentence goes on after it.
public struct Join: Hashable, Sendable {
  /// From the end of the one line to the start of the next, blank lines and indents included.
  public let gap: Span
  /// The strongest of the signs that spoke for joining.
  public let reason: Reason

  package init(gap: Span, reason: Reason) {
    self.gap = gap
    self.reason = reason
  }

  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// The next line opens with a mark that cannot open a sentence: `，` `。` `”`.
    case closingMark
    /// The next line opens with one or two characters and a comma or full stop: `向，在…`, the tail of a word.
    case stub
    /// A word of the lexicon stands across the break.
    case word
    /// A quotation mark or bracket is still open.
    case openBracket
    /// The line ends with `，` or `、` in the middle of prose.
    case comma
    /// The line fills the column, as all lines of its kind do.
    case fullLine
    /// The line is prose and ends without any closing mark.
    case unfinished
    /// The two lines make up one headline.
    case headline
  }
}

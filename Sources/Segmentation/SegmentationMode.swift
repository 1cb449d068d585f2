/// How text is cut into words.
public enum SegmentationMode: String, Sendable, CaseIterable {
  /// ICU's words, with its own small dictionary: the baseline.
  case icu
  /// The best path through the lexicon.
  case fast
  /// As the news standard cuts, decided by a trained linear model inside the frame of `fast`: numbers, dates, Latin words
  /// and the user's words stay as `fast` has them.
  case precise
  /// As `fast`, and after each word the shorter words inside it, for indexing.
  ///
  /// Not on the cut of `precise`: a query has few neighbours, a document many, and what depends least on them is found
  /// most surely.
  case search
  /// All words of the lexicon wherever they begin, overlapping; a single character only where no longer word covers it.
  case full
}

/// How text is cut into words.
public enum SegmentationMode: String, Sendable, CaseIterable {
  /// ICU's words, with its own small dictionary: the baseline.
  case icu
  /// The best path through the lexicon.
  case fast
  /// As `fast`, and after each word the shorter words inside it, for indexing.
  case search
}

public import Text

/// The time that the relative times of an article (去年, 昨天, a bare 5日) count from.
public struct ReferenceTime: Sendable, Hashable {
  /// Where it is from.
  public enum Source: String, Sendable, Hashable, CaseIterable {
    /// The caller's.
    case given
    /// The article's dateline or date line: `新华社北京2024年4月30日电`.
    case dateline
    /// The date of publication in the head of a web page.
    case published
  }

  public let moment: Moment
  public let source: Source
  /// Where the text says it; nil unless it is the dateline.
  public let span: Span?

  public init(moment: Moment, source: Source, span: Span? = nil) {
    self.moment = moment
    self.source = source
    self.span = span
  }
}

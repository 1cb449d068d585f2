public import Text

/// Who says what.
///
/// `周敏说：“今天很好。”` gives the speaker 周敏, the verb 说 and the quoted content 今天很好。
public struct Statement: Sendable, Hashable {
  /// What sort of saying the verb names; the raw values are those of `Dictionaries/discourse/speech-verbs.tsv`.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case say, believe, demand, announce, deny, admit, ask, answer, promise, praise, blame, recall, write, learn
  }

  /// The person or organization that speaks; nil if the text does not name it (知情人士).
  public let speaker: Entity?
  /// The words of the text for the speaker: a name, 他, 一位知情人士; nil where it goes without saying.
  public let speakerText: String?
  /// Where those words stand.
  public let speakerSpan: Span?
  /// The verb's span; nil where only a colon stands (周敏：“…”).
  public let verb: Span?
  public let verbText: String?
  public let kind: Kind
  /// Whether `content` is told in the speaker's own words, in quotation marks.
  public let isQuoted: Bool
  /// From the first to the last of speaker, verb and content.
  public let span: Span
  /// What is said, without the quotation marks around it; it may go over several sentences.
  public let content: Span

  public init(
    speaker: Entity?, speakerText: String?, speakerSpan: Span?, verb: Span?, verbText: String?, kind: Kind,
    isQuoted: Bool, span: Span, content: Span
  ) {
    self.speaker = speaker
    self.speakerText = speakerText
    self.speakerSpan = speakerSpan
    self.verb = verb
    self.verbText = verbText
    self.kind = kind
    self.isQuoted = isQuoted
    self.span = span
    self.content = content
  }
}

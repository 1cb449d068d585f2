public import Text

/// Who holds which post of which organization, as one construction of the text says it.
///
/// `2021年3月，周敏当选市总工会主席。` gives the person 周敏, the title 主席, the organization 市总工会, the time and the event
/// ``Event/elected``; `周敏的秘书` gives nothing.
public struct Role: Sendable, Hashable {
  /// How the text qualifies the post.
  public enum Qualifier: String, Sendable, Hashable, CaseIterable {
    /// 原, 前, 曾任, 时任, and what is left or taken away by the event.
    case former
    /// 代, 代理.
    case acting
    /// 候任, 拟任, 提名: not yet in the post.
    case designate
    /// 兼, 兼任: beside another post.
    case concurrent
    /// 名誉, 荣誉.
    case honorary
  }

  /// What happened, where the text tells of a change and not only of a state.
  public enum Event: String, Sendable, Hashable, CaseIterable {
    /// 任命, 出任, 接任.
    case appointed
    /// 当选, 选举.
    case elected
    /// 提名, 拟任.
    case nominated
    /// 评为, 授予: a title of honour.
    case awarded
    /// 卸任, 辞去, 不再担任.
    case departed
    /// 免去, 罢免.
    case removed
  }

  /// A part of a role and the place in the text that says it.
  public struct Evidence: Sendable, Hashable {
    public enum Part: String, Sendable, Hashable {
      case person, title, organization, place, time, qualifier
      /// The verb, or the word that leads in: 任命, 作为, 来自.
      case cue
    }

    public let part: Part
    /// In UTF-8 offsets of the original text.
    public let span: Span

    public init(part: Part, span: Span) {
      self.part = part
      self.span = span
    }
  }

  public let person: Entity
  /// nil where the text names only the organization (来自…的…).
  public let title: Entity?
  /// nil where the text names only the post.
  public let organization: Entity?
  /// The place right before the organization or, where the title carries its organization (云岭市 | 市长), before the title.
  public let place: Entity?
  /// When, as the clause says: the day of the event, the years in the post.
  public let time: NumericFact?
  public let qualifier: Qualifier?
  /// nil where the text only says that the post is held.
  public let event: Event?
  /// From the first to the last of the parts that stand in the sentence; a person who is only meant (他, or nothing) may
  /// stand before it.
  public let span: Span
  /// The sentence that says it.
  public let sentence: Span
  /// The construction that joined the parts: `title-before`, `predicate` …
  public let construction: String
  /// Where each part stands, in the order of the text. The place of a person is that of the pronoun, where one stands for
  /// the name.
  public let evidence: [Evidence]

  public init(
    person: Entity, title: Entity?, organization: Entity?, place: Entity? = nil, time: NumericFact? = nil,
    qualifier: Qualifier? = nil, event: Event? = nil, span: Span, sentence: Span, construction: String,
    evidence: [Evidence] = []
  ) {
    self.person = person
    self.title = title
    self.organization = organization
    self.place = place
    self.time = time
    self.qualifier = qualifier
    self.event = event
    self.span = span
    self.sentence = sentence
    self.construction = construction
    self.evidence = evidence
  }
}

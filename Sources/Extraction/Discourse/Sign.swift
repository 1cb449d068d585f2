/// One unit of a sentence as roles and statements read it: an entity, a time, a word of the discourse tables, a mark, or
/// a stretch of other text.
struct Sign {
  enum Kind: UInt8 {
    case person, title, organization, place
    /// An entity of a type that a user's rule made.
    case otherEntity
    case time
    /// 第十四届: may stand before a post.
    case ordinal
    /// A word of ``DiscourseVocabulary``.
    case cue
    case other
    /// ，
    case comma
    /// 、
    case enumeration
    /// ；
    case semicolon
    /// ：
    case colon
    /// 。！？ and line breaks
    case stop
    case open, close
    case openQuote, closeQuote
  }

  /// An entity, as far as signs tell of it.
  struct Named {
    let kind: Kind
    /// Of a title: its kind takes no organization from a post before it.
    let ownsLevel: Bool
    /// Of a title: it is of a kind that is kept for life (老劳模 and 老艺人 are no former ones).
    let isForLife: Bool
    /// Of an organization: its nature, by its kind.
    let body: OrganizationBody?
  }

  let kind: Kind
  /// The entity's or the time's index in the article, the cue's number in the vocabulary; -1 for the rest.
  let value: Int32
  /// In bytes of the block's normalized text.
  let lower: Int32
  let upper: Int32
  /// Of a title: what its own first word says (代市长).
  var qualifier: Role.Qualifier?
  /// Of a title: the bytes of that word.
  var qualifierUpper: Int32 = 0
  /// Of a title: whether it names its own level (副省长) or belongs to nobody (教授).
  var ownsLevel = false
  /// Of an organization: its nature; of a title: that of the bodies that have such posts.
  var body: OrganizationBody?

  init(_ kind: Kind, value: Int = -1, _ range: Range<Int>) {
    self.kind = kind
    self.value = Int32(truncatingIfNeeded: value)
    lower = Int32(truncatingIfNeeded: range.lowerBound)
    upper = Int32(truncatingIfNeeded: range.upperBound)
  }

  var range: Range<Int> { Int(lower)..<Int(upper) }
  var count: Int { Int(upper - lower) }
}

extension Sign.Kind {
  /// - Parameter type: a number in ``RuleSet/types``.
  init(ofType type: UInt8) {
    switch type {
    case RuleSet.person: self = .person
    case RuleSet.title: self = .title
    case RuleSet.organization: self = .organization
    case RuleSet.place: self = .place
    default: self = .otherEntity
    }
  }
}

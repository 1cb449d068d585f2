/// A role before spans and entities are made of it. Ranges are in bytes of the block.
struct RoleFinding: Equatable {
  /// An entity, and where the sentence says it: nil where it goes without saying.
  ///
  /// In 32 bits, because findings are copied often.
  struct Mention: Equatable {
    private let number: Int32
    /// -1 without a range.
    private let lower: Int32
    private let upper: Int32

    init(entity: Int, range: Range<Int>? = nil) {
      number = Int32(truncatingIfNeeded: entity)
      lower = Int32(truncatingIfNeeded: range?.lowerBound ?? -1)
      upper = Int32(truncatingIfNeeded: range?.upperBound ?? -1)
    }

    var entity: Int { Int(number) }
    var range: Range<Int>? { lower < 0 ? nil : Int(lower)..<Int(upper) }
  }

  var person: Mention
  var title: Mention?
  var organization: Mention?
  var place: Mention?
  /// The index of a time in the article.
  var time: Mention?
  var qualifier: Role.Qualifier?
  var qualifierRange: Range<Int>?
  var event: Role.Event?
  var cue: Range<Int>?
  let construction: RoleConstruction
  /// The sentence, by its number in the block.
  let sentence: Int

  /// Whether the other one says the same of the same words.
  func repeats(_ other: RoleFinding) -> Bool {
    person.entity == other.person.entity && title == other.title && organization?.entity == other.organization?.entity
  }
}

/// How person and post stand to each other; the raw values are those of the output.
enum RoleConstruction: String {
  /// 市总工会主席周敏
  case titleBefore = "title-before"
  /// 周敏主席
  case titleAfter = "title-after"
  /// 周敏任市总工会主席
  case predicate
  /// 任命周敏为市总工会主席
  case appointment
  /// 周敏接替马骏任市总工会主席: what it says of 马骏
  case succession
  /// 市总工会主席由周敏担任
  case passive
  /// 作为市总工会主席，周敏…
  case `as`
  /// 曾任市总工会主席的周敏
  case relative
  /// 来自云岭大学的周敏
  case from
  /// 周敏（市总工会主席）
  case parenthesis
  /// 周敏，市总工会主席，…
  case apposition
  /// 2003年至2008年，市教育局局长
  case timeline
}

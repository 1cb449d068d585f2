import Lexicon

/// The words that join people, posts and what is said, from `roles/*.tsv`, `discourse/*.tsv` and `titles/prefixes.tsv`.
///
/// A class, because every row of signs holds it.
final class DiscourseVocabulary: Sendable {
  /// A verb that ties a person to a post.
  struct RoleVerb: Sendable, Equatable {
    /// What follows it.
    enum Object: String { case post, person, predecessor, none, copula }
    /// nil where it tells that a post is held.
    var event: Role.Event?
    var qualifier: Role.Qualifier?
    var object: Object
  }

  struct SpeechVerb: Sendable, Equatable {
    var kind: Statement.Kind
    /// Whether what is said may follow without a mark.
    var takesClause: Bool
  }

  /// What a function word does; the raw values are those of `discourse/function-words.tsv`.
  enum Meaning: String {
    case not, `as`, from, by, each, he, etc, according, source, of, and, at, object, people, filler, saying, stationed
    case postNoun = "post-noun"
  }

  /// All that the tables say of a word.
  struct Cue: Sendable {
    var verb: RoleVerb?
    var speech: SpeechVerb?
    var meaning: Meaning?
    var qualifier: Role.Qualifier?
    /// Ends titles that take no organization from a post before them.
    var ownsLevel = false
    /// Ends titles that only bodies of one nature have (董事长, 主教练).
    var body: OrganizationBody?
    /// 医生, 村民: names people, but no person.
    var isPeople = false

    /// Whether it counts at the end of a title, too, where it is no word by itself.
    var endsTitles: Bool { ownsLevel || body != nil }
  }

  let cues: [Cue]
  private let numbers: KeyNumbers
  /// Cues of words that only a class of the user's layer tells.
  private let byClass: [(id: ClassID, number: Int32)]
  /// The classes of all words that have a cue, and of those that count at the end of titles, too, inside longer words.
  let classes: ClassSet
  let endingClasses: ClassSet

  init(lexicon: Lexicon) {
    let builder = DiscourseVocabularyBuilder(lexicon: lexicon)
    cues = builder.cues
    numbers = builder.numbers
    byClass = builder.byClass
    classes = builder.classes
    endingClasses = ClassSet(
      [DiscourseVocabularyBuilder.levelClass, DiscourseVocabularyBuilder.bodyClass]
        .compactMap { lexicon.classID(named: $0) })
  }

  /// The number of the word's cue, or nil if the tables say nothing of it.
  @inline(__always)
  func cue(of edge: RuleInput.Edge) -> Int32? {
    if (edge.classes.low & classes.low) | (edge.classes.high & classes.high) == 0 { return nil }
    if let number = numbers[UInt64(edge.word.raw)] { return Int32(truncatingIfNeeded: number) }
    return byClass.first { edge.classes.contains($0.id) }?.number
  }
}

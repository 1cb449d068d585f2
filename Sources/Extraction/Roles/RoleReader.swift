/// Reads who holds which post from the signs of a block, sentence after sentence.
///
/// Each construction (``RoleConstruction``) stands in a file of its own. What one sentence leaves for the next is whom it was
/// about: 他 and a verb without a subject (历任…) refer to that person.
///
/// - Complexity: O(signs): lists and looks back are bounded.
struct RoleReader {
  /// The most people or posts that one list ties together; longer ones are cut.
  static let longestList = 48
  /// How many signs are looked at in front of a verb.
  static let reach = 24

  let row: SignRow
  /// The signs of the sentence that is read.
  private(set) var sentence = 0..<0
  private(set) var number = 0
  var found: [RoleFinding] = []
  /// Where the roles of the sentence begin in ``found``.
  private(set) var firstOfSentence = 0

  /// Who the clause is about, or one before it.
  var subject: Subject?
  /// The person that the sentences before this one were about.
  private(set) var topic: RoleFinding.Mention?
  /// Whether a verb without a subject may refer to ``topic``: the sentence before began with that person.
  private(set) var topicLeads = false
  /// The post that a predicate brought last, whose organization a second one may share (A任主席，B任副主席).
  var shared: RoleFinding?
  /// The same for posts before names, and where its people end.
  var sharedBefore: (role: RoleFinding, end: Int)?
  /// The verb whose objects may go on: 任命A为主席，B为副主席.
  var appointing: (event: Role.Event?, qualifier: Role.Qualifier?, cue: Range<Int>?)?

  /// The only firm of the last sentence of the block that named any (``giveBodies()``).
  var lastFirm: RoleFinding.Mention?

  /// Whether the lines go on with what ``appointing`` opened.
  private var isList = false

  struct Subject {
    var people: [RoleFinding.Mention]
    /// The sign after it.
    var end: Int
    /// Whether it stands in the clause that is read.
    var isOfClause: Bool
  }

  /// What one block leaves for the next.
  struct Outlook {
    var topic: RoleFinding.Mention?
    var topicLeads = false
    /// The verb of a list that goes on.
    var appointing: (event: Role.Event?, qualifier: Role.Qualifier?)?
  }

  init(row: SignRow, outlook: Outlook) {
    self.row = row
    topic = outlook.topic
    topicLeads = outlook.topicLeads
    appointing = outlook.appointing.map { ($0.event, $0.qualifier, nil) }
    isList = appointing != nil
  }

  var outlook: Outlook {
    Outlook(
      topic: topic, topicLeads: topicLeads, appointing: isList ? appointing.map { ($0.event, $0.qualifier) } : nil)
  }

  mutating func readAll() {
    for (number, sentence) in row.sentences.enumerated() { read(sentence, number) }
  }

  private mutating func read(_ range: Range<Int>, _ index: Int) {
    sentence = range
    number = index
    firstOfSentence = found.count
    subject = nil
    shared = nil
    sharedBefore = nil
    appointing?.cue = nil
    var position = range.lowerBound
    var isPlain = true
    while position < range.upperBound {
      switch signs[position].kind {
      case .person:
        isPlain = false
        position = readPeople(at: position)
      case .cue: position = readCue(at: position)
      case .time where position == range.lowerBound: position = readTimeline(at: position)
      case .comma, .semicolon, .colon, .stop, .openQuote, .closeQuote:
        subject?.isOfClause = false
        position += 1
      default: position += 1
      }
    }
    // 任命：, and a name with a post on each line below.
    isList = endsWithColon(range) || isList && found.count > firstOfSentence
    if !isList { appointing = nil }
    giveBodies()
    finish(isPlain)
  }

  /// 任命：
  private func endsWithColon(_ range: Range<Int>) -> Bool {
    range.suffix(2).contains { signs[$0].kind == .colon }
  }

  /// Settles whom the next sentence may refer to.
  private mutating func finish(_ isPlain: Bool) {
    guard let subject, subject.people.count == 1 else {
      if subject != nil {
        topic = nil
        topicLeads = false
      } else if !isPlain {
        topicLeads = false
      }
      return
    }
    let mention = subject.people[0]
    var start = sentence.first { isContent($0) } ?? sentence.lowerBound
    // 简历：周敏，男，…
    if signs[start].kind == .other, kind(start + 1) == .colon, kind(start + 2) == .person { start += 2 }
    let leads = signs[start].kind == .person && Int(signs[start].value) == mention.entity
    topicLeads = leads || topicLeads && mention.entity == topic?.entity
    topic = RoleFinding.Mention(entity: mention.entity)
  }

  private mutating func readCue(at position: Int) -> Int {
    let cue = row.vocabulary.cues[Int(signs[position].value)]
    if cue.meaning == .he {
      if let topic = singleSubject ?? topic {
        let mention = RoleFinding.Mention(entity: topic.entity, range: signs[position].range)
        if !(subject?.isOfClause ?? false) || cue.verb == nil {
          subject = Subject(people: [mention], end: position + 1, isOfClause: true)
        }
      }
      return position + 1
    }
    if let verb = cue.verb { return max(readVerb(at: position, verb), position + 1) }
    if cue.meaning == .as { return max(readAs(at: position), position + 1) }
    if cue.meaning == .from { return max(readOriginAfter(at: position), position + 1) }
    return position + 1
  }

  private var singleSubject: RoleFinding.Mention? {
    guard let subject, subject.people.count == 1 else { return nil }
    return subject.people[0]
  }

  private mutating func readPeople(at position: Int) -> Int {
    let list = people(from: position)
    let start = readTitleBefore(list)
    readOrigin(list, from: start)
    readTitleAfter(list)
    var end = readParenthesis(list)
    end = max(end, readApposition(list, from: start))
    let isOfClause = subject?.isOfClause ?? false
    if !isOfClause, !isObject(start) {
      subject = Subject(people: list.members, end: list.range.upperBound, isOfClause: true)
    }
    if appointing != nil { readAppointee(list) }
    return end
  }
}

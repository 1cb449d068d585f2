import Text

/// Reads roles and statements of an article, block after block, once its entities are settled.
struct DiscourseReader {
  private let entities: [Entity]
  private let times: [NumericFact]
  private let cues: [CueHit]
  /// The signs of the block that is read.
  private var row: SignRow
  private(set) var roles: [Role] = []
  private(set) var statements: [Statement] = []
  private var outlook = RoleReader.Outlook()
  private var lastSpeaker: Int?
  private var lastPerson: Int?

  /// - Parameters:
  ///   - entities: all of the article, in order; roles and statements name them.
  ///   - times: all of the article.
  ///   - cues: all of the article; the sentences tell their own.
  ///   - named: what the entities tell as signs.
  init(
    vocabulary: DiscourseVocabulary, entities: [Entity], times: [NumericFact], cues: [CueHit], named: [Sign.Named]
  ) {
    self.entities = entities
    self.times = times
    self.cues = cues
    row = SignRow(vocabulary: vocabulary, named: named)
  }

  /// Reads a block, its sentences in order.
  ///
  /// - Parameters:
  ///   - firstEntity: the index in the article of the first entity of these sentences.
  ///   - isStory: whether 他 in the blocks below may mean a person of this one; false for bylines.
  /// - Complexity: O(bytes of the block).
  mutating func read(
    _ sentences: ArraySlice<ExtractionWorker.Sentence>, firstEntity: Int, of text: NormalizedText, isStory: Bool
  ) {
    guard sentences.contains(where: { !$0.cues.isEmpty || $0.ranges.count > 1 }) else { return }
    row.clear()
    var firstEntity = firstEntity
    for index in sentences.indices {
      cues.withUnsafeBufferPointer {
        row.add(
          SignRow.Parts(
            range: sentences[index].range, ranges: sentences[index].ranges, times: sentences[index].times,
            ordinals: sentences[index].ordinals, cues: UnsafeBufferPointer(rebasing: $0[sentences[index].cues])),
          firstEntity: firstEntity, of: text.bytes)
      }
      firstEntity += sentences[index].ranges.count
    }
    var roleReader = RoleReader(row: row, outlook: outlook)
    roleReader.readAll()
    if isStory { outlook = roleReader.outlook }
    // A role is large to move.
    if roles.isEmpty, !roleReader.found.isEmpty { roles.reserveCapacity(16) }
    for finding in roleReader.found {
      roles.append(role(finding, text, sentences[sentences.startIndex + finding.sentence].range))
    }
    var statementReader = StatementReader(row: row, lastSpeaker: lastSpeaker, lastPerson: lastPerson)
    statementReader.readAll()
    if isStory {
      lastSpeaker = statementReader.lastSpeaker
      lastPerson = statementReader.lastPerson
    }
    for finding in statementReader.found { statements.append(statement(finding, text)) }
  }

  private func role(_ finding: RoleFinding, _ text: NormalizedText, _ sentence: Range<Int>) -> Role {
    var evidence: [Role.Evidence] = []
    evidence.reserveCapacity(7)
    /// Adds a part in the order of the text; those of one place stay as they come.
    func add(_ part: Role.Evidence.Part, _ range: Range<Int>?) {
      guard let range else { return }
      let new = Role.Evidence(part: part, span: text.span(range))
      evidence.append(new)
      var place = evidence.count - 1
      while place > 0, new.span < evidence[place - 1].span {
        evidence[place] = evidence[place - 1]
        place -= 1
      }
      evidence[place] = new
    }
    add(.person, finding.person.range)
    add(.title, finding.title?.range)
    add(.organization, finding.organization?.range)
    add(.place, finding.place?.range)
    add(.time, finding.time?.range)
    add(.qualifier, finding.qualifierRange)
    add(.cue, finding.cue)
    let lower = evidence.first?.span.lower ?? 0
    let upper = evidence.reduce(lower) { max($0, $1.span.upper) }
    return Role(
      person: entities[finding.person.entity], title: finding.title.map { entities[$0.entity] },
      organization: finding.organization.map { entities[$0.entity] }, place: finding.place.map { entities[$0.entity] },
      time: finding.time.map { times[$0.entity] }, qualifier: finding.qualifier, event: finding.event,
      span: Span(lower: lower, upper: upper), sentence: text.span(sentence),
      construction: finding.construction.rawValue, evidence: evidence)
  }

  private func statement(_ finding: StatementFinding, _ text: NormalizedText) -> Statement {
    let content = text.span(finding.content)
    let speaker = finding.speakerRange.map { text.span($0) }
    let verb = finding.verb.map { text.span($0) }
    let lower = min(content.lower, speaker?.lower ?? content.lower, verb?.lower ?? content.lower)
    let upper = max(content.upper, speaker?.upper ?? content.upper, verb?.upper ?? content.upper)
    return Statement(
      speaker: finding.speaker.map { entities[$0] }, speakerText: finding.speakerRange.map { text.text($0) },
      speakerSpan: speaker, verb: verb, verbText: finding.verb.map { text.text($0) }, kind: finding.kind,
      isQuoted: finding.isQuoted, span: Span(lower: lower, upper: upper), content: content)
  }
}

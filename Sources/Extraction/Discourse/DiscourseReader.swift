import Text

/// Reads roles and statements of an article, block after block, once its entities are settled.
struct DiscourseReader {
  private let entities: [Entity]
  private let times: [NumericFact]
  /// The signs of the block that is read.
  private var row: SignRow
  private(set) var roles: [Role] = []
  private(set) var statements: [Statement] = []
  private var outlook = RoleReader.Outlook()
  private var lastSpeaker: Int?
  private var lastPerson: Int?

  /// The kinds of titles that nobody lays down: who is old in a craft still has it.
  private static let keptForLife = ["honour", "culture", "technical", "worker"]

  /// - Parameters:
  ///   - entities: all of the article, in order; roles and statements name them.
  ///   - times: all of the article.
  init(vocabulary: DiscourseVocabulary, entities: [Entity], times: [NumericFact]) {
    self.entities = entities
    self.times = times
    row = SignRow(
      vocabulary: vocabulary,
      named: entities.map { entity in
        Sign.Named(
          kind: Sign.Kind(entity.category), isHonour: entity.kind == "honour",
          isForLife: entity.kind.map { Self.keptForLife.contains($0) } ?? false)
      })
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
      row.add(sentences[index], firstEntity: firstEntity, of: text.bytes)
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
      let span = text.span(range)
      var place = evidence.count
      while place > 0, span < evidence[place - 1].span { place -= 1 }
      evidence.insert(Role.Evidence(part: part, span: span), at: place)
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

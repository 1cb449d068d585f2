import Text

/// Reads roles and statements of an article, block after block, once its entities are settled.
struct DiscourseReader {
  private let vocabulary: DiscourseVocabulary
  private let entities: [Entity]
  private let named: [Sign.Named]
  private let times: [NumericFact]
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
    self.vocabulary = vocabulary
    self.entities = entities
    named = entities.map { entity in
      Sign.Named(
        kind: Sign.Kind(entity.category), isHonour: entity.kind == "honour",
        isForLife: entity.kind.map { Self.keptForLife.contains($0) } ?? false)
    }
    self.times = times
  }

  /// Reads a block, its sentences in order.
  ///
  /// - Parameter isStory: whether 他 in the blocks below may mean a person of this one; false for bylines.
  /// - Complexity: O(bytes of the block).
  mutating func read(_ sentences: [SignRow.Parts], of text: NormalizedText, isStory: Bool) {
    guard sentences.contains(where: { !$0.cues.isEmpty || $0.entities.count > 1 }) else { return }
    var row = SignRow(vocabulary: vocabulary, named: named)
    for sentence in sentences { row.add(sentence, of: text.bytes) }
    var roleReader = RoleReader(row: row, outlook: outlook)
    roleReader.readAll()
    if isStory { outlook = roleReader.outlook }
    for finding in roleReader.found { roles.append(role(finding, text, sentences[finding.sentence].range)) }
    var statementReader = StatementReader(row: row, lastSpeaker: lastSpeaker, lastPerson: lastPerson)
    statementReader.readAll()
    if isStory {
      lastSpeaker = statementReader.lastSpeaker
      lastPerson = statementReader.lastPerson
    }
    for finding in statementReader.found { statements.append(statement(finding, text)) }
  }

  private func role(_ finding: RoleFinding, _ text: NormalizedText, _ sentence: Range<Int>) -> Role {
    let parts: [(Role.Evidence.Part, Range<Int>?)] = [
      (.person, finding.person.range), (.title, finding.title?.range), (.organization, finding.organization?.range),
      (.place, finding.place?.range), (.time, finding.time?.range), (.qualifier, finding.qualifierRange),
      (.cue, finding.cue),
    ]
    let evidence = parts.compactMap { part, range in range.map { Role.Evidence(part: part, span: text.span($0)) } }
      .sorted { $0.span < $1.span }
    let lower = evidence.map(\.span.lower).min() ?? 0
    let upper = evidence.map(\.span.upper).max() ?? lower
    return Role(
      person: entities[finding.person.entity], title: finding.title.map { entities[$0.entity] },
      organization: finding.organization.map { entities[$0.entity] }, place: finding.place.map { entities[$0.entity] },
      time: finding.time.map { times[$0.entity] }, qualifier: finding.qualifier, event: finding.event,
      span: Span(lower: lower, upper: upper), sentence: text.span(sentence),
      construction: finding.construction.rawValue, evidence: evidence)
  }

  private func statement(_ finding: StatementFinding, _ text: NormalizedText) -> Statement {
    let content = text.span(finding.content)
    let speaker = finding.speakerRange.map(text.span)
    let verb = finding.verb.map(text.span)
    let spans = [content, speaker, verb].compactMap(\.self)
    return Statement(
      speaker: finding.speaker.map { entities[$0] }, speakerText: finding.speakerRange.map(text.text),
      speakerSpan: speaker, verb: verb, verbText: finding.verb.map(text.text), kind: finding.kind,
      isQuoted: finding.isQuoted,
      span: Span(
        lower: spans.map(\.lower).min() ?? content.lower, upper: spans.map(\.upper).max() ?? content.upper),
      content: content)
  }
}

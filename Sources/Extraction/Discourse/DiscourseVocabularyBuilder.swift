import Lexicon

/// Reads the tables of the ``DiscourseVocabulary``.
struct DiscourseVocabularyBuilder {
  typealias Cue = DiscourseVocabulary.Cue
  typealias RoleVerb = DiscourseVocabulary.RoleVerb
  typealias SpeechVerb = DiscourseVocabulary.SpeechVerb
  typealias Meaning = DiscourseVocabulary.Meaning

  private(set) var cues: [Cue] = []
  /// By word.
  private(set) var numbers = KeyNumbers(capacity: 2_048)
  /// Cues of words that only a class of the user's layer tells.
  private(set) var byClass: [(id: ClassID, number: Int32)] = []
  private(set) var classes = ClassSet()

  init(lexicon: Lexicon) {
    addVerbs(of: lexicon)
    addTable("discourse/speech-verbs", class: "SAY-VERB", columns: 3, of: lexicon) { row, cue in
      guard let kind = Statement.Kind(rawValue: row[1]) else { return }
      cue.speech = SpeechVerb(kind: kind, takesClause: row[2] == "clause")
    }
    addTable("discourse/function-words", class: "DISCOURSE-WORD", columns: 2, of: lexicon) { row, cue in
      cue.meaning = Meaning(rawValue: row[1])
      cue.isPeople = cue.isPeople || cue.meaning == .people
    }
    addTable("roles/own-organization", class: Self.levelClass, of: lexicon) { _, cue in cue.ownsLevel = true }
    addTable("roles/post-bodies", class: Self.bodyClass, columns: 2, of: lexicon) { row, cue in
      cue.body = OrganizationBody(rawValue: row[1])
    }
    addQualifiers(of: lexicon)
    for name in ["PERSON-NOUN", "OCCUPATION"] { addClass(name, Cue(isPeople: true), of: lexicon) }
    addClass("SAY-VERB", Cue(speech: SpeechVerb(kind: .say, takesClause: true)), of: lexicon)
    addClass(Self.levelClass, Cue(ownsLevel: true), of: lexicon)
  }

  /// The class of ``Cue/ownsLevel``.
  static let levelClass = "TITLE-SELF"
  /// The class of ``Cue/body``.
  static let bodyClass = "TITLE-OF-BODY"

  private mutating func addVerbs(of lexicon: Lexicon) {
    addTable("roles/verbs", class: "ROLE-VERB", columns: 4, of: lexicon) { row, cue in
      guard let object = RoleVerb.Object(rawValue: row[3]) else { return }
      cue.verb = RoleVerb(
        event: Role.Event(rawValue: row[1]), qualifier: Role.Qualifier(rawValue: row[2]), object: object)
    }
    for event in Role.Event.allCases {
      let qualifier: Role.Qualifier? = event == .departed || event == .removed ? .former : nil
      addClass(
        "ROLE-VERB.\(event.rawValue)",
        Cue(verb: RoleVerb(event: event, qualifier: qualifier, object: .post)), of: lexicon)
    }
    addClass("ROLE-VERB.holds", Cue(verb: RoleVerb(object: .post)), of: lexicon)
  }

  private mutating func addQualifiers(of lexicon: Lexicon) {
    addTable("titles/prefixes", class: nil, columns: 2, of: lexicon) { row, cue in
      cue.qualifier = Role.Qualifier(prefix: row[1])
    }
    for qualifier in Role.Qualifier.allCases {
      addClass("TITLE-PREFIX.\(qualifier.prefixName)", Cue(qualifier: qualifier), of: lexicon)
    }
  }

  /// Adds the rows of a table; `change` sets what a row says. Nothing happens where the lexicon lacks the table, or has it with
  /// fewer columns.
  private mutating func addTable(
    _ name: String, class className: String?, columns: Int = 1, of lexicon: Lexicon,
    _ change: (TableRows.Row, inout Cue) -> Void
  ) {
    if let className, let id = lexicon.classID(named: className) { classes.insert(id) }
    guard let rows = lexicon.rows(of: name), rows.columns.count >= columns else { return }
    for index in rows.indices {
      let row = rows[index]
      guard let word = lexicon.lookUp(row[0]) else { continue }
      let known = numbers[UInt64(word.raw)]
      var cue = known.map { cues[$0] } ?? Cue()
      change(row, &cue)
      if let known {
        cues[known] = cue
      } else {
        numbers.set(cues.count, of: UInt64(word.raw))
        cues.append(cue)
      }
    }
  }

  private mutating func addClass(_ name: String, _ cue: Cue, of lexicon: Lexicon) {
    guard let id = lexicon.classID(named: name) else { return }
    classes.insert(id)
    byClass.append((id, Int32(cues.count)))
    cues.append(cue)
  }
}

extension Role.Qualifier {
  /// The meaning in `titles/prefixes.tsv` that says the same.
  var prefixName: String { self == .designate ? "elect" : rawValue }

  init?(prefix: String) {
    guard let qualifier = Self.allCases.first(where: { $0.prefixName == prefix }) else { return nil }
    self = qualifier
  }
}

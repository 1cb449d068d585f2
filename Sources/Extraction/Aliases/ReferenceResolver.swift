import Text

/// Settles what the names of an article refer to, once all of them are known.
///
/// Places first, because names that leave their place out are made whole with them; then all names are noted with where
/// they stand; then each is looked up.
///
/// - Complexity: O(*n* log *n*) in the names of the article.
struct ReferenceResolver {
  /// What a mention refers to.
  struct Settled {
    var references: [Entity.Reference] = []
    /// nil leaves the canonical form as it is.
    var canonical: String?
    var place: Place?
    /// What the places in the name refer to, by how they are written.
    var inner: [String: Settled] = [:]
    var isEmpty: Bool { references.isEmpty && canonical == nil && place == nil && inner.isEmpty }
  }

  /// The confidence from which on the best reference is told as the canonical name.
  private static let decided = 0.5

  private let tables: AliasTables
  private let known: KnownPlaces
  private let origins: [(name: [UInt32], span: Span)]
  private var places: PlaceResolver
  private var levels: LevelPlaces
  private var organizations: OrganizationResolver
  private var people: PersonResolver

  /// - Parameters:
  ///   - known: what the tables say of places, kept from article to article.
  ///   - origins: where the article is from, as folded scalars.
  init(tables: AliasTables, known: KnownPlaces, origins: [(name: [UInt32], span: Span)]) {
    self.tables = tables
    self.known = known
    self.origins = origins
    places = PlaceResolver(known: known)
    levels = LevelPlaces(tables: tables)
    organizations = OrganizationResolver(tables: tables)
    people = PersonResolver(tables: tables)
  }

  /// By sentence and mention: what it refers to.
  mutating func resolve(_ sentences: [SentenceNames]) -> [[Settled]] {
    var settled = sentences.map { Array(repeating: Settled(), count: $0.mentions.count) }
    let resolved = places.resolve(placeMentions(sentences))
    note(sentences)
    note(resolved)
    var order = 0
    for (index, sentence) in sentences.enumerated() {
      for number in sentence.mentions.indices {
        settled[index][number] = settle(number, of: sentence, index, at: order)
        order += 1
      }
    }
    settle(resolved, sentences, &settled)
    return settled
  }

  // MARK: Noting

  private func placeMentions(_ sentences: [SentenceNames]) -> [PlaceMention] {
    var found = origins.map {
      PlaceMention(position: .origin, name: $0.name, sentence: -1, touchesPrevious: false, span: $0.span)
    }
    var order = 0
    for (index, sentence) in sentences.enumerated() {
      var isBehindPlace = false
      for mention in sentence.mentions {
        var touches = mention.gap == 0 && isBehindPlace
        if mention.category == .place {
          found.append(
            PlaceMention(
              position: .entity(order), name: mention.scalars, sentence: index, touchesPrevious: touches,
              span: mention.span))
        }
        for lead in mention.leads {
          found.append(
            PlaceMention(
              position: .inside(order), name: Array(mention.scalars[lead]), sentence: index, touchesPrevious: touches,
              span: mention.span))
          touches = true
        }
        isBehindPlace = mention.category == .place
        order += 1
      }
    }
    return found
  }

  private mutating func note(_ sentences: [SentenceNames]) {
    for definition in sentences.lazy.flatMap(\.definitions) { organizations.define(definition) }
    var order = 0
    for sentence in sentences {
      for (number, mention) in sentence.mentions.enumerated() {
        switch mention.category {
        case .organization: organizations.note(mention, at: order)
        case .person: people.note(mention, at: order, title: title(beside: number, of: sentence))
        default: break
        }
        order += 1
      }
    }
  }

  private mutating func note(_ resolved: [ResolvedPlace]) {
    for place in resolved {
      let mention = place.mention
      var order = -1
      var isOrigin = false
      switch mention.position {
      case .origin: isOrigin = true
      case .entity(let number), .inside(let number): order = number
      }
      var names: [String]
      if let best = place.readings.first, best.reading.table == .divisions {
        let facts = known[best.reading]
        names = [facts.name]
        if best.confidence >= Self.decided { names += facts.ancestors.reversed().map { known[$0].name } }
      } else if let holder = place.holder, holder.table == .divisions {
        names = [String(folded: mention.name)]
        names += (known[holder].ancestors + [holder]).reversed().map { known[$0].name }
      } else {
        names = [String(folded: mention.name)]
      }
      for (index, name) in names.enumerated() {
        levels.note(
          name, at: order, sentence: mention.sentence, isOrigin: isOrigin,
          isNamed: index == 0, evidence: mention.span)
      }
    }
  }

  /// The title that touches a name, before or behind it.
  private func title(beside number: Int, of sentence: SentenceNames) -> [UInt32]? {
    let mentions = sentence.mentions
    if number + 1 < mentions.count, mentions[number + 1].category == .title, mentions[number + 1].gap == 0 {
      return mentions[number + 1].scalars
    }
    if number > 0, mentions[number - 1].category == .title, mentions[number].gap == 0 {
      return mentions[number - 1].scalars
    }
    return nil
  }

  // MARK: Settling

  private mutating func settle(_ number: Int, of sentence: SentenceNames, _ index: Int, at order: Int) -> Settled {
    let mention = sentence.mentions[number]
    var settled = Settled()
    if let defined = organizations.definition(of: mention) {
      settled.references = [defined]
    } else if mention.category == .organization {
      settled.references = organizations.references(of: mention, at: order, sentence: index, places: levels)
      let composed = organizations.canonical(of: mention)
      if settled.references.isEmpty, composed != mention.text {
        settled.references = [Entity.Reference(name: composed, confidence: 0.95, source: .table)]
      }
    } else if mention.category == .person {
      settled.references = people.references(of: mention, at: order, title: title(beside: number, of: sentence))
    }
    if let best = settled.references.first {
      // The table's name does not stand against the article's.
      settled.canonical = best.confidence >= Self.decided ? best.name : mention.text
      if mention.category == .organization, best.confidence >= Self.decided {
        organizations.settle(mention, as: best.name)
      }
    }
    return settled
  }

  private mutating func settle(
    _ resolved: [ResolvedPlace], _ sentences: [SentenceNames], _ settled: inout [[Settled]]
  ) {
    var sentence = 0
    var first = 0
    for place in resolved {
      let order: Int
      switch place.mention.position {
      case .origin: continue
      case .entity(let number), .inside(let number): order = number
      }
      while order - first >= sentences[sentence].mentions.count {
        first += sentences[sentence].mentions.count
        sentence += 1
      }
      let name = String(folded: place.mention.name)
      if case .inside = place.mention.position {
        settled[sentence][order - first].inner[name] = settle(place, named: name)
      } else if settled[sentence][order - first].isEmpty {
        // What the article defines stands.
        settled[sentence][order - first] = settle(place, named: sentences[sentence].mentions[order - first].text)
      }
    }
  }

  private mutating func settle(_ place: ResolvedPlace, named text: String) -> Settled {
    var settled = Settled()
    guard let best = place.readings.first else {
      // No table has it; what holds it stands right before it.
      if let holder = place.holder, holder.table == .divisions {
        let parents = (known[holder].ancestors + [holder]).map { known[$0].name }
        let isDivision = (1...3).contains { length in
          length < place.mention.name.count
            && tables.isEntry(place.mention.name.suffix(length), of: tables.divisionSuffix)
        }
        settled.place = Place(code: nil, name: text, level: isDivision ? .township : .locality, parents: parents)
      }
      return settled
    }
    // A county of a name that others have now is told with what it lies in.
    let isAmbiguous = place.readings.count { known[$0.reading].isCurrent && $0.reading.table != .other } > 1
    func name(_ meant: Place?, _ reading: PlaceTables.Reading) -> String {
      guard let meant else { return known[reading].name }
      return isAmbiguous && meant.level == .county ? meant.path : meant.name
    }
    let meant = known.place(best.reading)
    if place.readings.count > 1 || name(meant, best.reading) != text {
      for (reading, confidence) in place.readings.prefix(5) where confidence >= 0.01 {
        let candidate = known.place(reading)
        settled.references.append(
          Entity.Reference(
            name: name(candidate, reading), confidence: confidence, source: .division, code: candidate?.code))
      }
    }
    guard best.confidence >= Self.decided else { return settled }
    settled.place = meant
    settled.canonical = name(meant, best.reading)
    return settled
  }
}

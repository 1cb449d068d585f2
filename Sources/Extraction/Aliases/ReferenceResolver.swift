import Text

/// Settles what the names of an article refer to, once all of them are known.
///
/// Places first, because names that leave their place out are made whole with them; then all names are noted with where
/// they stand; then each is looked up.
///
/// Its room is kept from one article to the next.
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

  private let known: KnownPlaces
  /// Whether to settle the places inside names, too.
  private let settlesInner: Bool
  /// The names of the article, and by sentence its own.
  private var mentions = ArticleNames()
  private var sentences: [Range<Int>] = []
  /// By mention, in the order of the text: the number of a person's or an organization's name, -1 for others.
  private var nameOf: [Int32] = []
  private var names = NameNumbers()
  private var levels = LevelPlaces()
  private var organizations: OrganizationResolver
  private var people: PersonResolver
  private var places = PlaceResolver()
  /// The places of the article, settled.
  private var resolved: [ResolvedPlace] = []

  /// What was settled, and by mention its number in it, or -1.
  private var settled: [Settled] = []
  private var settledOf: [Int32] = []

  /// - Parameters:
  ///   - known: what the tables say of places, kept from article to article.
  ///   - settlesInner: whether to settle what the places inside names refer to.
  init(tables: AliasTables, known: KnownPlaces, settlesInner: Bool) {
    self.known = known
    self.settlesInner = settlesInner
    organizations = OrganizationResolver(tables: tables, known: known)
    people = PersonResolver(tables: tables)
  }

  /// Calls `body` for each mention that refers to something, with its number in the article.
  ///
  /// - Parameters:
  ///   - mentions: the names of the article.
  ///   - read: its sentences; their entities are the names.
  ///   - origins: where it is from, as folded scalars.
  mutating func resolve(
    _ mentions: ArticleNames, _ read: [ExtractionWorker.Sentence], origins: [(name: [UInt32], span: Span)],
    _ body: (_ mention: Int, Settled) -> Void
  ) {
    begin(mentions, read, origins)
    noteNames()
    noteLevels()
    settledOf.reset(to: -1, count: nameOf.count)
    for sentence in sentences {
      for order in sentence where nameOf[order] >= 0 || hasDefinitions { settle(order, in: sentence) }
    }
    settlePlaces()
    for order in settledOf.indices where settledOf[order] >= 0 { body(order, settled[Int(settledOf[order])]) }
    end()
  }

  /// Takes in the names of an article.
  private mutating func begin(
    _ mentions: ArticleNames, _ read: [ExtractionWorker.Sentence], _ origins: [(name: [UInt32], span: Span)]
  ) {
    self.mentions = mentions
    for index in read.indices { sentences.append(read[index].entities) }
    known.beginArticle()
    resolved = places.resolve(PlaceMention.mentions(of: mentions, sentences, origins, known), known)
    for order in 0..<mentions.count {
      let type = mentions[order].type
      let isNumbered = type == RuleSet.organization || type == RuleSet.person
      nameOf.append(isNumbered ? Int32(truncatingIfNeeded: names.numbering(mentions[order].scalars)) : -1)
    }
    levels.begin(known)
    organizations.begin(nameCount: names.count)
    people.begin(nameCount: names.count, mentions)
    for index in read.indices where !read[index].definitions.isEmpty {
      for definition in read[index].definitions { organizations.define(definition, full: names[definition.full]) }
    }
  }

  /// Lets go of the article.
  private mutating func end() {
    mentions = ArticleNames()
    people.end()
    resolved = []
    sentences.removeAll(keepingCapacity: true)
    nameOf.removeAll(keepingCapacity: true)
    names.removeAll()
    settled.removeAll(keepingCapacity: true)
  }

  // MARK: Noting

  private mutating func noteNames() {
    for sentence in sentences {
      for order in sentence where nameOf[order] >= 0 {
        let name = Int(nameOf[order])
        if mentions[order].type == RuleSet.organization {
          organizations.note(mentions[order], name: name, at: order)
        } else {
          people.note(mentions[order], name: name, at: order, title: title(beside: order, in: sentence))
        }
      }
    }
    organizations.close()
    people.close()
  }

  private mutating func noteLevels() {
    for place in resolved {
      let name = place.mention.mentioned.name
      if let best = place.readings.first, best.facts.isDivision {
        note(best.facts.name, place, isNamed: true)
        if best.confidence >= Self.decided { note(best.facts.ancestors, place) }
      } else {
        note(name, place, isNamed: true)
        if place.readings.first == nil, let holder = place.holder, holder.isDivision {
          note(holder.name, place, isNamed: false)
          note(holder.ancestors, place)
        }
      }
    }
    levels.close()
  }

  /// Notes what a place lies in, the smallest first.
  private mutating func note(_ ancestors: [KnownPlaces.Facts], _ place: ResolvedPlace) {
    for ancestor in ancestors.reversed() { note(ancestor.name, place, isNamed: false) }
  }

  private mutating func note(_ name: KnownPlaces.Name, _ place: ResolvedPlace, isNamed: Bool) {
    var order = -1
    var isOrigin = false
    switch place.mention.position {
    case .origin: isOrigin = true
    case .entity(let number), .inside(let number): order = number
    }
    levels.note(name, at: order, isOrigin: isOrigin, isNamed: isNamed, evidence: place.mention.span)
  }

  /// The mention of the title that touches a name, before or behind it.
  private func title(beside order: Int, in sentence: Range<Int>) -> Int? {
    if order + 1 < sentence.upperBound, mentions[order + 1].type == RuleSet.title, mentions[order + 1].gap == 0 {
      return order + 1
    }
    if order > sentence.lowerBound, mentions[order - 1].type == RuleSet.title, mentions[order].gap == 0 {
      return order - 1
    }
    return nil
  }

  // MARK: Settling

  private var hasDefinitions: Bool { organizations.hasDefinitions }

  private mutating func settle(_ order: Int, in sentence: Range<Int>) {
    let mention = mentions[order]
    let name = Int(nameOf[order])
    var references: [Entity.Reference] = []
    if let defined = organizations.definition(of: mention) {
      references = [defined]
    } else if mention.type == RuleSet.organization {
      references = organizations.references(
        of: mention, at: order, firstOfSentence: sentence.lowerBound, places: levels)
      if references.isEmpty {
        let composed = organizations.canonical(of: mention)
        if composed != mention.text {
          references = [Entity.Reference(name: composed, confidence: 0.95, source: .table)]
        }
      }
    } else if mention.type == RuleSet.person {
      references = people.references(of: mention, name: name, at: order, title: title(beside: order, in: sentence))
    }
    guard let best = references.first else { return }
    // The table's name does not stand against the article's.
    let canonical = best.confidence >= Self.decided ? best.name : mention.text
    if mention.type == RuleSet.organization, best.confidence >= Self.decided {
      organizations.settle(name, as: best.name)
    }
    add(Settled(references: references, canonical: canonical), at: order)
  }

  private mutating func add(_ new: Settled, at order: Int) {
    settledOf[order] = Int32(truncatingIfNeeded: settled.count)
    settled.append(new)
  }

  private mutating func settlePlaces() {
    for place in resolved {
      switch place.mention.position {
      case .origin: continue
      case .inside(let order):
        guard settlesInner else { continue }
        let meant = place.settled(named: place.mention.mentioned.name.text, from: Self.decided)
        if settledOf[order] < 0 { add(Settled(), at: order) }
        settled[Int(settledOf[order])].inner[place.mention.mentioned.name.text] = meant
      case .entity(let order):
        // What the article defines stands.
        if settledOf[order] >= 0 { continue }
        let meant = place.settled(named: text(of: place), from: Self.decided)
        if !meant.isEmpty { add(meant, at: order) }
      }
    }
  }

  /// How the article writes the name of an entity.
  private func text(of place: ResolvedPlace) -> String {
    guard case .entity(let order) = place.mention.position else { return "" }
    return mentions[order].text
  }
}

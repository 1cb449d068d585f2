import Text

/// Settles which organization a short form means.
///
/// What the article defines goes first; then a name whose place is left out (市总工会) is looked for among the longer
/// names around it and made of the places of the level; then any longer name around that ends with it, then one that
/// it abbreviates. What the tables know stands beside these.
struct OrganizationResolver {
  private let tables: AliasTables
  private let known: KnownPlaces
  private var names: OrganizationNames
  /// What the article defines, with the number of the full name in the article.
  private var definitions: [[UInt32]: (definition: AliasDefinition, full: Int?)] = [:]

  init(tables: AliasTables, known: KnownPlaces) {
    self.tables = tables
    self.known = known
    names = OrganizationNames(tables: tables)
  }

  /// Forgets the article before.
  ///
  /// - Parameter nameCount: how many names the article has.
  mutating func begin(nameCount: Int) {
    names.begin(nameCount: nameCount)
    definitions.removeAll()
  }

  /// - Parameter full: the number of the full name in the article, if it has one.
  mutating func define(_ definition: AliasDefinition, full: Int?) {
    // The first one counts: a later one would change what was said before.
    if definitions[definition.short] == nil { definitions[definition.short] = (definition, full) }
  }

  var hasDefinitions: Bool { !definitions.isEmpty }

  /// What the article defines a name to mean, for names of any type.
  func definition(of mention: NameMention) -> Entity.Reference? {
    guard hasDefinitions, let (definition, full) = definitions[mention.scalars],
      definition.type == mention.type
    else { return nil }
    let name = full.flatMap { names.name($0)?.canonical } ?? definition.name
    return Entity.Reference(
      name: name, confidence: 0.99, source: .definition, evidence: definition.evidence)
  }

  /// Tells what the name of that number in the article has been settled as, for the mentions behind it.
  mutating func settle(_ name: Int, as full: String) { names.settle(name, as: full) }

  /// - Parameter name: the number of the name in the article.
  mutating func note(_ mention: NameMention, name: Int, at order: Int) {
    let tables = tables
    names.note(mention, name: name, at: order) { Self.canonical(of: $0, tables) }
  }

  /// Ends the noting.
  mutating func close() { names.close() }

  /// The name in full: as the tables have it, or with the general form of the office behind its place
  /// (北京市人民代表大会 for 北京市人大).
  func canonical(of mention: NameMention) -> String { Self.canonical(of: mention, tables) }

  private static func canonical(of mention: NameMention, _ tables: AliasTables) -> String {
    if let name = mention.tableName { return name }
    guard let lead = mention.leads.last?.upperBound, lead < mention.scalars.count else { return mention.text }
    // 北京|市人大 is listed with its level, 北京市|人大 without.
    for length in stride(from: 3, through: 0, by: -1) where length < lead {
      let rest = mention.scalars[(lead - length)...]
      guard length == 0 || tables.isEntry(rest.prefix(length), of: tables.divisionSuffix),
        let full = tables.fullForm(ofShort: rest)
      else { continue }
      let place = String(folded: mention.scalars[..<lead])
      if let name = composed(place, level: rest.prefix(length), full: full) { return name }
    }
    return mention.text
  }

  /// A place and the general form of an office, the level in it replaced by the place: 中国人民政治协商会议|市|委员会.
  private static func composed(_ place: String, level: ArraySlice<UInt32>, full: String) -> String? {
    if level.isEmpty { return full.utf8.starts(with: "中国".utf8) ? nil : place + full }
    // Scalar by scalar: a search for characters takes thousands of instructions.
    let scalars = full.unicodeScalars
    for start in scalars.indices where scalars[start].value == level.first {
      let rest = scalars[start...]
      if rest.lazy.map(\.value).starts(with: level) {
        // A part of a string would be appended character by character.
        return String(full[..<start]) + place + String(full[rest.index(start, offsetBy: level.count)...])
      }
    }
    return place + full
  }

  /// - Parameters:
  ///   - order: the number of the mention in the article; that of the first of its sentence.
  ///   - places: the places of the article by level.
  func references(
    of mention: NameMention, at order: Int, firstOfSentence: Int, places: LevelPlaces
  ) -> [Entity.Reference] {
    var found = Weights()
    let level = tables.levelLength(of: mention)
    if let level, let number = known.levelNumber(of: mention.scalars[..<level]) {
      let rest = mention.scalars[level...]
      let full = tables.fullForm(ofShort: mention.scalars[...])
      for place in places.places(of: number, around: order, firstOfSentence: firstOfSentence) {
        let name =
          full.flatMap { Self.composed(place.text, level: mention.scalars[..<level], full: $0) }
          ?? place.text + String(folded: rest)
        found.add(name, place.weight, .omission, place.evidence)
      }
    }
    // What the tables say of 市人大 says nothing about the city, and a general form (高级人民法院) nothing at all.
    let isKnown =
      level == nil
      && (mention.tableName.map { $0 != mention.text } ?? false
        || tables.isEntry(mention.scalars[...], of: tables.organization))
    let weight = mention.scalars.count > 2 ? 5.0 : 3.0
    for (index, longer) in names.namesEnding(with: mention.scalars, around: order).prefix(4).enumerated() {
      let share = (longer.isBefore ? weight : weight / 3) / Double(1 + 3 * index)
      found.add(longer.name.canonical, isKnown ? share / 2 : share, .omission, longer.name.mention.span)
    }
    // 市委 of the tables is no 市人民代表大会常务委员会, though its characters stand in it.
    if found.isEmpty && !tables.isEntry(mention.scalars[...], of: tables.organizationShort) || isKnown {
      let longer = names.namesAbbreviated(mention.scalars, around: order).filter { !keepsEnding(of: $0.name, mention) }
      for (index, longer) in longer.prefix(4).enumerated() {
        found.add(
          longer.name.canonical, (longer.isBefore ? 4 : 2) / Double(1 + 2 * index), .abbreviation,
          longer.name.mention.span)
      }
    }
    if isKnown { found.add(canonical(of: mention), 2.5, .table, nil) }
    return found.references(of: mention.text)
  }

  /// Whether all behind the place of a name is how the longer one ends: 朝阳区|总工会 is no short form of
  /// 朝阳区安贞街道|总工会, nor 云南|大学 of 云南农业|大学; and an office of a place is none of another one: 朝阳|区委.
  private func keepsEnding(of longer: OrganizationNames.Name, _ mention: NameMention) -> Bool {
    guard let lead = mention.leads.last?.upperBound else { return false }
    for level in 0...min(2, lead) where tables.isEntry(mention.scalars[(lead - level)...], of: tables.organizationShort)
    {
      return true
    }
    let rest = mention.scalars[lead...]
    return rest.count >= 2 && longer.mention.scalars.suffix(rest.count).elementsEqual(rest)
  }

  /// Names with what speaks for each.
  private struct Weights {
    private var list: [(name: String, weight: Double, source: Entity.Reference.Source, evidence: Span?)] = []
    var isEmpty: Bool { list.isEmpty }

    mutating func add(_ name: String, _ weight: Double, _ source: Entity.Reference.Source, _ evidence: Span?) {
      guard let index = list.firstIndex(where: { $0.name == name }) else {
        return list.append((name, weight, source, evidence))
      }
      list[index].weight += weight
    }

    /// The share of each; a part of the sum is left for what nobody has thought of.
    func references(of text: String) -> [Entity.Reference] {
      if list.isEmpty { return [] }
      // The only thing known of it is itself.
      if list.count == 1, list[0].name == text { return [] }
      if list.count == 1, list[0].source == .table {
        return [.init(name: list[0].name, confidence: 0.95, source: .table)]
      }
      let sum = list.reduce(0.6) { $0 + $1.weight }
      let sorted = list.enumerated().sorted {
        $0.element.weight != $1.element.weight ? $0.element.weight > $1.element.weight : $0.offset < $1.offset
      }
      return sorted.prefix(5).map { _, item in
        Entity.Reference(
          name: item.name, confidence: item.weight / sum, source: item.source, evidence: item.evidence)
      }
    }
  }
}

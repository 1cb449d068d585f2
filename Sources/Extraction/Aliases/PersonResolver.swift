import Text

/// Settles whom a part of a name means: 方 in 方主席, 志远, 冈萨雷斯, 王女士.
///
/// A part means the one named last whose name has it, or else the first one named behind. The title beside it tells
/// between several of a surname.
///
/// - Complexity: O(log n) for each mention.
struct PersonResolver {
  /// A full name of the article.
  private struct Person {
    let text: String
    let evidence: Span
    /// The mentions of titles that stand beside it, some of them.
    var titles = SIMD8<Int32>()
    var titleCount = 0
  }

  private let tables: AliasTables
  private var mentions = ArticleNames()
  private var people: [Person] = []
  /// By the number of the name in the article: its number in ``people``, or -1.
  private var numbers: [Int32] = []
  private var bySurname = NearestNames()
  private var byGiven = NearestNames()
  private var byLast = NearestNames()

  init(tables: AliasTables) { self.tables = tables }

  /// Forgets the article before.
  ///
  /// - Parameters:
  ///   - nameCount: how many names the article has.
  ///   - mentions: the article's.
  mutating func begin(nameCount: Int, _ mentions: ArticleNames) {
    self.mentions = mentions
    people.removeAll(keepingCapacity: true)
    numbers.reset(to: -1, count: nameCount)
    bySurname.begin()
    byGiven.begin()
    byLast.begin()
  }

  /// Notes a person named in full; mentions come in ascending order.
  ///
  /// - Parameters:
  ///   - name: the number of the name in the article.
  ///   - title: the mention of the title right beside the name.
  mutating func note(_ mention: NameMention, name: Int, at order: Int, title: Int?) {
    let scalars = mention.scalars
    let isNew = numbers[name] < 0
    if isNew {
      guard isFull(scalars) else { return }
      numbers[name] = Int32(truncatingIfNeeded: people.count)
      people.append(Person(text: mention.text, evidence: mention.span))
    }
    let number = Int(numbers[name])
    if let title, people[number].titleCount < 8,
      !hasTitle(number, where: { $0 == mentions[title].scalars })
    {
      people[number].titles[people[number].titleCount] = Int32(truncatingIfNeeded: title)
      people[number].titleCount += 1
    }
    if let point = scalars.lastIndex(where: NameMention.isPoint) {
      byLast.note(number, at: order, for: NearestNames.key(scalars[(point + 1)...]), isNew: isNew)
    } else if let length = tables.surnameLength(of: scalars) {
      bySurname.note(number, at: order, for: NearestNames.key(scalars[..<length]), isNew: isNew)
      byGiven.note(number, at: order, for: NearestNames.key(scalars[length...]), isNew: isNew)
    }
  }

  /// Whether one of the titles beside a person's name is such.
  private func hasTitle(_ person: Int, where isSuch: ([UInt32]) -> Bool) -> Bool {
    for index in 0..<people[person].titleCount
    where isSuch(mentions[Int(people[person].titles[index])].scalars) {
      return true
    }
    return false
  }

  /// Lets go of the article's mentions.
  mutating func end() { mentions = ArticleNames() }

  /// Ends the noting.
  mutating func close() {
    bySurname.close()
    byGiven.close()
    byLast.close()
  }

  /// Whom a mention means; nothing for a full name.
  ///
  /// - Parameter name: the number of the name in the article.
  func references(of mention: NameMention, name: Int, at order: Int, title: Int?) -> [Entity.Reference] {
    let scalars = mention.scalars
    let key = NearestNames.key(scalars)
    // First, because 佩特连科 could be a full name by its characters.
    let last = byLast.names(of: key, around: order)
    if !last.isEmpty { return ranked(last, sharing: byLast.count(of: key), title) }
    // So could 晓云, by a rare surname; where a 林晓云 is named she is meant.
    if scalars.count == 2 {
      let given = byGiven.names(of: key, around: order)
      if !given.isEmpty { return ranked(given, sharing: byGiven.count(of: key), title) }
    }
    guard numbers[name] < 0 else { return [] }
    if let surname = surname(of: scalars) {
      let key = NearestNames.key(surname)
      return ranked(bySurname.names(of: key, around: order), sharing: bySurname.count(of: key), title)
    }
    return []
  }

  /// A name that others may be part of: with a point, or a Chinese one that is no surname with 女士 or 某.
  private func isFull(_ scalars: [UInt32]) -> Bool {
    if scalars.contains(where: NameMention.isPoint) { return true }
    return surname(of: scalars) == nil && tables.surnameLength(of: scalars) != nil
  }

  /// The surname of a mention that tells no more than it: 方, 王女士, 王某.
  private func surname(of scalars: [UInt32]) -> [UInt32]? {
    for length in [2, 1] where length <= scalars.count && tables.isEntry(scalars[..<length], of: tables.surname) {
      let rest = scalars[length...]
      if rest.isEmpty || tables.isEntry(rest, of: tables.honorific) || rest.allSatisfy({ $0 == Self.somebody }) {
        return Array(scalars[..<length])
      }
    }
    return nil
  }
  private static let somebody: UInt32 = 0x67D0  // 某

  private func ranked(
    _ names: [(name: Int, order: Int, isBefore: Bool)], sharing: Int, _ title: Int?
  ) -> [Entity.Reference] {
    guard !names.isEmpty else { return [] }
    var weights = names.prefix(4).enumerated().map { index, found -> (name: Int, weight: Double) in
      var weight = found.isBefore ? 4.0 / Double(index * 3 + 1) : 1.0 / Double(index + 1)
      if let title, hasTitle(found.name, where: { Self.agree($0, mentions[title].scalars) }) { weight *= 8 }
      return (found.name, weight)
    }
    weights.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.name < $1.name }
    // Even the only one of a surname may not be meant.
    let sum = weights.reduce(sharing > weights.count ? 1.2 : 0.4) { $0 + $1.weight }
    return weights.map { name, weight in
      Entity.Reference(
        name: people[name].text, confidence: weight / sum, source: .memory, evidence: people[name].evidence)
    }
  }

  /// One title is the end of the other: 主席 and 副主席 do not agree, 主席 and 工会主席 do.
  private static func agree(_ a: [UInt32], _ b: [UInt32]) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.suffix(short.count).elementsEqual(short) else { return false }
    return long.count == short.count || long[long.count - short.count - 1] != 0x526F  // 副
  }
}

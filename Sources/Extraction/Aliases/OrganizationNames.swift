import Text

/// The organizations that an article names, by what their short forms may be.
struct OrganizationNames {
  /// A name as it stands, once.
  struct Name {
    let mention: NameMention
    /// Whether it is itself a short form of an office that leaves something out (区总工会, 人民法院): it makes others whole
    /// only once it has been settled.
    let isShort: Bool
    /// In full: with the general form of the office (人民代表大会 for 人大), or as the tables or the article define it.
    var canonical: String
  }

  private let tables: AliasTables
  private(set) var names: [Name] = []
  /// By the number of the name in the article: its number in ``names``, or -1.
  private var numbers: [Int32] = []
  /// The hashes of what remains of names without their front, see ``hash(_:)``; and by name where its own begin and end.
  private var endings: [UInt64] = []
  private var endingsOf: [Range<Int>] = []
  private var byEnding = NearestNames()
  private var byHead = NearestNames()

  init(tables: AliasTables) { self.tables = tables }

  /// Forgets the article before.
  ///
  /// - Parameter nameCount: how many names the article has.
  mutating func begin(nameCount: Int) {
    names.removeAll(keepingCapacity: true)
    numbers.reset(to: -1, count: nameCount)
    endings.removeAll(keepingCapacity: true)
    endingsOf.removeAll(keepingCapacity: true)
    byEnding.begin()
    byHead.begin()
  }

  /// What is known of the name of that number in the article; nil if it is no organization's.
  func name(_ number: Int) -> Name? { numbers[number] < 0 ? nil : names[Int(numbers[number])] }

  /// Notes a mention; they come in ascending order.
  ///
  /// - Parameters:
  ///   - name: the number of the name in the article.
  ///   - canonical: the name in full, asked for where the name is new.
  mutating func note(_ mention: NameMention, name: Int, at order: Int, canonical: (NameMention) -> String) {
    let isNew = numbers[name] < 0
    if isNew {
      numbers[name] = Int32(truncatingIfNeeded: names.count)
      let isShort =
        tables.isEntry(mention.scalars[...], of: tables.organizationShort)
        && !tables.isEntry(mention.scalars[...], of: tables.organization)
      names.append(Name(mention: mention, isShort: isShort, canonical: canonical(mention)))
      addEndings(of: mention)
    }
    let number = Int(numbers[name])
    for ending in endingsOf[number] { byEnding.note(number, at: order, for: endings[ending], isNew: isNew) }
    if let first = mention.scalars.first {
      byHead.note(number, at: order, for: UInt64(first), isNew: isNew)
      for lead in mention.leads where lead.upperBound < mention.scalars.count {
        let head = mention.scalars[lead.upperBound]
        if head != first { byHead.note(number, at: order, for: UInt64(head), isNew: isNew) }
      }
    }
  }

  /// Ends the noting.
  mutating func close() {
    byEnding.close()
    byHead.close()
  }

  /// Tells what the name of that number in the article has been settled as.
  mutating func settle(_ number: Int, as canonical: String) {
    if numbers[number] >= 0 { names[Int(numbers[number])].canonical = canonical }
  }

  /// Longer names around a mention that end with it, or with what it stands for (学校: …大学).
  func namesEnding(with short: [UInt32], around order: Int) -> [(name: Name, isBefore: Bool)] {
    byEnding.names(of: Self.hash(short[...]), around: order).compactMap { found in
      let name = names[found.name]
      if name.isShort, name.canonical == name.mention.text { return nil }
      guard name.mention.scalars.count > short.count, ends(name.mention.scalars, with: short) else { return nil }
      return (name, found.isBefore)
    }
  }

  /// Names around a mention that it may be an abbreviation of.
  func namesAbbreviated(_ short: [UInt32], around order: Int) -> [(name: Name, isBefore: Bool)] {
    guard let first = short.first, Abbreviation.lengths ~= short.count else { return [] }
    return byHead.names(of: UInt64(first), around: order).compactMap { found in
      Abbreviation.names(short, names[found.name].mention) ? (names[found.name], found.isBefore) : nil
    }
  }

  /// Adds the hash of each proper ending that begins with a word, and of each generic word that may stand for the name.
  private mutating func addEndings(of mention: NameMention) {
    let scalars = mention.scalars
    let first = endings.count
    var hash = Self.seed
    for start in stride(from: scalars.count - 1, to: 0, by: -1) {
      hash = Self.mixed(hash, scalars[start])
      if scalars.count - start >= 2,
        mention.isBoundary(start) || mention.leads.contains(where: { Self.cuts($0, start) })
      {
        endings.append(hash)
      }
    }
    tables.forEachGenericName(of: scalars) { generic, ending in
      // The generic word itself is among the endings already.
      let hash = Self.hash(generic[...])
      if ending != generic || !endings[first...].contains(hash) { endings.append(hash) }
    }
    endingsOf.append(first..<endings.count)
  }

  /// Whether a name that begins at `start` begins with the last character of the place: 市总工会 of 北京市总工会.
  private static func cuts(_ lead: Range<Int>, _ start: Int) -> Bool { start == lead.upperBound - 1 }

  private func ends(_ scalars: [UInt32], with short: [UInt32]) -> Bool {
    if scalars.suffix(short.count).elementsEqual(short) { return true }
    return tables.genericNames[short]?.contains { scalars.suffix($0.count).elementsEqual($0) } ?? false
  }

  // MARK: Hashes of endings, from the last character on

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static func mixed(_ hash: UInt64, _ scalar: UInt32) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x0100_0000_01B3 }
  private static func hash(_ scalars: ArraySlice<UInt32>) -> UInt64 { scalars.reversed().reduce(seed, mixed) }
}

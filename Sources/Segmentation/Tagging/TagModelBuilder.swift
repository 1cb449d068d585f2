package import Lexicon

/// Lays out the table of a tagging model as ``TagModel`` reads it.
package struct TagModelBuilder {
  /// A line of the table.
  package struct Row {
    package var feature: String
    package var weights: String
    package var line: Int

    package init(feature: String, weights: String, line: Int) {
      self.feature = feature
      self.weights = weights
      self.line = line
    }
  }

  package enum Problem: Equatable {
    /// The column that is wrong.
    case badField(String)
    /// It names a word or a context that does not exist.
    case neverMatches
    case tooMany(String)
  }

  package private(set) var wordClasses: [UInt16] = []
  package private(set) var classes: [UInt64] = []
  package private(set) var candidates: [UInt8] = []
  package private(set) var slots: [UInt64] = []
  package private(set) var shifts: [UInt16] = []
  package private(set) var rows: [Int8] = []
  /// With the index of the row.
  package private(set) var problems: [(row: Int, problem: Problem)] = []
  package private(set) var featureCount = 0
  /// The tags of contexts by number.
  package private(set) var contexts: [UInt16: [UInt8]] = [:]

  private let text: TagFeatureText
  private let tagCount: Int
  private var contextNumbers: [[UInt8]: UInt16] = [:]
  private var entries: [(key: UInt64, pairs: [(tag: UInt8, value: Int)], row: Int)] = []

  /// Words seen no more often than this are rare; see `TagVocabulary`.
  package static let rare = TagVocabulary.rare

  /// The kind of the lines that tell how often a word has which tag.
  package static let seen = "seen"

  /// - Parameters:
  ///   - groups: for each word of the lexicon, the group that it is one of if training did not see it; 0 if that depends
  ///     on its length only.
  ///   - isFromNews: whether the word is in the lexicon only because the training text had it, so that its tag there
  ///     must not tell anything about it.
  ///   - usual: the tag of a group that training did not see.
  package init(
    _ table: [Row], names: TagFeatureText.Names, groups: [UInt16], isFromNews: (WordID) -> Bool,
    usual: (UInt16) -> TagID
  ) {
    text = TagFeatureText(names)
    tagCount = names.tags.count
    wordClasses = groups
    guard groups.count < 1 << 22 - TagModel.firstWordClass, tagCount <= TagSymbol.maximumTagCount else {
      problems.append((0, .tooMany("2^22 words or \(TagSymbol.maximumTagCount) tags")))
      return
    }
    readWords(table, isFromNews, usual)
    for (index, row) in table.enumerated() where !row.feature.hasPrefix(Self.seen + "|") {
      read(row, index)
    }
    lay()
  }

  // MARK: Words

  private mutating func readWords(_ table: [Row], _ isFromNews: (WordID) -> Bool, _ usual: (UInt16) -> TagID) {
    var seen: [TagVocabulary.Seen] = []
    for (index, row) in table.enumerated() where row.feature.hasPrefix(Self.seen + "|") {
      let name = row.feature.dropFirst(Self.seen.count + 1)
      guard let found = text.symbol(name) else {
        problems.append((index, .badField("feature")))
        continue
      }
      guard let symbol = found else {
        problems.append((index, .neverMatches))
        continue
      }
      guard let counts = text.pairs(row.weights), counts.allSatisfy({ $0.value > 0 }) else {
        problems.append((index, .badField("weights")))
        continue
      }
      seen.append(
        .init(
          symbol: symbol, group: group(symbol, length: name.unicodeScalars.count, isFromNews),
          counts: counts.map { ($0.tag, $0.value) }))
    }
    let vocabulary = TagVocabulary(seen) { usual($0).raw }
    if vocabulary.isTooLarge { problems.append((0, .tooMany("65,535 classes of words"))) }
    classes = vocabulary.classes
    candidates = vocabulary.candidates
    contextNumbers = vocabulary.contexts
    for (tags, number) in contextNumbers { contexts[number] = tags }
    for (symbol, number) in vocabulary.classOf { wordClasses[Int(symbol) - TagModel.firstWordClass] = number }
  }

  private func group(_ symbol: UInt32, length: Int, _ isFromNews: (WordID) -> Bool) -> UInt16 {
    if symbol < UInt32(TagModel.firstWordClass) { return UInt16(symbol) }
    let word = Int(symbol) - TagModel.firstWordClass
    if wordClasses[word] == 0 || isFromNews(WordID(raw: UInt32(word))) { return TagSymbol.unknown(length: length) }
    return wordClasses[word]
  }

  // MARK: Features

  private mutating func read(_ row: Row, _ index: Int) {
    let parts = row.feature.split(separator: "|", omittingEmptySubsequences: false)
    guard let kind = TagFeatureText.kinds[parts[0]] else {
      return problems.append((index, .badField("feature")))
    }
    let fields = TagFeatureText.fields(of: kind)
    guard parts.count == fields.count + 1 else { return problems.append((index, .badField("feature"))) }
    var numbers: [UInt32] = []
    for (field, part) in zip(fields, parts.dropFirst()) {
      guard let found = number(field, part) else { return problems.append((index, .badField("feature"))) }
      guard let number = found else { return problems.append((index, .neverMatches)) }
      numbers.append(number)
    }
    guard let pairs = text.pairs(row.weights), pairs.allSatisfy({ Int8(exactly: $0.value) != nil }),
      Set(pairs.map(\.tag)).count == pairs.count
    else { return problems.append((index, .badField("weights"))) }
    numbers += [0, 0]
    let key =
      kind == .ownAfter
      ? TagFeatureKind.key(numbers[0], then: numbers[1])
      : kind.key(numbers[0], UInt16(truncatingIfNeeded: numbers[1]), UInt16(truncatingIfNeeded: numbers[2]))
    entries.append((key, pairs.filter { $0.value != 0 }, index))
  }

  /// `.some(nil)` is something that does not exist.
  private func number(_ field: TagFeatureText.Field, _ part: Substring) -> UInt32?? {
    switch field {
    case .word: return text.symbol(part)
    case .context:
      if let group = text.group(part) { return UInt32(group) }
      guard let tags = text.contextTags(part) else { return nil }
      return .some(contextNumbers[tags].map { UInt32($0) })
    case .tag: return text.tag(part).map { UInt32($0) }
    case .character: return text.character(part).map { UInt32($0) }
    case .number: return UInt16(part).map { UInt32($0) }
    }
  }

  // MARK: Slots

  private mutating func lay() {
    entries.sort { ($0.key, $0.row) < ($1.key, $1.row) }
    var hashes: [UInt64] = []
    var kept: [Int] = []
    var previous: UInt64?
    for (index, entry) in entries.enumerated() where !entry.pairs.isEmpty {
      // Two spellings of one feature: folding made them equal.
      if entry.key == previous { continue }
      previous = entry.key
      hashes.append(FeatureHash.hash(entry.key))
      kept.append(index)
    }
    featureCount = kept.count
    guard let layout = TagSlotLayout(hashes) else {
      problems.append((0, .tooMany("features that a table can tell apart")))
      return
    }
    shifts = layout.shifts
    slots = [UInt64](repeating: 0, count: 2 * layout.slotCount)
    for (number, index) in kept.enumerated() { write(entries[index].pairs, hashes[number], layout.places[number]) }
    // A model without dense rows has them all the same: their pointer is looked at.
    if rows.isEmpty { rows = [Int8](repeating: 0, count: TagModel.rowLength(tagCount: tagCount)) }
  }

  private mutating func write(_ pairs: [(tag: UInt8, value: Int)], _ hash: UInt64, _ place: Int) {
    slots[2 * place] = UInt64(TagModel.check(hash))
    if pairs.count > 6 {
      slots[2 * place] |= UInt64(TagModel.isRow) << 32
      slots[2 * place + 1] = UInt64(rows.count)
      var dense = [Int8](repeating: 0, count: TagModel.rowLength(tagCount: tagCount))
      for pair in pairs { dense[Int(pair.tag)] = Int8(pair.value) }
      rows += dense
      return
    }
    for (number, pair) in pairs.enumerated() {
      let bits = UInt64(pair.tag) | UInt64(UInt8(bitPattern: Int8(pair.value))) << 8
      if number < 2 {
        slots[2 * place] |= bits << UInt64(32 + 16 * number)
      } else {
        slots[2 * place + 1] |= bits << UInt64(16 * (number - 2))
      }
    }
  }
}

import Lexicon

/// Which tags each word was seen with, as classes: words with the same possible tags share one.
struct TagVocabulary {
  /// What training saw of a word or a group.
  struct Seen {
    var symbol: UInt32
    /// The group that the word falls back to while it is rare; of a group, the group itself.
    var group: UInt16
    var counts: [(tag: UInt8, count: Int)]
  }

  private(set) var classes: [UInt64] = []
  private(set) var candidates: [UInt8] = []
  /// The classes of words, by symbol.
  private(set) var classOf: [UInt32: UInt16] = [:]
  /// The numbers of the contexts of words: of one or two tags.
  private(set) var contexts: [[UInt8]: UInt16] = [:]
  private(set) var isTooLarge = false

  /// Words seen no more often than this may have tags that they were not seen with, and are seen as one of their group as
  /// well: nearly a tenth of the words of a new text were seen once or twice or never.
  static let rare = 2
  /// Tags that a group has less often than once in so many words are slips, or not worth their time.
  private static let groupShare = 1000
  /// The same for words. With all tags, a tenth more of the words of news would have to be decided, with a third more tags
  /// to choose from (4.3, not 3.1), and F1 would rise by 0.003 only.
  private static let wordShare = 500
  /// Contexts name the most frequent tag, and the second one if this share of the words have it: a fifth. Finer contexts
  /// were no better.
  private static let contextShare = 5

  /// - Parameter usual: the tag of a group that training did not see.
  init(_ seen: [Seen], usual: (UInt16) -> UInt8) {
    let isGroup = { (symbol: UInt32) in symbol < UInt32(TagModel.firstWordClass) }
    var ofGroups: [UInt16: [UInt8]] = [:]
    for entry in seen where isGroup(entry.symbol) {
      let total = entry.counts.reduce(0) { $0 + $1.count }
      let kept = Self.ordered(entry.counts).filter { $0.count * Self.groupShare >= total }
      if !kept.isEmpty { ofGroups[entry.group] = kept.map(\.tag) }
    }
    for group in 0..<UInt16(TagModel.firstWordClass) {
      classes.append(add(ofGroups[group] ?? [usual(group)], context: group, group: group))
    }
    let contextTags = Dictionary(
      seen.lazy.filter { !isGroup($0.symbol) }.map { ($0.symbol, Self.context($0.counts)) },
      uniquingKeysWith: { first, _ in first })
    for tags in Set(contextTags.values).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      contexts[tags] = UInt16(truncatingIfNeeded: TagModel.firstWordClass + contexts.count)
    }
    var numbers: [ClassKey: UInt16] = [:]
    for entry in seen where !isGroup(entry.symbol) && !entry.counts.isEmpty {
      let total = entry.counts.reduce(0) { $0 + $1.count }
      var tags = Self.ordered(entry.counts).filter { $0.count * Self.wordShare >= total }.map(\.tag)
      let isRare = total <= Self.rare
      if isRare { tags += (ofGroups[entry.group] ?? []).filter { !tags.contains($0) } }
      let key = ClassKey(
        tags: Array(tags.prefix(255)), context: contexts[contextTags[entry.symbol] ?? []] ?? 0,
        group: isRare ? entry.group : 0)
      let number = numbers[key] ?? UInt16(truncatingIfNeeded: classes.count)
      if Int(number) == classes.count {
        classes.append(add(key.tags, context: key.context, group: key.group))
        numbers[key] = number
      }
      classOf[entry.symbol] = number
    }
    isTooLarge = classes.count > 0xFFFF || candidates.count > 0xFF_FFFF
  }

  private struct ClassKey: Hashable {
    var tags: [UInt8]
    var context: UInt16
    var group: UInt16
  }

  private mutating func add(_ tags: [UInt8], context: UInt16, group: UInt16) -> UInt64 {
    let first = candidates.count
    candidates += tags
    return UInt64(first) | UInt64(tags.count) << 24 | UInt64(context) << 32 | UInt64(group) << 48
  }

  /// The most frequent first: the first of equal scores is taken.
  private static func ordered(_ counts: [(tag: UInt8, count: Int)]) -> [(tag: UInt8, count: Int)] {
    counts.sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
  }

  private static func context(_ counts: [(tag: UInt8, count: Int)]) -> [UInt8] {
    let total = counts.reduce(0) { $0 + $1.count }
    let frequent = ordered(counts)
    guard let first = frequent.first else { return [] }
    guard frequent.count > 1, frequent[1].count * contextShare >= total else { return [first.tag] }
    return [first.tag, frequent[1].tag]
  }
}

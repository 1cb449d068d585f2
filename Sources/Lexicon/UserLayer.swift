/// Words of a user's own: *forced* ones hold wherever they stand in the text, *preferred* ones compete with other words.
///
/// Immutable; build it with `UserDictionary` or from entries, and lay it over a lexicon with ``Lexicon/layering(_:)``.
package final class UserLayer: Sendable {
  package struct Entry: Sendable, Hashable {
    /// Folded, without ignorable scalars, not empty.
    package var scalars: [UInt32]
    package var classes: ClassSet
    package var tag: TagID
    package var source: WordSource
    /// What a preferred word costs on a path, in units of ``Trie/costScale``; 0 if the word is forced.
    package var cost: UInt32

    package init(scalars: [UInt32], classes: ClassSet, tag: TagID, source: WordSource, cost: UInt32 = 0) {
      self.scalars = scalars
      self.classes = classes
      self.tag = tag
      self.source = source
      self.cost = cost
    }
  }

  package let entries: [Entry]
  /// By entry, as ``Entry/cost``.
  package let costs: [UInt32]
  /// Whether any word is only preferred.
  package let hasPreferredWords: Bool
  /// Classes that no table names; their numbers follow those of the dictionary.
  package let classNames: [String]
  package let trie: UserTrie
  /// The number of the first entry as a word.
  package let firstWord: UInt32

  /// Entries with the same scalars become one, with the classes of all; the last one's tag, source and cost count.
  package convenience init(_ entries: [Entry], classNames: [String] = []) {
    var merged: [Entry] = []
    var index: [[UInt32]: Int] = [:]
    for entry in entries where !entry.scalars.isEmpty {
      if let at = index[entry.scalars] {
        let classes = merged[at].classes.union(entry.classes)
        merged[at] = entry
        merged[at].classes = classes
      } else {
        index[entry.scalars] = merged.count
        merged.append(entry)
      }
    }
    self.init(merged: merged, classNames: classNames, trie: UserTrie(merged.map(\.scalars)), firstWord: 0)
  }

  private init(merged: [Entry], classNames: [String], trie: UserTrie, firstWord: UInt32) {
    entries = merged
    costs = merged.map(\.cost)
    hasPreferredWords = merged.contains { $0.cost > 0 }
    self.classNames = classNames
    self.trie = trie
    self.firstWord = firstWord
  }

  /// The same entries with word numbers that continue those of a dictionary.
  func numbered(from first: UInt32) -> UserLayer {
    UserLayer(merged: entries, classNames: classNames, trie: trie, firstWord: first)
  }

  /// The entries of this layer and of `other`, which was read over it and so numbers its classes likewise.
  package func merging(_ other: UserLayer) -> UserLayer {
    UserLayer(
      entries + other.entries,
      classNames: classNames.count > other.classNames.count ? classNames : other.classNames)
  }

  /// Whether the entry of that number holds whatever else could be read there.
  @inline(__always) package func isForced(_ entry: UInt32) -> Bool { costs[Int(entry)] == 0 }

  func entry(_ word: WordID) -> Entry? {
    guard word.raw >= firstWord, Int(word.raw - firstWord) < entries.count else { return nil }
    return entries[Int(word.raw - firstWord)]
  }

  func word(_ scalars: some Collection<UInt32>) -> WordID? {
    trie.entry(scalars).map { WordID(raw: firstWord + $0) }
  }
}

/// Words of a user's own, which hold wherever they stand in the text.
///
/// Immutable; build it with `UserDictionary` or from entries, and lay it over a lexicon with ``Lexicon/layering(_:)``.
package final class UserLayer: Sendable {
  package struct Entry: Sendable, Hashable {
    /// Folded, without ignorable scalars, not empty.
    package var scalars: [UInt32]
    package var classes: ClassSet
    package var tag: TagID
    package var source: WordSource

    package init(scalars: [UInt32], classes: ClassSet, tag: TagID, source: WordSource) {
      self.scalars = scalars
      self.classes = classes
      self.tag = tag
      self.source = source
    }
  }

  package let entries: [Entry]
  package let trie: UserTrie
  /// The number of the first entry as a word.
  package let firstWord: UInt32

  /// Entries with the same scalars become one, with the classes of all; the last one's tag and source count.
  package convenience init(_ entries: [Entry]) {
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
    self.init(merged: merged, trie: UserTrie(merged.map(\.scalars)), firstWord: 0)
  }

  private init(merged: [Entry], trie: UserTrie, firstWord: UInt32) {
    entries = merged
    self.trie = trie
    self.firstWord = firstWord
  }

  /// The same entries with word numbers that continue those of a dictionary.
  func numbered(from first: UInt32) -> UserLayer { UserLayer(merged: entries, trie: trie, firstWord: first) }

  /// The entries of this layer and of `other`.
  package func merging(_ other: UserLayer) -> UserLayer { UserLayer(entries + other.entries) }

  func entry(_ word: WordID) -> Entry? {
    guard word.raw >= firstWord, Int(word.raw - firstWord) < entries.count else { return nil }
    return entries[Int(word.raw - firstWord)]
  }

  func word(_ scalars: some Collection<UInt32>) -> WordID? {
    trie.entry(scalars).map { WordID(raw: firstWord + $0) }
  }
}

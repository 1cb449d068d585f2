/// What the compiled dictionary says of each word, laid open for the hot loops of other modules, as ``Trie`` is.
///
/// The pointers live as long as the lexicon they came from; hold that while you use them. Words of the user's layer are
/// not in it.
public struct WordTable: @unchecked Sendable {
  @usableFromInline let words: UnsafeBufferPointer<UInt32>
  @usableFromInline let wordClassSets: UnsafeBufferPointer<UInt16>
  @usableFromInline let classSets: UnsafeBufferPointer<UInt64>

  // Public: see Trie.

  /// Whether the word is one of the dictionary's; the other questions may be asked of such words only.
  @inlinable @inline(__always) public func contains(_ word: UInt32) -> Bool { word < words.count }

  @inlinable @inline(__always) public func classes(_ word: UInt32) -> (low: UInt64, high: UInt64) {
    let set = Int(wordClassSets[Int(word)]) &* 2
    return (classSets[set], classSets[set &+ 1])
  }

  /// The number of the set of its classes; many words share one.
  @inlinable @inline(__always) public func classSet(_ word: UInt32) -> Int { Int(wordClassSets[Int(word)]) }

  /// The sets of classes there are, by number.
  package var allClassSets: [ClassSet] {
    (0..<classSets.count / 2).map { ClassSet(low: classSets[2 * $0], high: classSets[2 * $0 + 1]) }
  }

  /// Where what is said of each word lies, to ask for it ahead of its use; nil if there are no words.
  package var memory: (costs: UnsafePointer<UInt32>, classSets: UnsafePointer<UInt16>)? {
    guard let costs = words.baseAddress, let sets = wordClassSets.baseAddress else { return nil }
    return (costs, sets)
  }

  /// What the word costs on a path, in units of ``Trie/costScale``; ``Trie/noCost`` if segmentation does not use it.
  @inlinable @inline(__always) public func cost(_ word: UInt32) -> UInt32 { words[Int(word)] & 0xFF_FFFF }

  /// The number of its part of speech.
  @inlinable @inline(__always) public func tag(_ word: UInt32) -> UInt8 {
    UInt8(truncatingIfNeeded: words[Int(word)] >> 24)
  }
}

extension Lexicon {
  /// For hot loops; valid as long as this lexicon lives.
  package var wordTable: WordTable {
    WordTable(words: file.words, wordClassSets: file.wordClassSets, classSets: file.classSets)
  }
}

/// How characters fold, laid open for the hot loops of other modules, as ``Trie`` is.
///
/// The pointer lives as long as the lexicon it came from; hold that while you use it.
public struct CharacterTable: @unchecked Sendable {
  /// By scalar of the basic plane: the scalar it is taken for, 0 if that stands elsewhere.
  @usableFromInline let foldings: UnsafeBufferPointer<UInt16>

  // Public: see Trie.

  /// As `Lexicon.fold`, or nil where that has to be asked.
  @inlinable @inline(__always) public func fold(_ scalar: UInt32) -> UInt32? {
    let folded = scalar < 0x10000 ? foldings[Int(scalar)] : 0
    return folded == 0 ? nil : UInt32(folded)
  }
}

extension Lexicon {
  /// For hot loops; valid as long as this lexicon lives.
  package var characterTable: CharacterTable { CharacterTable(foldings: file.foldings) }
}

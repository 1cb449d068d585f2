import Lexicon

/// What the tokens of a full text depend on: the words, and what folds and tells apart their characters.
///
/// Costs, classes, rules and models are not in it: most changes of a dictionary leave the full texts of archives as they are.
enum WordHash {
  static func hash(_ words: WordCollector, _ characters: CharacterTables) -> UInt64 {
    // The order of the words tells nothing.
    var hash = words.words.reduce(0) { $0 &+ checksum($1.scalars) }
    hash = checksum(characters.classes, seed: hash)
    hash = checksum(characters.supplementaryClasses, seed: hash)
    hash = checksum(characters.foldings, seed: hash)
    let others = characters.supplementaryFoldings.map { UInt64($0.key) << 32 | UInt64($0.value) }
    return checksum(others.sorted(), seed: hash)
  }

  private static func checksum<T: FixedWidthInteger>(_ numbers: [T], seed: UInt64 = 0) -> UInt64 {
    numbers.map(\.littleEndian).withUnsafeBytes { LexiconFormat.checksum($0, seed: seed) }
  }
}

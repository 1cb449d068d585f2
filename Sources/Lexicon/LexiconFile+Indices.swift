extension LexiconFile {
  /// Checks every number of the file that is used as an index, or that must be one of a few.
  ///
  /// What is used afterwards without looking, in hot loops and elsewhere, is looked at here; a fuzzer damages files behind
  /// a fitting checksum to see that nothing was forgotten (`Tests/Fuzz`, target `lexicon`).
  func checkIndices() throws(LexiconError) {
    try check(.codes, hasSoundCodes)
    try check(.nodes, hasSoundNodes)
    try check(.characterClasses, characterClasses.allSatisfy { CharacterClass(rawValue: $0) != nil })
    try check(.supplementaryClasses, hasSoundRanges)
    try check(.codeClasses, each(trie.classes) { CharacterClass(rawValue: $0) != nil })
    try check(.codeRoles, each(trie.roles) { NumeralRole(rawValue: $0) != nil })
    try check(.wordClassSets, wordClassSets.allSatisfy { Int($0) * 2 + 1 < classSets.count })
    try check(.classSets, hasSoundClassSets)
    try check(.records, records.allSatisfy(isSound))
  }

  private func check(_ section: LexiconFormat.Section, _ isSound: Bool) throws(LexiconError) {
    if !isSound { throw .damagedSection("\(section)") }
  }

  private func each(_ values: UnsafePointer<UInt8>, _ isSound: (UInt8) -> Bool) -> Bool {
    UnsafeBufferPointer(start: values, count: trie.codeCount).allSatisfy(isSound)
  }

  private var hasSoundCodes: Bool {
    UnsafeBufferPointer(start: trie.codes, count: 0x10000).allSatisfy { Int($0) < trie.codeCount }
      && supplementaryCodes.allSatisfy { Int($0 & 0xFFFF_FFFF) < trie.codeCount }
  }

  private var hasSoundNodes: Bool {
    // Every code has a node below the root, and may follow on every base.
    guard trie.nodeCount >= trie.root + trie.codeCount else { return false }
    let bound = trie.nodeCount - trie.codeCount
    return (0..<trie.nodeCount).allSatisfy { index in
      let node = trie.nodes[index]
      let word = trie.words[index]
      return Trie.base(node) <= bound && (word == .max || Int(word) < words.count)
        && (Trie.cost(node) <= Trie.maximumCost || Trie.cost(node) == Trie.noCost)
    }
  }

  /// Ranges ascend, because each ends where the next one begins.
  private var hasSoundRanges: Bool {
    let firsts = supplementaryClasses.map { $0 >> 32 }
    return zip(firsts, firsts.dropFirst()).allSatisfy { $0 < $1 }
      && firsts.allSatisfy { (0x10000...0x10FFFF).contains($0) }
      && supplementaryClasses.allSatisfy { $0 & 0xFFFF_FFFF < UInt64(CharacterClass.allCases.count) }
  }

  private var hasSoundClassSets: Bool {
    stride(from: 0, to: classSets.count, by: 2).allSatisfy { index in
      let set = ClassSet(low: classSets[index], high: classSets[index + 1])
      return set.members.allSatisfy { Int($0.raw) < directory.classes.count }
    }
  }

  private func isSound(_ record: UInt64) -> Bool {
    let table = Int(record >> 24 & 0xFF)
    return Int(record >> 32) < words.count && table < directory.tables.count
      && Int(record & 0xFF_FFFF) < directory.tables[table].rowCount
  }
}

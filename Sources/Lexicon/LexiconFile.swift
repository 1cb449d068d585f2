/// A compiled dictionary, checked and read in place.
final class LexiconFile: @unchecked Sendable {
  let storage: LexiconStorage
  let sourceHash: UInt64
  let wordHash: UInt64
  let trie: Trie
  let supplementaryCodes: UnsafeBufferPointer<UInt64>
  let characterClasses: UnsafeBufferPointer<UInt8>
  let supplementaryClasses: UnsafeBufferPointer<UInt64>
  let foldings: UnsafeBufferPointer<UInt16>
  let supplementaryFoldings: UnsafeBufferPointer<UInt64>
  let words: UnsafeBufferPointer<UInt32>
  let wordClassSets: UnsafeBufferPointer<UInt16>
  let classSets: UnsafeBufferPointer<UInt64>
  let records: UnsafeBufferPointer<UInt64>
  let sourceRuns: UnsafeBufferPointer<UInt32>
  let cells: UnsafeBufferPointer<UInt32>
  let lines: UnsafeBufferPointer<UInt32>
  let rules: UnsafeBufferPointer<UInt8>
  let strings: StringPool
  let model: SegmentationWeights?
  let tagModel: TagModel?
  let entityWeights: EntityWeights?
  let directory: LexiconDirectory
  let classIDs: [String: ClassID]

  /// - Parameter thorough: check the checksum and every number that is used as an index; else the file is trusted
  ///   beyond its header, as the embedded one is.
  init(_ storage: LexiconStorage, thorough: Bool) throws(LexiconError) {
    self.storage = storage
    let sections = try LexiconSections(storage.bytes, thorough: thorough)
    sourceHash = sections.sourceHash
    wordHash = sections.wordHash
    let codes = try sections.array(.codes, of: UInt16.self)
    let nodes = try sections.array(.nodes, of: UInt64.self)
    let nodeWords = try sections.array(.nodeWords, of: UInt32.self)
    let codeClasses = try sections.array(.codeClasses, of: UInt8.self)
    let codeRoles = try sections.array(.codeRoles, of: UInt8.self)
    supplementaryCodes = try sections.array(.supplementaryCodes)
    characterClasses = try sections.array(.characterClasses)
    supplementaryClasses = try sections.array(.supplementaryClasses)
    foldings = try sections.array(.foldings)
    supplementaryFoldings = try sections.array(.supplementaryFoldings)
    words = try sections.array(.words)
    wordClassSets = try sections.array(.wordClassSets)
    classSets = try sections.array(.classSets)
    records = try sections.array(.records)
    sourceRuns = try sections.array(.sourceRuns)
    cells = try sections.array(.cells)
    lines = try sections.array(.lines)
    rules = try sections.array(.rules)
    model = try SegmentationWeights(
      records: try sections.array(.modelRecords), pairBases: try sections.array(.modelPairBases),
      pairLabels: try sections.array(.modelPairLabels), pairs: try sections.array(.modelPairs),
      shared: try sections.array(.modelShared),
      codeCount: codeClasses.count, thorough: thorough)
    strings = StringPool(offsets: try sections.array(.stringOffsets), bytes: try sections.array(.stringBytes))
    guard codes.count == 0x10000, characterClasses.count == 0x10000, foldings.count == 0x10000,
      let codesStart = codes.baseAddress, let nodesStart = nodes.baseAddress,
      let nodeWordsStart = nodeWords.baseAddress, let classesStart = codeClasses.baseAddress,
      let rolesStart = codeRoles.baseAddress
    else { throw .damagedSection("codes") }
    guard nodes.count == nodeWords.count, nodes.count > 0x10000 || nodes.count > 2 * codeClasses.count,
      codeClasses.count == codeRoles.count, codeClasses.count > Int(CharacterCode.firstPlain)
    else { throw .damagedSection("nodes") }
    guard wordClassSets.count == words.count, sourceRuns.count % 3 == 0, classSets.count % 2 == 0,
      classSets.count >= 2
    else { throw .damagedSection("words") }
    trie = Trie(
      codes: codesStart, nodes: nodesStart, words: nodeWordsStart, classes: classesStart, roles: rolesStart,
      root: codeClasses.count, nodeCount: nodes.count, codeCount: codeClasses.count)
    directory = try LexiconDirectory(
      try sections.array(.directory), strings: strings, cellCount: cells.count, lineCount: lines.count,
      ruleBytes: rules.count)
    tagModel = try TagModel(
      TagModel.Parts(
        wordClasses: try sections.array(.tagWordClasses), classes: try sections.array(.tagClasses),
        candidates: try sections.array(.tagCandidates), slots: try sections.array(.tagSlots),
        shifts: try sections.array(.tagShifts), rows: try sections.array(.tagRows)),
      wordCount: words.count, tagCount: directory.tags.count, thorough: thorough)
    entityWeights = try EntityWeights(
      EntityWeights.Parts(
        characters: try sections.array(.entityCharacters), pairKeys: try sections.array(.entityPairKeys),
        pairs: try sections.array(.entityPairs), names: try sections.array(.entityNames),
        namedWeights: try sections.array(.entityNamedWeights)), codeCount: codeClasses.count)
    classIDs = Dictionary(
      directory.classes.enumerated().map { ($1, ClassID(raw: UInt8($0))) }, uniquingKeysWith: { first, _ in first })
    if thorough { try checkIndices() }
  }

  /// The last entry of `sorted` (key << 32 | value) whose key is not above `key`.
  static func entry(in sorted: UnsafeBufferPointer<UInt64>, notAbove key: UInt32) -> UInt64? {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if UInt32(truncatingIfNeeded: sorted[middle] >> 32) <= key { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : sorted[low - 1]
  }
}

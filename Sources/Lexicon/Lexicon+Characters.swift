extension Lexicon {
  /// The class of a scalar, `other` for what is none.
  package func characterClass(of scalar: UInt32) -> CharacterClass {
    if scalar < 0x10000 { return CharacterClass(rawValue: file.characterClasses[Int(scalar)]) ?? .other }
    guard let entry = LexiconFile.entry(in: file.supplementaryClasses, notAbove: scalar) else { return .other }
    return CharacterClass(rawValue: UInt8(truncatingIfNeeded: entry)) ?? .other
  }

  /// The class of all characters of a code.
  package func characterClass(ofCode code: UInt16) -> CharacterClass {
    CharacterClass(rawValue: trie.classes[Int(code)]) ?? .other
  }

  /// The scalar's code in the trie; scalars that fold alike have one code.
  package func code(of scalar: UInt32) -> UInt16 {
    if scalar < 0x10000 { return trie.codes[Int(scalar)] }
    if let entry = LexiconFile.entry(in: file.supplementaryCodes, notAbove: scalar), entry >> 32 == UInt64(scalar) {
      return UInt16(truncatingIfNeeded: entry)
    }
    return CharacterCode.unlisted(characterClass(of: scalar))
  }

  /// The scalar that `scalar` is taken for: simplified, half width, lower case.
  package func fold(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x10000, file.foldings[Int(scalar)] != 0 { return UInt32(file.foldings[Int(scalar)]) }
    if let entry = LexiconFile.entry(in: file.supplementaryFoldings, notAbove: scalar), entry >> 32 == UInt64(scalar) {
      return UInt32(truncatingIfNeeded: entry)
    }
    return scalar
  }

  /// All scalars that fold to another one, ascending.
  package var foldings: [(from: UInt32, to: UInt32)] {
    var pairs: [(from: UInt32, to: UInt32)] = []
    for scalar in 0..<UInt32(0x10000) {
      let to = UInt32(file.foldings[Int(scalar)])
      if to != scalar, to != 0 { pairs.append((scalar, to)) }
    }
    pairs += file.supplementaryFoldings.map { (UInt32(truncatingIfNeeded: $0 >> 32), UInt32(truncatingIfNeeded: $0)) }
    return pairs.sorted { $0.from < $1.from }
  }

  /// All scalars whose class is `ignorable`, as ranges in ascending order; those above the basic plane included.
  package var ignorableRanges: [ClosedRange<UInt32>] {
    var ranges: [ClosedRange<UInt32>] = []
    var start: UInt32?
    for scalar in 0...UInt32(0x10000) {
      let ignorable = scalar < 0x10000 && file.characterClasses[Int(scalar)] == CharacterClass.ignorable.rawValue
      if ignorable, start == nil { start = scalar }
      if !ignorable, let first = start {
        ranges.append(first...scalar - 1)
        start = nil
      }
    }
    for (index, entry) in file.supplementaryClasses.enumerated()
    where UInt8(truncatingIfNeeded: entry) == CharacterClass.ignorable.rawValue {
      let next = index + 1 < file.supplementaryClasses.count ? file.supplementaryClasses[index + 1] >> 32 : 0x110000
      ranges.append(UInt32(entry >> 32)...UInt32(next - 1))
    }
    return ranges
  }
}

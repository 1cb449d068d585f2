import Lexicon

/// The codes that the trie gives to characters: frequent ones get small codes, so that hot nodes lie together.
struct CharacterCoding {
  private(set) var codes = [UInt16](repeating: 0, count: 0x10000)
  private(set) var supplementary: [UInt32: UInt16] = [:]
  private(set) var classes: [UInt8] = []
  private(set) var roles: [UInt8] = []
  private(set) var tooMany = false

  /// - Parameters:
  ///   - weights: how often each folded scalar stands in words, weighted by their counts.
  ///   - roles: the part of characters in Chinese numbers.
  init(weights: [UInt32: Double], roles numerals: [UInt32: NumeralRole], characters: CharacterTables) {
    var assigned: [UInt32: UInt16] = [:]
    for digit in 0..<UInt16(10) { assigned[0x30 + UInt32(digit)] = CharacterCode.digitZero + digit }
    for letter in 0..<UInt16(26) { assigned[0x61 + UInt32(letter)] = CharacterCode.letterA + letter }
    // Ties are broken by the scalar, so that the same sources give the same bytes.
    let ordered = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    var special = CharacterCode.firstSpecial
    for scalar in numerals.keys.sorted() + ordered
    where special < CharacterCode.firstPlain && assigned[scalar] == nil
      && (numerals[scalar] != nil || characters.characterClass(scalar) != .han)
    {
      assigned[scalar] = special
      special += 1
    }
    var next = Int(CharacterCode.firstPlain)
    for scalar in ordered where assigned[scalar] == nil {
      guard next < Trie.codeLimit else {
        tooMany = true
        break
      }
      assigned[scalar] = UInt16(next)
      next += 1
    }
    classes = [UInt8](repeating: 0, count: next + 1)
    roles = classes
    for kind in CharacterClass.allCases { classes[Int(CharacterCode.unlisted(kind))] = kind.rawValue }
    for (scalar, code) in assigned {
      classes[Int(code)] = characters.characterClass(scalar).rawValue
      roles[Int(code)] = numerals[scalar]?.rawValue ?? 0
    }
    for digit in 0..<10 { classes[Int(CharacterCode.digitZero) + digit] = CharacterClass.digit.rawValue }
    for letter in 0..<26 { classes[Int(CharacterCode.letterA) + letter] = CharacterClass.letter.rawValue }
    for scalar in 0..<UInt32(0x10000) {
      let folded = characters.fold(scalar)
      codes[Int(scalar)] = assigned[folded] ?? CharacterCode.unlisted(characters.characterClass(folded))
    }
    for (scalar, code) in assigned where scalar >= 0x10000 { supplementary[scalar] = code }
    for (scalar, folded) in characters.supplementaryFoldings {
      if let code = assigned[folded] { supplementary[scalar] = code }
    }
  }

  var count: Int { classes.count }

  func code(of folded: UInt32) -> UInt16 {
    folded < 0x10000 ? codes[Int(folded)] : supplementary[folded] ?? 0
  }
}

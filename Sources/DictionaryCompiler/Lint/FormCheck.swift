import Lexicon

/// Entries that look wrong by themselves: too short or too long for their class (`lint/lengths.tsv`), with characters that
/// no Chinese word has, in traditional characters, with signs around them.
enum FormCheck {
  static func findings(_ all: LintEntries) -> [LintFinding] {
    let lengths = lengths(all.sources)
    let simplified = simplified(all.sources)
    var findings: [LintFinding] = []
    for entry in all.entries {
      for name in entry.classes {
        guard let allowed = lengths[name] else { continue }
        let scalars = entry.value.unicodeScalars
        if !allowed.contains(scalars.count) {
          findings.append(all.finding(entry, .length(scalars.count, allowed: allowed, class: name)))
        }
        if let foreign = scalars.first(where: { !isUsual($0, all.characters) }) {
          findings.append(all.finding(entry, .foreignCharacter(foreign)))
        }
        if scalars.contains(where: { simplified[$0] != nil }) {
          let text = String(String.UnicodeScalarView(scalars.map { simplified[$0] ?? $0 }))
          findings.append(all.finding(entry, .traditional(simplified: text)))
        }
        if isStray(entry.value, all.characters) { findings.append(all.finding(entry, .strayCharacter)) }
        break
      }
    }
    return findings
  }

  private static func lengths(_ sources: DictionarySources) -> [String: ClosedRange<Int>] {
    var lengths: [String: ClosedRange<Int>] = [:]
    guard let table = sources.table("lint/lengths"), let name = table.column("class"),
      let least = table.column("least-chars"), let most = table.column("most-chars")
    else { return lengths }
    for row in table.rows {
      if let low = Int(row[least]), let high = Int(row[most]), low <= high { lengths[row[name]] = low...high }
    }
    return lengths
  }

  private static func simplified(_ sources: DictionarySources) -> [Unicode.Scalar: Unicode.Scalar] {
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    guard let table = sources.table("characters/traditional-simplified"), table.columns.count > 1 else { return pairs }
    for row in table.rows {
      if let from = row[0].unicodeScalars.first, let to = row[1].unicodeScalars.first, from != to { pairs[from] = to }
    }
    return pairs
  }

  /// Kana, Hangul, Cyrillic and the like are slips of the hand or of a source.
  private static func isUsual(_ scalar: Unicode.Scalar, _ characters: CharacterTables) -> Bool {
    switch characters.characterClass(scalar.value) {
    case .han, .digit, .space, .open, .close, .punct, .symbol: true
    case .letter: scalar.value < 0x250
    case .numeral: true
    case .other, .kana, .hangul, .break, .mark, .ignorable: false
    }
  }

  private static func isStray(_ text: String, _ characters: CharacterTables) -> Bool {
    func isSign(_ scalar: Unicode.Scalar?) -> Bool {
      guard let scalar else { return true }
      switch characters.characterClass(scalar.value) {
      case .space, .punct, .break: return true
      default: return false
      }
    }
    let scalars = text.unicodeScalars
    let spaces = zip(scalars, scalars.dropFirst()).contains { $0.0 == " " && $0.1 == " " }
    return isSign(scalars.first) || isSign(scalars.last) || spaces
  }
}

import Lexicon

/// Words that cut a whole into parts with nothing left over, from `measurements/partitions.tsv`.
struct Partitions: Sendable {
  /// By set: its words.
  private var sets: [String: [String]] = [:]
  /// What a share calls the whole of something that was counted: 总量.
  private(set) var totals: [String] = []

  init(lexicon: Lexicon) {
    for row in lexicon.table("measurements/partitions")?.rows ?? [] where row.count >= 2 {
      if row[1] == "total" { totals.append(row[0]) } else { sets[row[1], default: []].append(row[0]) }
    }
  }

  /// Those of `parts` that are all of one set, nil if there are none: 男职工 and 女职工, which are 男 and 女 before the same
  /// word.
  func complete(_ parts: [CheckedFact]) -> [CheckedFact]? {
    guard parts.count > 1 else { return nil }
    for name in sets.keys.sorted() {
      let words = sets[name] ?? []
      var members: [CheckedFact] = []
      var rests: Set<String> = []
      for word in words {
        let found = parts.filter { $0.subject.hasPrefix(word) }
        guard found.count == 1 else { break }
        members.append(found[0])
        rests.insert(String(found[0].subject.dropFirst(word.count)))
      }
      if members.count == words.count, rests.count == 1, Set(members.map(\.unit)).count == 1 { return members }
    }
    return nil
  }
}

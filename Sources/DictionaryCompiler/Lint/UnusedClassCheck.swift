import Lexicon

/// Classes that neither a rule names nor code asks for (`lint/used-by-code.tsv`): their entries reach nothing.
///
/// A class that is split by a column is used where the whole is; of the others each value counts for itself.
enum UnusedClassCheck {
  static func findings(_ all: LintEntries, usedByRules: Set<String>) -> [LintFinding] {
    guard let table = all.sources.table("lint/used-by-code") else { return [] }
    let used = usedByRules.union(table.rows.map { $0[0] })
    var told: Set<String> = []
    var findings: [LintFinding] = []
    for entry in all.entries {
      guard let name = entry.classes.first, !entry.classes.contains(where: used.contains),
        let finest = entry.classes.last, told.insert(finest).inserted
      else { continue }
      // The whole class, if nothing of it is used: one finding, not one for each value.
      let none = !used.contains { $0.hasPrefix(name + ".") }
      if none, finest != name, !told.insert(name).inserted { continue }
      findings.append(
        LintFinding(file: all.file(entry), line: all.line(entry), entry: none ? name : finest, reason: .unusedClass))
    }
    return findings
  }
}

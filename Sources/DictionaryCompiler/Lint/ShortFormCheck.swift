import Lexicon

/// Short forms with two full names in the column `full` of different lines, unless a class says that they are ambiguous.
enum ShortFormCheck {
  /// The class of names that count with other evidence only.
  private static let ambiguous = "ORG-AMBIGUOUS"

  static func findings(_ all: LintEntries) -> [LintFinding] {
    var findings: [LintFinding] = []
    for members in all.groups.values where members.count > 1 {
      let forms = members.map { all.entries[$0] }
      if forms.contains(where: { $0.classes.contains(ambiguous) }) { continue }
      var first: (entry: LintEntries.Entry, name: String)?
      for form in forms {
        guard let name = fullName(form, in: all) else { continue }
        if let first, first.name != name {
          findings.append(
            all.finding(
              form, .severalNames(name, first.name, file: all.file(first.entry), line: all.line(first.entry))))
        } else {
          first = first ?? (form, name)
        }
      }
    }
    return findings
  }

  private static func fullName(_ entry: LintEntries.Entry, in all: LintEntries) -> String? {
    let table = all.sources.tables[entry.table]
    guard let column = table.column("full"), column > 0, table.rows[entry.row][0] == entry.value else { return nil }
    let name = table.rows[entry.row][column]
    return name.isEmpty ? nil : name
  }
}

import Lexicon

/// Entries of two classes that exclude each other, by `lint/contradictions.tsv`.
///
/// `和平` as NOT-NAME and as PERSON is one; as NOT-PLACE and as PLACE is none: such places ask for more evidence.
enum ContradictionCheck {
  static func findings(_ all: LintEntries) -> [LintFinding] {
    guard let table = all.sources.table("lint/contradictions"), let first = table.column("first"),
      let second = table.column("second"), let why = table.column("why")
    else { return [] }
    var findings: [LintFinding] = []
    for members in all.groups.values where members.count > 1 {
      for row in table.rows {
        guard let one = members.first(where: { all.entries[$0].classes.contains(row[first]) }),
          let other = members.first(where: { $0 != one && all.entries[$0].classes.contains(row[second]) })
        else { continue }
        let place = all.entries[other]
        findings.append(
          all.finding(
            all.entries[one],
            .contradiction(
              row[first], row[second], file: all.file(place), line: all.line(place), why: row[why])))
      }
    }
    return findings
  }
}

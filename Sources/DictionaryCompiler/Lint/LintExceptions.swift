import Lexicon

/// `lint/exceptions.tsv`: what was looked at and is right, with the reason. One that excuses nothing is told.
enum LintExceptions {
  static func excuse(_ findings: [LintFinding], in sources: DictionarySources) -> [LintFinding] {
    guard let table = sources.table("lint/exceptions"), let entry = table.column("entry"),
      let check = table.column("check")
    else { return findings }
    var excused = [Bool](repeating: false, count: table.rows.count)
    var rows: [[String]: Int] = [:]
    for (row, fields) in table.rows.enumerated() { rows[[fields[entry], fields[check]]] = row }
    let kept = findings.filter { finding in
      guard let row = rows[[finding.entry, finding.check]] else { return true }
      excused[row] = true
      return false
    }
    let idle = table.rows.indices.filter { !excused[$0] }.map { row in
      LintFinding(
        file: "lint/exceptions.tsv", line: Int(table.lines[row]), entry: table.rows[row][entry],
        reason: .idleException(check: table.rows[row][check]))
    }
    return kept + idle
  }
}

import Lexicon

/// Posts that are told wherever they stand (`lint/lengths.tsv` marks their classes) and are common verbs: 代表, 解说.
enum VerbCheck {
  /// Times in the news from which on a verb is common: below, the tags of the counts are noise.
  private static let common = 20

  static func findings(_ all: LintEntries) -> [LintFinding] {
    guard let table = all.sources.table("lint/lengths"), let name = table.column("class"),
      let mark = table.column("no-verbs"), let counts = all.sources.table("lexicon/news-counts"),
      let count = counts.column("count"), let tag = counts.column("tag")
    else { return [] }
    let classes = Set(table.rows.filter { $0[mark] == "1" }.map { $0[name] })
    var verbs: [String: Int] = [:]
    for row in counts.rows where row[tag] == "v" { verbs[row[0]] = Int(row[count]) }
    return all.entries.compactMap { entry in
      guard let times = verbs[entry.value], times >= common, let name = entry.classes.first(where: classes.contains)
      else { return nil }
      return all.finding(entry, .alsoVerb(count: times, class: name))
    }
  }
}

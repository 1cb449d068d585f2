import Lexicon

extension DictionarySources {
  /// The sources as they would be if some text had not been counted, without rules and models; for training, where a model
  /// has to learn how far it may trust a lexicon that does not know the text.
  ///
  /// - Parameter counts: how often each word stands in that text.
  package func uncounting(_ counts: [String: Int]) -> DictionarySources {
    var sources = self
    sources.rules = []
    sources.tables = tables.filter { !$0.name.hasPrefix("models/") }.map { table in
      guard table.name == "lexicon/news-counts", let word = table.column("word"), let count = table.column("count")
      else { return table }
      var rows: [[String]] = []
      var lines: [Int32] = []
      for (row, line) in zip(table.rows, table.lines) {
        let rest = (Int(row[count]) ?? 0) - counts[row[word], default: 0]
        guard rest > 0 else { continue }
        var row = row
        row[count] = String(rest)
        rows.append(row)
        lines.append(line)
      }
      return Table(name: table.name, columns: table.columns, rows: rows, lines: lines, classes: table.classes)
    }
    return sources
  }
}

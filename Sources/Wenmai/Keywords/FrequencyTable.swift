import DictionaryCompiler
import Indexing
import Lexicon

/// Tables of document frequencies, in the form of those in `Dictionaries/`: columns `word` and `articles`, and a row `*` for
/// the number of articles that were counted.
enum FrequencyTable {
  /// Reads and checks a table.
  ///
  /// - Throws: everything that is wrong with it, with file and line.
  static func parse(
    _ source: [UInt8], file: String, lexicon: Lexicon
  ) throws(DictionaryErrors) -> DocumentFrequencies {
    let table = try TableParser.parse(source, name: file, file: file)
    guard let word = table.column("word"), let count = table.column("articles") else {
      throw DictionaryErrors([error(file, 1, .badHeader("columns: 'word' and 'articles:int' are needed"))])
    }
    guard let total = table.rows.first(where: { $0[word] == DocumentFrequencies.total }).flatMap({ Int($0[count]) }),
      total > 0
    else {
      let reason = "the row '*' with the number of articles, 1 or more, is missing"
      throw DictionaryErrors([error(file, 0, .unreadable(reason))])
    }
    var errors: [DictionaryError] = []
    var counts: [String: Int] = [:]
    for (row, line) in zip(table.rows, table.lines) {
      guard let number = Int(row[count]), (1...total).contains(number) else {
        let reason = DictionaryError.Reason.badField(
          column: "articles", value: row[count], expected: "a number from 1 to \(total), that of the row '*'")
        errors.append(error(file, Int(line), reason))
        continue
      }
      if row[word] != DocumentFrequencies.total { counts[folded(row[word], lexicon), default: 0] += number }
    }
    if !errors.isEmpty { throw DictionaryErrors(errors) }
    return DocumentFrequencies(counts: counts, articles: total)
  }

  private static func error(_ file: String, _ line: Int, _ reason: DictionaryError.Reason) -> DictionaryError {
    DictionaryError(file: file, line: line, reason: reason)
  }

  private static func folded(_ word: String, _ lexicon: Lexicon) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in word.unicodeScalars { folded.append(Unicode.Scalar(lexicon.fold(scalar.value)) ?? scalar) }
    return String(folded)
  }

  /// A table that ``parse(_:file:lexicon:)`` reads.
  ///
  /// - Parameter least: words in fewer articles are left out.
  static func write(_ counts: [String: Int], articles: Int, least: Int) -> [UInt8] {
    var out = Array(
      """
      # concern:  in how many articles a word stands; the row * is the number of articles
      # source:   wenmai keywords learn
      # licence:  that of the articles' owner
      # columns:  word\tarticles:int
      *\t\(articles)

      """.utf8)
    // Signs and the separators of tables are no words; a line must not look like a comment.
    let words = counts.filter {
      $0.value >= least && $0.key != DocumentFrequencies.total && !$0.key.contains(where: isBreak)
    }
    let lines = words.map { Array("\($0.key)\t\($0.value)\n".utf8) }.filter { !$0.starts(with: [0x23, 0x20]) }
    // The row * comes first although some words, of Latin letters' signs, would sort before it.
    for line in lines.sorted(by: { $0.lexicographicallyPrecedes($1) }) where line[0] > 0x2A { out += line }
    return out
  }

  private static func isBreak(_ character: Character) -> Bool { character.isNewline || character == "\t" }
}

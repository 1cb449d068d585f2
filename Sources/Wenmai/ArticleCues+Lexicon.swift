import Lexicon
import Text

extension ArticleCues {
  /// The cues of `Dictionaries/articles/byline-cues.tsv`.
  init(lexicon: Lexicon) {
    guard let table = lexicon.table("articles/byline-cues"), let kind = table.column("kind") else {
      self.init([])
      return
    }
    self.init(table.rows.compactMap { row in Kind(rawValue: row[kind]).map { (row[0], $0) } })
  }
}

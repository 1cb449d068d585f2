package import Text

extension Lexicon {
  /// The folding that normalized text is made with: the same that words were compiled with.
  ///
  /// - Complexity: builds tables, about a millisecond; keep it.
  package var folding: CharacterFolding {
    CharacterFolding(
      pairs: foldings.compactMap { pair in
        guard let from = Unicode.Scalar(pair.from), let to = Unicode.Scalar(pair.to) else { return nil }
        return CharacterFolding.Pair(from: from, to: to)
      },
      expansions: expansions,
      ignorable: ignorableRanges.compactMap { range in
        guard let first = Unicode.Scalar(range.lowerBound), let last = Unicode.Scalar(range.upperBound) else {
          return nil
        }
        return first...last
      })
  }

  /// `characters/expand`: characters read as several.
  private var expansions: [CharacterFolding.Expansion] {
    guard let table = table("characters/expand"), let from = table.columns.indices.first, table.columns.count > 1 else {
      return []
    }
    return table.rows.compactMap { row in
      UInt32(row[from], radix: 16).flatMap(Unicode.Scalar.init).map {
        CharacterFolding.Expansion(from: $0, to: Array(row[from + 1].unicodeScalars))
      }
    }
  }
}

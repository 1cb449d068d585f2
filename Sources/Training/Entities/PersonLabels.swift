/// Finds the people of a tagged sentence.
struct PersonLabels {
  private let surnames: Set<String>
  private let doctrines: [[Unicode.Scalar]]

  init(_ words: LabelWords) {
    surnames = words.surnames
    doctrines = words.cues("doctrine-person").sorted().map { Array($0.unicodeScalars) }
  }

  /// Scalars of the people.
  func people(in tokens: LabelTokens) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < tokens.count {
      var end = index + 1
      if tokens.tags[index] == "nr" {
        // The corpus writes surname and given name as two words; other names that follow each other are two people.
        if end < tokens.count, tokens.tags[end] == "nr", surnames.contains(tokens.words[index]) { end += 1 }
        found.append(tokens.scalars(index..<end))
      } else if let length = person(in: tokens.words[index]) {
        found.append(tokens.offsets[index]..<tokens.offsets[index] + length)
      }
      index = end
    }
    return found
  }

  /// How many characters at the beginning of a doctrine (马克思主义) name a person.
  private func person(in word: String) -> Int? {
    let scalars = word.unicodeScalars
    return doctrines.first { scalars.count > $0.count && scalars.starts(with: $0) }?.count
  }
}

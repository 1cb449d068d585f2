import Lexicon

// Surnames that stand for people whom the article names in full: 方 in 方主席

extension DocumentMemory {
  /// 方 in 方主席, if the article names a 方志远.
  func loneSurnames(in input: borrowing RuleInput) -> [Candidate] {
    var starts: Set<Int> = []
    for title in input.results where title.type == RuleSet.title && title.evidence >= 0 {
      // 孔师傅 is named as such.
      if !tables.isEntry(input.scalars[title.range], of: tables.honorific) { starts.insert(title.range.lowerBound) }
    }
    return starts.sorted().compactMap { end in
      guard let range = Self.loneSurname(before: end, in: input, tables: tables),
        surnames.contains(Array(input.scalars[range]))
      else { return nil }
      return Candidate(type: RuleSet.person, kind: -1, range: range, rule: CandidateSource.memory, evidence: Self.lent)
    }
  }

  /// The surname that stands as a word right before `end`, where a title begins.
  static func loneSurname(before end: Int, in input: borrowing RuleInput, tables: AliasTables) -> Range<Int>? {
    for length in [2, 1] where end >= length {
      let range = end - length..<end
      if input.isBoundary(range.lowerBound), tables.isEntry(input.scalars[range], of: tables.surname) { return range }
    }
    return nil
  }

  /// The surname of what looks like a name and is nothing but a surname and a title: 马 in 马校长.
  static func surnameBeforeTitle(
    _ range: Range<Int>, in input: borrowing RuleInput, tables: AliasTables
  ) -> Range<Int>? {
    for length in [2, 1] where length < range.count {
      let split = range.lowerBound + length
      var isTitle = false
      input.forEachResult(ofType: RuleSet.title, at: split, .forward) { end in
        isTitle = isTitle || end == range.upperBound
      }
      if tables.isEntry(input.scalars[split..<range.upperBound], of: tables.honorific) { isTitle = false }
      if isTitle, let surname = loneSurname(before: split, in: input, tables: tables), surname.count == length {
        return surname
      }
    }
    return nil
  }
}

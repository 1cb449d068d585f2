/// Units of one letter that folded text cannot tell apart: 128G is read as 128g.
extension NumericReader {
  /// What a match is whose unit is written as a capital: data (128G, 500M), or, where nothing else is said, a number
  /// (1.6M is 1,600,000).
  ///
  /// - Parameters:
  ///   - scalars: the sentence that was read.
  ///   - original: the text as given of a range of scalars.
  /// - Complexity: O(1) but for matches that end in such a letter.
  package func capitalized(
    _ match: NumericMatch, in scalars: UnsafeBufferPointer<UInt32>, original: (Range<Int>) -> String
  ) -> NumericMatch {
    let last = match.range.upperBound - 1
    guard match.kind == .measure, last > match.range.lowerBound, GrammarScalar.isLatinLetter(scalars[last]),
      !GrammarScalar.isLatinLetter(scalars[last - 1]),
      let unit = vocabulary.capitals.first(where: { $0.letter == scalars[last] }),
      original(last..<last + 1).unicodeScalars.first.map(\.properties.isUppercase) == true
    else { return match }
    var result = match
    result.rule = "measure.capital"
    result.unit = unit.canonical
    guard match.range.count == scalars.count, case .number(let value) = match.value else { return result }
    (result.kind, result.unit, result.inner) = (.number, nil, [])
    result.value = .number(value.scaled(by: unit.power))
    result.lower = match.lower?.scaled(by: unit.power)
    result.upper = match.upper?.scaled(by: unit.power)
    result.alternatives = []
    return result
  }
}

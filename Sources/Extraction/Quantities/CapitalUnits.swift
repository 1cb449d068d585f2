/// Units of one letter that folded text cannot tell apart: 128G is read as 128g.
extension NumericReader {
  /// Corrects a match whose unit is written as a capital: to data (128G, 500M), or, where nothing else is said, to a number
  /// (1.6M is 1,600,000).
  ///
  /// - Parameters:
  ///   - scalars: the sentence that was read.
  ///   - original: the text as given of a range of scalars.
  /// - Complexity: O(1) but for matches that end in such a letter.
  package func capitalize(
    _ match: inout NumericMatch, in scalars: UnsafeBufferPointer<UInt32>, original: (Range<Int>) -> String
  ) {
    let last = match.range.upperBound - 1
    guard Self.mayBeCapital(match.kind, match.range, in: scalars),
      let unit = vocabulary.capitals.first(where: { $0.letter == scalars[last] }),
      original(last..<last + 1).unicodeScalars.first.map(\.properties.isUppercase) == true
    else { return }
    match.rule = "measure.capital"
    match.unit = unit.canonical
    guard match.range.count == scalars.count, case .number(let value) = match.value else { return }
    (match.kind, match.unit, match.inner) = (.number, nil, [])
    match.value = .number(value.scaled(by: unit.power))
    match.lower = match.lower?.scaled(by: unit.power)
    match.upper = match.upper?.scaled(by: unit.power)
    match.alternatives = []
  }

  /// Whether a match of that kind is one to ask ``capitalize(_:in:original:)`` about: hardly any is.
  static func mayBeCapital(_ kind: NumericKind, _ range: Range<Int>, in scalars: UnsafeBufferPointer<UInt32>) -> Bool {
    let last = range.upperBound - 1
    return kind == .measure && last > range.lowerBound && GrammarScalar.isLatinLetter(scalars[last])
      && !GrammarScalar.isLatinLetter(scalars[last - 1])
  }
}

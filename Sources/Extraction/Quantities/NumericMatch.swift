/// One quantity or time of a sentence.
package struct NumericMatch: Sendable {
  /// Indices of scalars of the sentence given.
  package var range: Range<Int>
  package var kind: NumericKind
  package var value: NumericValue
  /// The canonical unit: `kg`, `CNY`, `%`, `year`, or the measure word; nil if the kind has none.
  package var unit: String?
  package var approximation: Approximation = .exact
  /// The least and the most it may be, where the words say so: 近2000 has the upper bound 2000.
  package var lower: ExactDecimal?
  package var upper: ExactDecimal?
  /// The other values that the words may have, for an approximation its interval; mostly none.
  package var alternatives: [NumericValue] = []
  /// Of a time: what is said, in the Extended Date/Time Format.
  package var edtf: String?
  /// The numerals inside, filled only when asked for.
  package var inner: [NumericMatch] = []
  /// The name of the pattern that made it: `money.currency-after`.
  package var rule: String
}

/// What a match is worth.
public enum NumericValue: Sendable, Hashable {
  /// A time that no reference time settles, or a word like 近日.
  case unknown
  case number(ExactDecimal)
  /// Numbers from … to …; an open end is nil.
  case interval(ExactDecimal?, ExactDecimal?)
  /// An ISO 8601 date, time, or duration, or the digits of a telephone number.
  case text(String)
  /// ISO 8601 times or durations, the end exclusive; an open end is nil.
  case period(String?, String?)
}

/// What the sentences before say about time; one value an article, handed from sentence to sentence.
package struct NumericContext: Sendable, BitwiseCopyable {
  /// The moment of the report. Without it relative times are found, but their value is unknown.
  package var reference: Moment?
  /// The day named last, which 当天 and 次日 mean.
  package internal(set) var namedDay: CalendarDate?
  /// The year named last, which 同年 means.
  package internal(set) var namedYear: Int?
  /// Whether ``namedYear`` came without a month, as 2019年 in 较2019年.
  var isYearAlone = false
  /// The month and its year named last, to which a bare 5日 belongs.
  package internal(set) var namedMonth: CalendarDate?

  package init(reference: Moment? = nil) { self.reference = reference }

  /// Ends a paragraph: a year that was told without a month holds for the dates beside it only, unless the article
  /// opens with it.
  mutating func leaveParagraph(isOpening: Bool) {
    guard isYearAlone else { return }
    if isOpening { isYearAlone = false } else { namedYear = nil }
  }
}

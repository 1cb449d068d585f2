/// What the sentences before say about time; one value an article, handed from sentence to sentence.
package struct NumericContext: Sendable, BitwiseCopyable {
  /// The moment of the report. Without it relative times are found, but their value is unknown.
  package var reference: Moment?
  /// The day named last, which 当天 and 次日 mean.
  package internal(set) var namedDay: CalendarDate?
  /// The year named last, which 同年 means.
  package internal(set) var namedYear: Int?
  /// The month and its year named last, to which a bare 5日 belongs.
  package internal(set) var namedMonth: CalendarDate?

  package init(reference: Moment? = nil) { self.reference = reference }
}

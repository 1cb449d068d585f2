public import Extraction
public import Text

/// A time as Chinese text says it, with its value.
///
/// ```swift
/// let monday = Moment(iso: "2024-11-18")
/// TimeExpression("2024年4月18日")?.edtf                      // 2024-04-18
/// TimeExpression("去年三季度", reference: monday)?.value       // 2023-07-01 up to, not including, 2023-10-01
/// TimeExpression("农历八月十五", reference: monday)?.edtf      // 2024-09-17
/// TimeExpression("10月12日")?.edtf                          // XXXX-10-12
/// TimeExpression("每两年")?.value                            // P2Y
/// TimeExpression("三只")                                    // nil: no time
/// ```
/// Dates, times of day, periods and repeated times are read, by the solar, the lunar and other calendars, absolute and
/// relative to a reference time. A length of time (三天) is a quantity and is not read here.
public struct TimeExpression: Sendable, Hashable {
  /// A point, a period (``NumericKind/dateperiod`` …) or ``NumericKind/set``, a repeated time.
  public let kind: NumericKind
  /// The value in ISO 8601: a point as text, a period with its exclusive end, a repeated time as the length from one to
  /// the next. Unknown where the words need a reference time that was not given, or name no certain time (近日).
  public let value: NumericValue
  /// Other values that the words may have: the Monday to come beside the one gone by.
  public let alternatives: [NumericValue]
  /// What is said and no more, in the Extended Date/Time Format: `2024-03`, `199X`, `2024-04-15/2024-04-17`.
  public let edtf: String?
  /// ``Approximation/about`` where the words say so (3点左右), else exact.
  public let approximation: Approximation
  /// Where it stands in the text that was given.
  public let span: Span
  /// Its characters as they were written.
  public let text: String

  /// Reads a text that is one time and nothing else, but for spaces around it; nil for every other text.
  ///
  /// - Parameter reference: what relative times count from; nil leaves their values open. The clock is never asked.
  /// - Complexity: O(*n*); the first use makes the tables, in some milliseconds.
  public init?(_ text: String, reference: Moment? = nil) {
    let source = FoldedText(text)
    let blank: UInt32 = 0x20
    guard let first = source.scalars.firstIndex(where: { $0 != blank }),
      let last = source.scalars.lastIndex(where: { $0 != blank })
    else { return nil }
    let matches = Self.matches(in: source, reference)
    // “十四五”期间 is found with its quotation mark, from which it begins.
    guard let match = matches.first, match.kind.isTime, match.range == first..<last + 1 else { return nil }
    self.init(match, in: source)
  }

  /// All times of a text, in order; 当天 and 同年 mean what was named before them.
  ///
  /// ```swift
  /// TimeExpression.all(in: "8月3日暴雨，次日放晴", reference: Moment(iso: "2024-11-18")).map(\.edtf)
  /// // 2024-08-03, 2024-08-04
  /// ```
  /// - Complexity: O(*n*).
  public static func all(in text: String, reference: Moment? = nil) -> [TimeExpression] {
    let source = FoldedText(text)
    return matches(in: source, reference).filter(\.kind.isTime).map { TimeExpression($0, in: source) }
  }

  private static func matches(in source: FoldedText, _ reference: Moment?) -> [NumericMatch] {
    var context = NumericContext(reference: reference)
    return source.scalars.withUnsafeBufferPointer { NumberTables.reader.read($0, context: &context) }
  }

  private init(_ match: NumericMatch, in source: FoldedText) {
    kind = match.kind
    value = match.value
    alternatives = match.alternatives
    edtf = match.edtf
    approximation = match.approximation
    (span, text) = source.place(match.range)
  }
}

extension TimeExpression: CustomStringConvertible {
  /// What it says in EDTF, or the text where that is not known.
  public var description: String { edtf ?? text }
}

public import Extraction
public import Text

/// A number as Chinese text writes it, with its exact value.
///
/// ```swift
/// ChineseNumber("两万八千五百")?.value       // 28500
/// ChineseNumber("１亿3000万")?.value        // 130000000
/// ChineseNumber("壹佰零伍點叁")?.value        // 105.3
/// ChineseNumber("三分之一")?.value.double   // 0.3333333333333333
/// ChineseNumber("十几")?.upper              // 19
/// ChineseNumber("三只")                     // nil: a quantity, not a number
/// ```
/// Arabic digits (full width, with separators and signs), Chinese ones (ordinary, formal, digit by digit, traditional),
/// mixtures (3.2万, 两万八), fractions and powers are read. What is counted is not: that is the task of ``Analyzer``.
public struct ChineseNumber: Sendable, Hashable {
  /// What it says; of an indefinite number the least (十几: 11).
  public let value: ExactDecimal
  /// The most that an indefinite number may mean (十几: 19, 三四百: 400); nil for all others.
  public let upper: ExactDecimal?
  /// Where it stands in the text that was given.
  public let span: Span
  /// Its characters as they were written.
  public let text: String

  /// Reads a text that is a number and nothing else, but for spaces around it; nil for every other text.
  ///
  /// - Complexity: O(*n*); the first use makes the tables, in some milliseconds.
  public init?(_ text: String) {
    let source = FoldedText(text)
    guard let number = source.scalars.withUnsafeBufferPointer({ NumberTables.reader.number($0) }) else { return nil }
    (value, upper) = (number.low, number.high)
    span = Span(lower: 0, upper: text.utf8.count)
    self.text = text
  }

  private init(value: ExactDecimal, upper: ExactDecimal?, span: Span, text: String) {
    (self.value, self.upper, self.span, self.text) = (value, upper, span, text)
  }

  /// All numbers of a text, in order: those that count something, and those in times and names as well.
  ///
  /// ```swift
  /// ChineseNumber.all(in: "三亚2024年接待游客3400余万人次").map(\.value)   // 3, 2024, 34000000
  /// ```
  /// To know which of them are quantities, ask ``Analyzer``.
  ///
  /// - Complexity: O(*n*).
  public static func all(in text: String) -> [ChineseNumber] {
    let source = FoldedText(text)
    return source.scalars.withUnsafeBufferPointer { NumberTables.reader.numerals($0) }.compactMap { match in
      let place = source.place(match.range)
      switch match.value {
      case .number(let value): return ChineseNumber(value: value, upper: nil, span: place.span, text: place.text)
      case .interval(let low?, let high):
        return ChineseNumber(value: low, upper: high, span: place.span, text: place.text)
      default: return nil
      }
    }
  }
}

extension ChineseNumber: CustomStringConvertible {
  /// The value in digits, `11–19` for an indefinite number.
  public var description: String { upper.map { "\(value)–\($0)" } ?? "\(value)" }
}

public import Text

/// A quantity or a time with its value.
public struct NumericFact: Sendable, Hashable {
  public var kind: NumericKind { parts.value.kind }
  /// Where it stands in the original text.
  public var span: Span { parts.value.span }
  /// Its characters, without line breaks that were joined.
  public var text: String { parts.value.text }
  /// What it says; `unknown` if the text alone does not tell (a relative time without a reference time).
  public var value: NumericValue { parts.value.value }
  /// The canonical unit: `km`, `CNY`, `人`; nil for plain numbers and times.
  public var unit: String? { parts.value.unit }
  public var approximation: Approximation { parts.value.approximation }
  /// The interval that an approximation leaves, where one end is known.
  public var lower: Double? { parts.value.lower }
  public var upper: Double? { parts.value.upper }
  /// The other values that the words may have: of a time the weekday to come beside the one gone by, of an approximation
  /// the interval that it leaves (至少4升: from 4 on); mostly none.
  public var alternatives: [NumericValue] { parts.value.alternatives }
  /// Of a time: what is said and no more, in the Extended Date/Time Format of ISO 8601-2: `2024-03`, `199X`,
  /// `2024-04-15/2024-04-17`, `XXXX-10-12`. Nil where the text alone does not tell, and for quantities.
  public var edtf: String? { parts.value.edtf }
  /// The pattern that made it.
  public var rule: String { parts.value.rule }
  /// Numerals inside: the 3 of `3万元`.
  public var nested: [NumericFact] { parts.value.nested }

  /// Held once, because measurements and roles name their quantities and times.
  private let parts: Shared<Parts>

  /// What it tells.
  private struct Parts: Sendable, Hashable {
    let kind: NumericKind
    let span: Span
    let text: String
    let value: NumericValue
    let unit: String?
    let approximation: Approximation
    let lower: Double?
    let upper: Double?
    let alternatives: [NumericValue]
    let edtf: String?
    let rule: String
    let nested: [NumericFact]
  }

  public init(
    kind: NumericKind, span: Span, text: String, value: NumericValue, unit: String?, approximation: Approximation,
    lower: Double?, upper: Double?, alternatives: [NumericValue] = [], edtf: String? = nil, rule: String,
    nested: [NumericFact]
  ) {
    parts = Shared(
      Parts(
        kind: kind, span: span, text: text, value: value, unit: unit, approximation: approximation, lower: lower,
        upper: upper, alternatives: alternatives, edtf: edtf, rule: rule, nested: nested))
  }
}

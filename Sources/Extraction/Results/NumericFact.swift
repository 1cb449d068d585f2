public import Text

/// A quantity or a time with its value.
public struct NumericFact: Sendable, Hashable {
  public let kind: NumericKind
  /// Where it stands in the original text.
  public let span: Span
  /// Its characters, without line breaks that were joined.
  public let text: String
  /// What it says; `unknown` if the text alone does not tell (a relative time without a reference time).
  public let value: NumericValue
  /// The canonical unit: `km`, `CNY`, `人`; nil for plain numbers and times.
  public let unit: String?
  public let approximation: Approximation
  /// The interval that an approximation leaves, where one end is known.
  public let lower: Double?
  public let upper: Double?
  /// The other values that the words may have: of a time the weekday to come beside the one gone by, of an approximation
  /// the interval that it leaves (至少4升: from 4 on); mostly none.
  public let alternatives: [NumericValue]
  /// Of a time: what is said and no more, in the Extended Date/Time Format of ISO 8601-2: `2024-03`, `199X`,
  /// `2024-04-15/2024-04-17`, `XXXX-10-12`. Nil where the text alone does not tell, and for quantities.
  public let edtf: String?
  /// The pattern that made it.
  public let rule: String
  /// Numerals inside: the 3 of `3万元`.
  public let nested: [NumericFact]

  public init(
    kind: NumericKind, span: Span, text: String, value: NumericValue, unit: String?, approximation: Approximation,
    lower: Double?, upper: Double?, alternatives: [NumericValue] = [], edtf: String? = nil, rule: String,
    nested: [NumericFact]
  ) {
    self.kind = kind
    self.span = span
    self.text = text
    self.value = value
    self.unit = unit
    self.approximation = approximation
    self.lower = lower
    self.upper = upper
    self.alternatives = alternatives
    self.edtf = edtf
    self.rule = rule
    self.nested = nested
  }
}

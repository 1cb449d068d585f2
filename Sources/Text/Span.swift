/// A half-open range of UTF-8 offsets into the original text, as it was given after decoding.
///
/// Every public result points with a `Span`; characters, UTF-16 units, lines and columns are computed from it at the
/// edge (``OffsetUnit``). Both ends lie on boundaries of Unicode scalars.
public struct Span: Hashable, Sendable, Comparable, Codable {
  /// The offset of the first byte.
  public let lower: Int
  /// The offset past the last byte.
  public let upper: Int

  /// Precondition: `0 <= lower <= upper`.
  public init(lower: Int, upper: Int) {
    precondition(0 <= lower && lower <= upper, "a span runs forward")
    self.lower = lower
    self.upper = upper
  }

  /// The number of bytes covered.
  public var count: Int { upper - lower }
  public var isEmpty: Bool { lower == upper }
  public var range: Range<Int> { lower..<upper }

  /// Whether every byte of `other` lies in this span.
  public func contains(_ other: Span) -> Bool { lower <= other.lower && other.upper <= upper }

  /// Whether the two share at least one byte.
  public func overlaps(_ other: Span) -> Bool { lower < other.upper && other.lower < upper }

  /// Earlier first; of two that start together the longer first.
  public static func < (a: Span, b: Span) -> Bool {
    a.lower != b.lower ? a.lower < b.lower : a.upper > b.upper
  }
}

extension Span: CustomStringConvertible {
  public var description: String { "\(lower)..<\(upper)" }
}

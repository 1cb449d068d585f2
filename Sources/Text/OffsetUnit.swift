/// What offsets in an output count.
public enum OffsetUnit: String, Hashable, Sendable, CaseIterable, Codable {
  /// Unicode scalars (code points), as Python counts.
  case scalar
  /// UTF-16 units, as Java, JavaScript and Objective-C count.
  case utf16
  /// Bytes of UTF-8, as ``Span`` counts.
  case utf8
}

/// What is wrong with a query, and where.
public struct QueryError: Error, Sendable, Equatable {
  public let query: String
  /// The part of the query that cannot be read: UTF-8 offsets.
  public let range: Range<Int>
  public let reason: String

  init(_ reason: String, _ range: Range<Int>, in query: String) {
    self.reason = reason
    self.range = range.clamped(to: 0..<query.utf8.count)
    self.query = query
  }
}

extension QueryError: CustomStringConvertible {
  /// The reason, and below it the query with carets under the part that is meant, where it is short enough for a line.
  public var description: String {
    guard query.utf8.count <= 300, !query.contains(where: \.isNewline) else { return "query: \(reason)" }
    let bytes = Array(query.utf8)
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    let meant = String(decoding: bytes[range], as: UTF8.self)
    // An ideographic space is as wide as an ideograph, whatever the font.
    let indent = before.unicodeScalars.map { $0.isASCII ? " " : "\u{3000}" }.joined()
    let carets = meant.unicodeScalars.map { $0.isASCII ? "^" : "＾" }.joined()
    return "query: \(reason)\n  \(query)\n  \(indent)\(carets.isEmpty ? "^" : carets)"
  }
}

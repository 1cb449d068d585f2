/// A record of JSON Lines: a text to be analysed, with its id.
package struct JSONRecord {
  /// The id as it stands in the line, a JSON string or number; nil without one.
  package var id: [UInt8]?
  /// Valid UTF-8. Halves of surrogate pairs that stand alone become U+FFFD.
  package var text: [UInt8] = []
  package var referenceTime: String?

  /// Reads one line of valid UTF-8.
  ///
  /// - Throws: what is wrong, with the byte where it stands.
  /// - Complexity: O(n), whatever the line.
  package init(parsing line: UnsafeBufferPointer<UInt8>) throws(JSONScanner.Failure) {
    var scanner = JSONScanner(line)
    var hasText = false
    try scanner.object { key, scanner throws(JSONScanner.Failure) in
      switch key {
      case "id":
        let start = scanner.valueStart()
        switch scanner.peek() {
        case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          try scanner.skipValue()
          id = Array(line[start..<scanner.position])
        case UInt8(ascii: "n"): try scanner.skipValue()
        default: throw scanner.failure("\"id\" is neither a string nor a number")
        }
      case "text":
        _ = scanner.valueStart()
        guard scanner.peek() == UInt8(ascii: "\"") else { throw scanner.failure("\"text\" is not a string") }
        text = try scanner.string()
        hasText = true
      case "reference_time":
        _ = scanner.valueStart()
        if scanner.peek() == UInt8(ascii: "\"") {
          referenceTime = String(decoding: try scanner.string(), as: UTF8.self)
        } else {
          try scanner.skipValue()
        }
      default: try scanner.skipValue()
      }
    }
    try scanner.end()
    if !hasText { throw JSONScanner.Failure(offset: 0, reason: "there is no \"text\"") }
  }
}

package import Text

/// A text whose expected results stand in 【】, so that no one counts offsets: `总理【李强】出席会议`.
package struct MarkedText: Sendable {
  /// Without the marks.
  package let text: String
  /// What was marked, in the order of the text.
  package let spans: [Span]

  package init(_ marked: String) {
    var bytes: [UInt8] = []
    var spans: [Span] = []
    var start = 0
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "【": start = bytes.count
      case "】": spans.append(Span(lower: start, upper: bytes.count))
      default: bytes += Array(String(scalar).utf8)
      }
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.spans = spans
  }

  /// The text with `spans`, which must be in order and apart, marked.
  package static func marking(_ text: String, _ spans: [Span]) -> String {
    var result = ""
    var position = 0
    let bytes = Array(text.utf8)
    for span in spans {
      result += String(decoding: bytes[position..<span.lower], as: UTF8.self)
      result += "【" + String(decoding: bytes[span.range], as: UTF8.self) + "】"
      position = span.upper
    }
    return result + String(decoding: bytes[position...], as: UTF8.self)
  }
}

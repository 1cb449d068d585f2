/// Text that is safe between tags and in quoted attributes.
enum HTMLText {
  static func append(_ utf8: some Sequence<UInt8>, to out: inout [UInt8]) {
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      // HTML has no such characters, not even as references.
      case 0..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: out += "\u{FFFD}".utf8
      default: out.append(byte)
      }
    }
  }

  static func append(_ text: String, to out: inout [UInt8]) { append(text.utf8, to: &out) }
}

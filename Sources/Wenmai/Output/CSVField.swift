/// A field of comma-separated values by RFC 4180: in quotation marks where it needs them.
enum CSVField {
  static func append(_ text: some StringProtocol, to out: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let field = text.utf8
    guard field.contains(where: { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }) else {
      out += field
      return
    }
    out.append(quote)
    for byte in field {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}

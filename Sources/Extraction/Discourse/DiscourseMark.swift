/// What a character that is no word means for who does what.
enum DiscourseMark {
  case text
  case space
  /// `"`, which opens and closes.
  case straightQuote
  case sign(Sign.Kind)
  /// A mark of a pair; `style` is the same for both.
  case quote(Sign.Kind, style: Int)

  /// The mark at `position`, and its length in bytes.
  ///
  /// Written for the normalized text, but full-width forms are known too, since folding is up to the dictionaries.
  @inline(__always)
  static func at<Bytes: RandomAccessCollection<UInt8>>(
    _ position: Int, in bytes: Bytes
  ) -> (DiscourseMark, width: Int) where Bytes.Index == Int {
    let lead = bytes[position]
    switch lead {
    case 0..<0x80: return (ascii(lead), 1)
    case 0xE2, 0xE3, 0xEF:
      guard position + 3 <= bytes.count else { return (.text, bytes.count - position) }
      let value =
        UInt32(lead & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6 | UInt32(bytes[position + 2] & 0x3F)
      return (wide(value), 3)
    case 0xF0...: return (.text, 4)
    case 0xE0...: return (.text, 3)
    case 0xC0...: return (.text, 2)
    default: return (.text, 1)
    }
  }

  private static func ascii(_ byte: UInt8) -> DiscourseMark {
    switch byte {
    case 0x20, 0x09: .space
    case 0x0A...0x0D, UInt8(ascii: "!"), UInt8(ascii: "?"): .sign(.stop)
    case UInt8(ascii: ","): .sign(.comma)
    case UInt8(ascii: ";"): .sign(.semicolon)
    case UInt8(ascii: ":"): .sign(.colon)
    case UInt8(ascii: "("): .sign(.open)
    case UInt8(ascii: ")"): .sign(.close)
    case UInt8(ascii: "\""): .straightQuote
    default: .text
    }
  }

  private static func wide(_ value: UInt32) -> DiscourseMark {
    switch value {
    // 《 and 》 only embrace a name: 《云岭日报》记者
    case 0x3000, 0x300A, 0x300B: .space
    // 。 ！ ？
    case 0x3002, 0xFF01, 0xFF1F: .sign(.stop)
    case 0xFF0C: .sign(.comma)
    case 0x3001: .sign(.enumeration)
    case 0xFF1B: .sign(.semicolon)
    case 0xFF1A: .sign(.colon)
    case 0xFF08: .sign(.open)
    case 0xFF09: .sign(.close)
    case 0x201C: .quote(.openQuote, style: 1)
    case 0x201D: .quote(.closeQuote, style: 1)
    case 0x2018: .quote(.openQuote, style: 2)
    case 0x2019: .quote(.closeQuote, style: 2)
    // 「」 『』
    case 0x300C: .quote(.openQuote, style: 3)
    case 0x300D: .quote(.closeQuote, style: 3)
    case 0x300E: .quote(.openQuote, style: 4)
    case 0x300F: .quote(.closeQuote, style: 4)
    default: .text
    }
  }
}

/// What a character means for the end of a sentence.
enum SentenceMark {
  case other
  case space
  /// 。！？ and the like: ends a sentence.
  case terminator
  /// `.`, which ends one sometimes.
  case fullStop
  /// …: neither ends a sentence nor keeps one from ending.
  case pause
  /// Closes a quotation or bracket.
  case closer
  /// Opens a bracket whose inside is no place to end a sentence.
  case opener
  /// `"`, which opens and closes.
  case quote
  /// ，、；： and —: the sentence goes on.
  case comma
  case lineBreak

  /// The mark at `i`, and its length in bytes.
  ///
  /// Written for the normalized text, but full-width forms are known too, since folding is up to the caller.
  @inline(__always)
  static func at(_ i: Int, in text: UnsafeBufferPointer<UInt8>) -> (SentenceMark, length: Int) {
    let lead = text[i]
    switch lead {
    case 0..<0x80: return (ascii(lead), 1)
    case 0xE2, 0xE3, 0xEF:
      guard i &+ 3 <= text.count else { return (.other, text.count &- i) }
      let value = UInt32(lead & 0x0F) << 12 | UInt32(text[i &+ 1] & 0x3F) << 6 | UInt32(text[i &+ 2] & 0x3F)
      return (wide(value), 3)
    case 0xF0...: return (.other, min(4, text.count &- i))
    case 0xE0...: return (.other, min(3, text.count &- i))
    case 0xC2 where i &+ 1 < text.count && (text[i &+ 1] == 0x85 || text[i &+ 1] == 0xA0):
      return (text[i &+ 1] == 0x85 ? .lineBreak : .space, 2)
    case 0xC0...: return (.other, min(2, text.count &- i))
    default: return (.other, 1)
    }
  }

  @inline(__always)
  private static func ascii(_ byte: UInt8) -> SentenceMark {
    switch byte {
    case 0x20, 0x09: .space
    case 0x0A...0x0D: .lineBreak
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .terminator
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): .comma
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closer
    case UInt8(ascii: "("), UInt8(ascii: "["): .opener
    case UInt8(ascii: "\""): .quote
    default: .other
    }
  }

  @inline(__always)
  private static func wide(_ value: UInt32) -> SentenceMark {
    switch value {
    // 。 ｡ ！ ？ ‼ ⁇ ⁈ ⁉
    case 0x3002, 0xFF61, 0xFF01, 0xFF1F, 0x203C, 0x2047...0x2049: .terminator
    case 0xFF0E: .fullStop
    case 0x3000, 0x2000...0x200B: .space
    case 0x2028, 0x2029: .lineBreak
    // … ⋯
    case 0x2026, 0x22EF: .pause
    // ， 、 ； ： ､ — ―
    case 0xFF0C, 0x3001, 0xFF1B, 0xFF1A, 0xFF64, 0x2014, 0x2015: .comma
    // ’ ” 〉 》 」 』 】 〕 〗 〙 〛 〞 〟 ） ］ ｝ ｣
    case 0x2019, 0x201D, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B, 0x301E, 0x301F,
      0xFF09, 0xFF3D, 0xFF5D, 0xFF63:
      .closer
    // 〈 《 【 〔 〖 （ ［: quotations are not among them, for they hold sentences.
    case 0x3008, 0x300A, 0x3010, 0x3014, 0x3016, 0xFF08, 0xFF3B: .opener
    default: .other
    }
  }
}

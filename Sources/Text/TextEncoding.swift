/// The encodings in which Chinese text comes.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable, Codable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// GB 18030, and with it GBK and GB 2312, which it contains.
  case gb18030 = "GB18030"
  /// Big5 with Hong Kong's additions (HKSCS), which contain those of Windows.
  case big5 = "Big5"

  /// The encoding of that name: its IANA name or one that is in use, in any case (`gbk`, `UTF8`, `big5-hkscs`).
  public init?(name: String) {
    let key = String(name.lowercased().unicodeScalars.filter { $0 != "-" && $0 != "_" && $0 != " " })
    switch key {
    case "utf8", "ascii", "usascii": self = .utf8
    case "utf16le", "utf16": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "euccn", "gb": self = .gb18030
    case "big5", "big5hkscs", "cp950", "big5eten": self = .big5
    default: return nil
    }
  }

  /// ICU's converter for it.
  var converter: String {
    switch self {
    case .big5: "Big5-HKSCS"
    default: rawValue
    }
  }

  /// The bytes of U+FEFF, which some programs put in front.
  var byteOrderMark: [UInt8] {
    switch self {
    case .utf8: [0xEF, 0xBB, 0xBF]
    case .utf16LittleEndian: [0xFF, 0xFE]
    case .utf16BigEndian: [0xFE, 0xFF]
    case .gb18030: [0x84, 0x31, 0x95, 0x33]
    case .big5: []
    }
  }
}

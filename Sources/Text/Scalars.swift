/// Unicode scalars read by hand out of UTF-8, for code that walks lines.
///
/// Never traps: a byte that does not belong to well-formed UTF-8 is read as U+FFFD, one byte long.
enum Scalars {
  static let replacement: UInt32 = 0xFFFD

  /// The scalar at `offset` and its length in bytes. Precondition: `offset < limit <= bytes.count`.
  @inline(__always)
  static func at(_ offset: Int, of bytes: [UInt8], limit: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard length > 1, offset + length <= limit else { return (replacement, 1) }
    var value = first & (0x7F >> UInt32(length))
    for index in offset + 1..<offset + length {
      let next = UInt32(bytes[index])
      guard next & 0xC0 == 0x80 else { return (replacement, 1) }
      value = value << 6 | next & 0x3F
    }
    return (value, length)
  }

  /// The scalar that ends before `offset`. Precondition: `limit < offset`; `limit` is the start of a scalar.
  static func before(_ offset: Int, of bytes: [UInt8], limit: Int) -> (value: UInt32, length: Int) {
    var start = offset - 1
    while start > limit, bytes[start] & 0xC0 == 0x80, offset - start < 4 { start -= 1 }
    let scalar = at(start, of: bytes, limit: offset)
    return start + scalar.length == offset ? scalar : (replacement, 1)
  }

  /// Unicode White_Space, the byte order mark and the zero-width space; line ends too.
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// LF, VT, FF, CR, NEL, LS, PS.
  static func isLineEnd(_ value: UInt32) -> Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  static func isHan(_ value: UInt32) -> Bool {
    switch value {
    case 0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  static func isLatinOrDigit(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { 0x30...0x39 ~= value || 0xFF10...0xFF19 ~= value }

  /// Two columns for East Asian wide characters and the punctuation set with them, one for others.
  static func columns(_ value: UInt32) -> Int {
    switch value {
    case 0x1100...0x115F, 0x2014, 0x2018...0x201D, 0x2025, 0x2026, 0x2460...0x24FF, 0x2580...0x27BF, 0x2E80...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFF:
      2
    default: 1
    }
  }
}

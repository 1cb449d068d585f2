/// Tells UTF-16 without byte order mark by its high bytes; ICU's detector does not.
enum UTF16Guess {
  /// UTF-16 in the byte order that makes more sense, or nil if neither does.
  ///
  /// A unit makes sense when it is a line feed, an ASCII character, a Chinese ideograph or Chinese punctuation. In UTF-16
  /// Chinese text nearly all do; in the wrong order, or in another encoding, at most half.
  static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    let units = bytes.count / 2
    if units == 0 || bytes.count % 2 != 0 && bytes.count < 1000 { return nil }
    var little = 0
    var big = 0
    for unit in 0..<units {
      let first = bytes[2 * unit]
      let second = bytes[2 * unit + 1]
      if sensible(high: second, low: first) { little += 1 }
      if sensible(high: first, low: second) { big += 1 }
    }
    let best = max(little, big)
    // 9/10 sensible, and clearly more than in the other order: bytes of GB18030 are sensible in neither.
    guard 10 * best >= 9 * units, 4 * min(little, big) < 3 * best else { return nil }
    return little > big ? .utf16LittleEndian : .utf16BigEndian
  }

  private static func sensible(high: UInt8, low: UInt8) -> Bool {
    switch high {
    case 0: low == 0x0A || low == 0x0D || low == 0x09 || (0x20..<0x7F).contains(low) || low >= 0xA0
    case 0x4E...0x9F: true
    case 0x20: low <= 0x3A
    case 0x30: low <= 0x20
    case 0xFF: low <= 0x5E && low > 0
    default: false
    }
  }
}

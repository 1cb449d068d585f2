extension String {
  /// The text of scalars such as a sentence's; values that are no scalars are left out.
  ///
  /// Bytes are written at once: to append scalar after scalar to a string takes ten times as long.
  ///
  /// - Complexity: O(*n*).
  init(folded scalars: some Sequence<UInt32>) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(3 * scalars.underestimatedCount)
    for value in scalars {
      switch value {
      case 0..<0x80: utf8.append(UInt8(truncatingIfNeeded: value))
      case 0x80..<0x800:
        utf8.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      case 0x800..<0xD800, 0xE000..<0x1_0000:
        utf8.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      case 0x1_0000..<0x11_0000:
        utf8.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
        utf8.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
      default: continue
      }
    }
    self = String(decoding: utf8, as: UTF8.self)
  }
}

/// What one scalar becomes, in 32 bits.
///
/// Results of up to three bytes, nearly all, stand in the entry itself: the bytes below, the first lowest, and their
/// number in the upper byte. Bit 31 tells that they are more than one scalar. Longer ones stand in a list.
struct FoldingEntry: Equatable, Sendable {
  let bits: UInt32

  /// It stays as it is.
  static let same = FoldingEntry(bits: 0)
  /// It is not read.
  static let ignored = FoldingEntry(bits: 0x7F << 24)

  /// A result of one to three bytes.
  init(bytes: [UInt8], scalars: Int) {
    var bits = UInt32(bytes.count) << 24 | (scalars > 1 ? 1 << 31 : 0)
    for (index, byte) in bytes.prefix(3).enumerated() { bits |= UInt32(byte) << (8 * UInt32(index)) }
    self.bits = bits
  }

  /// A scalar of one to three bytes; nil for one of four.
  init?(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0..<0x80: bits = 1 << 24 | value
    case 0x80..<0x800: bits = 2 << 24 | (0xC0 | value >> 6) | (0x80 | value & 0x3F) << 8
    case 0x800..<0x10000:
      bits = 3 << 24 | (0xE0 | value >> 12) | (0x80 | value >> 6 & 0x3F) << 8 | (0x80 | value & 0x3F) << 16
    default: return nil
    }
  }

  /// A longer result, by its number in the list.
  init(text: Int) { bits = 0x7E << 24 | UInt32(text) & 0xFF_FFFF }

  private init(bits: UInt32) { self.bits = bits }

  /// The number of the text in the list, or nil if the bytes stand here.
  var text: Int? { bits >> 24 == 0x7E ? Int(bits & 0xFF_FFFF) : nil }

  /// The number of bytes that stand here.
  @inline(__always)
  var count: Int { Int(bits >> 24 & 0x7F) }

  /// Whether it is one scalar of `length` bytes that stands here: it can overwrite one of that length.
  @inline(__always)
  func isScalar(ofLength length: Int) -> Bool { bits >> 24 == UInt32(truncatingIfNeeded: length) }
}

/// Converts byte offsets of one text into another unit.
///
/// Goes once through the text and keeps, of every 64 bytes, the count before them and a bit for each that begins a scalar: to
/// look an offset up is to count bits.
package struct OffsetMap: Sendable {
  /// 64 bytes of the text.
  private struct Stretch {
    /// Bit i: a scalar begins at byte i.
    var begins: UInt64 = 0
    /// The count of units before it.
    var count: UInt32 = 0
  }

  package let unit: OffsetUnit
  private let utf8: [UInt8]
  /// One more than the text has whole ones, so that its end lies in the last one.
  private let stretches: [Stretch]
  /// By stretch, for UTF-16: bit i: a scalar of two units begins at byte i. Empty for other units.
  private let wide: [UInt64]

  /// - Parameter utf8: valid UTF-8 of at most 4 GiB, shared, not copied.
  /// - Complexity: O(n), several GB/s; a quarter of the text's memory.
  package init(utf8: [UInt8], unit: OffsetUnit) {
    precondition(utf8.count <= Int(UInt32.max), "texts above 4 GiB are read in parts")
    self.utf8 = utf8
    self.unit = unit
    var stretches: [Stretch] = []
    var wide: [UInt64] = []
    if unit != .utf8 {
      utf8.withUnsafeBufferPointer { bytes in
        stretches.reserveCapacity(bytes.count / Self.stride + 1)
        if unit == .utf16 { wide.reserveCapacity(bytes.count / Self.stride + 1) }
        var total = 0
        var start = 0
        while start <= bytes.count {
          let (begins, beginsWide) = Self.marks(bytes, start)
          stretches.append(Stretch(begins: begins, count: UInt32(truncatingIfNeeded: total)))
          total += begins.nonzeroBitCount
          if unit == .utf16 {
            wide.append(beginsWide)
            total += beginsWide.nonzeroBitCount
          }
          start += Self.stride
        }
      }
    }
    self.stretches = stretches
    self.wide = wide
  }

  /// Of the 64 bytes from `start` on, a bit for each that begins a scalar, and for each that begins one of four bytes.
  @inline(__always)
  private static func marks(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (begins: UInt64, wide: UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    var (begins, wide): (UInt64, UInt64) = (0, 0)
    var index = start
    let end = min(start &+ stride, bytes.count)
    while index &+ 8 <= end {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      let shift = UInt64(truncatingIfNeeded: index &- start)
      // A continuation byte is 10xxxxxx; a scalar of two UTF-16 units begins with 1111xxxx.
      begins |= row(~(word &>> 7 & ~(word &>> 6))) &<< shift
      wide |= row(word &>> 7 & word &>> 6 & word &>> 5 & word &>> 4) &<< shift
      index &+= 8
    }
    while index < end {
      let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: index &- start)
      if bytes[index] & 0xC0 != 0x80 { begins |= bit }
      if bytes[index] >= 0xF0 { wide |= bit }
      index &+= 1
    }
    return (begins, wide)
  }

  /// The lowest bit of each byte, beside each other: the factor moves that of byte k to bit 56 + k, and no two meet.
  @inline(__always)
  private static func row(_ word: UInt64) -> UInt64 { ((word & ones) &* 0x0102_0408_1020_4080) &>> 56 }

  /// The offset in the map's unit of a byte offset; one inside a scalar counts as the end of that scalar, one past the
  /// end of the text as the end of the text.
  /// - Complexity: O(1).
  @inline(__always)
  package func offset(ofUTF8 offset: Int) -> Int {
    let offset = min(max(offset, 0), utf8.count)
    if unit == .utf8 { return offset }
    let index = offset &>> 6
    let before: UInt64 = 1 &<< UInt64(truncatingIfNeeded: offset & 63) &- 1
    let count = Int(stretches[index].count) &+ (stretches[index].begins & before).nonzeroBitCount
    return unit == .utf16 ? count &+ (wide[index] & before).nonzeroBitCount : count
  }

  /// The offsets of both ends of a span.
  /// - Complexity: O(1).
  package func offsets(ofUTF8 span: Span) -> (start: Int, end: Int) {
    (offset(ofUTF8: span.lower), offset(ofUTF8: span.upper))
  }

  /// The byte offset of an offset in the map's unit, the end of the text for one beyond it.
  /// - Complexity: O(log n).
  package func utf8Offset(of offset: Int) -> Int {
    if unit == .utf8 { return min(max(offset, 0), utf8.count) }
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if Int(stretches[middle].count) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    var place = (low - 1) * Self.stride
    var left = offset - Int(stretches[low - 1].count)
    while place < utf8.count {
      if utf8[place] & 0xC0 != 0x80 {
        if left <= 0 { break }
        left -= unit == .utf16 && utf8[place] >= 0xF0 ? 2 : 1
      }
      place += 1
    }
    return place
  }

  /// A word of eight bytes that are 1.
  static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let stride = 64
}

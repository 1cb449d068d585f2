extension OffsetMap {
  /// Counts the units whose scalars begin in `range`: eight bytes at a time by their upper bits.
  package static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit) -> Int {
    guard let base = bytes.baseAddress, unit != .utf8 else { return range.count }
    let isUTF16 = unit == .utf16
    var total = 0
    var start = range.lowerBound
    while range.upperBound &- start > Self.longestSum {
      total &+= count(base, start, start &+ Self.longestSum, of: bytes.count, isUTF16)
      start &+= Self.longestSum
    }
    return total &+ count(base, start, range.upperBound, of: bytes.count, isUTF16)
  }

  /// The same for at most ``longestSum`` bytes.
  @inline(__always)
  private static func count(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, of byteCount: Int, _ isUTF16: Bool
  ) -> Int {
    let raw = UnsafeRawPointer(base)
    /// In each byte: the units of the scalar that begins there.
    @inline(__always) func units(_ word: UInt64) -> UInt64 {
      // A continuation byte is 10xxxxxx; a scalar of two UTF-16 units begins with 1111xxxx.
      let leads = ~(word &>> 7 & ~(word &>> 6)) & ones
      return isUTF16 ? leads &+ (word &>> 7 & word &>> 6 & word &>> 5 & word &>> 4 & ones) : leads
    }
    // The bytes of the words are added up before they are added to each other; they stay below 256.
    var sums: UInt64 = 0
    var i = start
    while i &+ 8 <= end {
      sums &+= units(raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i &+= 8
    }
    // Of the last word the rest is left out, where the text goes on for a word.
    if i &+ 8 <= byteCount {
      let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
      let part: UInt64 = 1 &<< UInt64(truncatingIfNeeded: 8 &* (end &- i)) &- 1
      return sum(sums &+ (units(word) & part))
    }
    var total = sum(sums)
    while i < end {
      if base[i] & 0xC0 != 0x80 { total &+= isUTF16 && base[i] >= 0xF0 ? 2 : 1 }
      i &+= 1
    }
    return total
  }

  /// Bytes whose units are added up in one go: 64 words of at most two units a byte.
  private static let longestSum = 512

  /// The sum of eight bytes.
  @inline(__always)
  private static func sum(_ bytes: UInt64) -> Int {
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) &+ (bytes &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}

/// Converts byte offsets of one text into another unit.
///
/// Counts once through the text and keeps the count of every 64th byte, so that a look-up counts 64 bytes at most.
package struct OffsetMap: Sendable {
  package let unit: OffsetUnit
  private let utf8: [UInt8]
  /// The count of units before each multiple of ``stride``.
  private let checkpoints: [UInt32]

  /// - Parameter utf8: valid UTF-8 of at most 4 GiB, shared, not copied.
  /// - Complexity: O(n), several GB/s; 1/16 of the text's memory.
  package init(utf8: [UInt8], unit: OffsetUnit) {
    precondition(utf8.count <= Int(UInt32.max), "texts above 4 GiB are read in parts")
    self.utf8 = utf8
    self.unit = unit
    guard unit != .utf8 else {
      checkpoints = []
      return
    }
    checkpoints = utf8.withUnsafeBufferPointer { bytes in
      var counts: [UInt32] = []
      counts.reserveCapacity(bytes.count / Self.stride + 1)
      var total = 0
      var offset = 0
      while offset <= bytes.count {
        counts.append(UInt32(truncatingIfNeeded: total))
        total += Self.count(bytes, offset..<min(offset + Self.stride, bytes.count), unit)
        offset += Self.stride
      }
      return counts
    }
  }

  /// The offset in the map's unit of a byte offset; one inside a scalar counts as the end of that scalar, one past the
  /// end of the text as the end of the text.
  /// - Complexity: O(1): 64 bytes are counted, eight at a time.
  package func offset(ofUTF8 offset: Int) -> Int {
    let offset = min(max(offset, 0), utf8.count)
    if unit == .utf8 { return offset }
    let checkpoint = offset / Self.stride
    return Int(checkpoints[checkpoint])
      + utf8.withUnsafeBufferPointer { Self.count($0, checkpoint * Self.stride..<offset, unit) }
  }

  /// The offsets of both ends of a span: the end is counted from the start, where it is near.
  /// - Complexity: O(1).
  @inline(__always)
  package func offsets(ofUTF8 span: Span) -> (start: Int, end: Int) {
    let start = offset(ofUTF8: span.lower)
    guard unit != .utf8, span.upper - span.lower < Self.stride, span.lower >= 0, span.upper <= utf8.count else {
      return (start, offset(ofUTF8: span.upper))
    }
    return (start, start + utf8.withUnsafeBufferPointer { Self.count($0, span.lower..<span.upper, unit) })
  }

  /// The byte offset of an offset in the map's unit, the end of the text for one beyond it.
  /// - Complexity: O(log n).
  package func utf8Offset(of offset: Int) -> Int {
    if unit == .utf8 { return min(max(offset, 0), utf8.count) }
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if Int(checkpoints[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    var place = (low - 1) * Self.stride
    var left = offset - Int(checkpoints[low - 1])
    while place < utf8.count {
      if utf8[place] & 0xC0 != 0x80 {
        if left <= 0 { break }
        left -= unit == .utf16 && utf8[place] >= 0xF0 ? 2 : 1
      }
      place += 1
    }
    return place
  }

  /// Counts the units whose scalars begin in `range`: eight bytes at a time by their upper bits.
  package static func count(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ unit: OffsetUnit) -> Int {
    guard let base = bytes.baseAddress, unit != .utf8 else { return range.count }
    let isUTF16 = unit == .utf16
    var total = 0
    var start = range.lowerBound
    while range.upperBound &- start > Self.stretch {
      total &+= count(base, start, start &+ Self.stretch, of: bytes.count, isUTF16)
      start &+= Self.stretch
    }
    return total &+ count(base, start, range.upperBound, of: bytes.count, isUTF16)
  }

  /// The same for at most ``stretch`` bytes.
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
  private static let stretch = 512

  /// The sum of eight bytes.
  @inline(__always)
  private static func sum(_ bytes: UInt64) -> Int {
    let pairs = (bytes & 0x00FF_00FF_00FF_00FF) &+ (bytes &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let stride = 64
}

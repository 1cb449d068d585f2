/// Finds invalid UTF-8.
///
/// The standard library validates only by copying into a `String`, or with `UTF8Span`, which older systems lack.
package enum UTF8Scan {
  /// The offset of the first byte at or after `start` that is not part of valid UTF-8; the count when all is valid.
  ///
  /// - Complexity: O(n), above 1 GB/s on Chinese text.
  package static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int {
    guard let base = bytes.baseAddress else { return 0 }
    let raw = UnsafeRawPointer(base)
    let count = bytes.count
    var i = start
    while i < count {
      // Loads of a whole word stay inside the buffer: every one is guarded by `i + 8 <= count`.
      while i &+ 8 <= count {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self).littleEndian
        if word & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, plain(word & 0xFFFF), plain(word >> 24 & 0xFFFF) {
          i &+= 6  // two characters of three bytes: almost all of Chinese text
        } else if word & 0x8080_8080_8080_8080 == 0 {
          i &+= 8
        } else {
          break
        }
      }
      if i >= count { break }
      let length = sequenceLength(in: bytes, at: i)
      if length <= 0 { return i }
      i &+= length
    }
    return count
  }

  /// Whether a lead byte E0–EF and the byte after it are neither overlong (E0 80–9F) nor a surrogate (ED A0–BF).
  @inline(__always)
  private static func plain(_ pair: UInt64) -> Bool {
    let lead = pair & 0xFF
    if lead != 0xE0 && lead != 0xED { return true }
    return (pair >> 8 >= 0xA0) == (lead == 0xE0)
  }

  /// The length of the valid sequence at `i`, or, negated, of the invalid one: the longest start of a valid sequence,
  /// but at least one byte, as Unicode (chapter 3, "U+FFFD substitution of maximal subparts") and HTML have it.
  package static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at i: Int) -> Int {
    let lead = bytes[i]
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    let length: Int
    switch lead {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if lead == 0xE0 { low = 0xA0 }
      if lead == 0xED { high = 0x9F }
    case 0xF0...0xF4:
      length = 4
      if lead == 0xF0 { low = 0x90 }
      if lead == 0xF4 { high = 0x8F }
    default: return -1
    }
    var k = 1
    while k < length {
      guard i + k < bytes.count, low <= bytes[i + k], bytes[i + k] <= high else { return -k }
      low = 0x80
      high = 0xBF
      k += 1
    }
    return length
  }
}

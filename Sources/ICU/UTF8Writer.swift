/// Turns UTF-16 units that arrive in parts into UTF-8.
struct UTF8Writer {
  /// The first half of a surrogate pair whose second half comes with the next part.
  private var lead: UInt32 = 0

  /// Writes `units` to `bytes`, which has room for three bytes a unit and three more; returns the number of bytes.
  mutating func write(_ units: UnsafeBufferPointer<UInt16>, to bytes: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for unit in units {
      let value = UInt32(unit)
      if value < 0x80 {
        bytes[count] = UInt8(truncatingIfNeeded: value)
        count &+= 1
      } else if value < 0x800 {
        bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
        bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        count &+= 2
      } else if value & 0xF800 != 0xD800 {
        bytes[count] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
        bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
        bytes[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        count &+= 3
      } else if value < 0xDC00 {
        lead = value
      } else if lead != 0 {
        // ICU never writes half a pair; should it, the half is dropped rather than written as invalid UTF-8.
        let scalar = 0x10000 + ((lead & 0x3FF) << 10 | value & 0x3FF)
        bytes[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
        bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
        bytes[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
        bytes[count &+ 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
        count &+= 4
        lead = 0
      }
    }
    return count
  }
}

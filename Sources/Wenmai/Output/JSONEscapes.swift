/// Writes strings between quotation marks, with what JSON wants escaped.
enum JSONEscapes {
  /// What a byte becomes at most: `\u001f`.
  static let longest = 6

  /// Writes `utf8` from `room` on; returns how many bytes that were.
  ///
  /// - Precondition: there is room for ``longest`` bytes for each of `utf8`, and two more.
  static func write(_ utf8: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutablePointer<UInt8>) -> Int {
    room[0] = UInt8(ascii: "\"")
    var end = 1
    var index = 0
    while index < utf8.count {
      // Eight bytes at a time where none of them needs an escape: there is room for more than eight.
      if let base = utf8.baseAddress, index &+ 8 <= utf8.count {
        let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if isPlain(word) {
          UnsafeMutableRawPointer(room).storeBytes(of: word, toByteOffset: end, as: UInt64.self)
          index &+= 8
          end &+= 8
          continue
        }
      }
      let stop = min(index &+ 8, utf8.count)
      while index < stop {
        end = write(utf8[index], room, at: end)
        index &+= 1
      }
    }
    room[end] = UInt8(ascii: "\"")
    return end &+ 1
  }

  /// Whether none of the eight bytes is a control character, a quotation mark or a backslash.
  ///
  /// A byte of `x` that is zero shows in the upper bit of `(x - 1) & ~x`; a borrow may show more of them, which only
  /// sends the word the slow way.
  @inline(__always)
  private static func isPlain(_ word: UInt64) -> Bool {
    func zeros(_ x: UInt64) -> UInt64 { (x &- ones) & ~x }
    let controls = (word &- ones &* 0x20) & ~word
    let marks = zeros(word ^ ones &* UInt64(UInt8(ascii: "\""))) | zeros(word ^ ones &* UInt64(UInt8(ascii: "\\")))
    return (controls | marks) & (ones << 7) == 0
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Writes one byte at `end`; returns where the next one goes.
  @inline(__always)
  private static func write(_ byte: UInt8, _ room: UnsafeMutablePointer<UInt8>, at end: Int) -> Int {
    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      room[end] = byte
      return end &+ 1
    }
    return escape(byte, room, at: end)
  }

  private static func escape(_ byte: UInt8, _ room: UnsafeMutablePointer<UInt8>, at end: Int) -> Int {
    room[end] = UInt8(ascii: "\\")
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): room[end + 1] = byte
    case 0x0A: room[end + 1] = UInt8(ascii: "n")
    case 0x0D: room[end + 1] = UInt8(ascii: "r")
    case 0x09: room[end + 1] = UInt8(ascii: "t")
    default:
      room[end + 1] = UInt8(ascii: "u")
      room[end + 2] = UInt8(ascii: "0")
      room[end + 3] = UInt8(ascii: "0")
      room[end + 4] = hex(byte >> 4)
      room[end + 5] = hex(byte & 0xF)
      return end + longest
    }
    return end + 2
  }

  private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 0x30 + digit : 0x57 + digit }
}

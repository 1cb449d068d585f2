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
    if let base = utf8.baseAddress { end &+= write(UnsafeRawPointer(base), utf8.count, room + 1) }
    room[end] = UInt8(ascii: "\"")
    return end &+ 1
  }

  /// Eight bytes at a time where none of them needs an escape: there is room for more than eight.
  @inline(__always)
  private static func write(_ base: UnsafeRawPointer, _ count: Int, _ room: UnsafeMutablePointer<UInt8>) -> Int {
    let output = UnsafeMutableRawPointer(room)
    var index = 0
    var end = 0
    while index &+ 8 <= count {
      let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if isPlain(word) {
        output.storeBytes(of: word, toByteOffset: end, as: UInt64.self)
        index &+= 8
        end &+= 8
      } else {
        end = write(base, index..<index &+ 8, room, at: end)
        index &+= 8
      }
    }
    if index == count { return end }
    // What is left together with what is written already, which stands right before if none of it needed an escape.
    if count >= 8 {
      let word = base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      if isPlain(word) {
        end &+= count &- index
        output.storeBytes(of: word, toByteOffset: end &- 8, as: UInt64.self)
        return end
      }
    } else if count >= 4 {
      let first = base.loadUnaligned(as: UInt32.self)
      let last = base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      if isPlain(UInt64(first) &<< 32 | UInt64(last)) {
        output.storeBytes(of: first, as: UInt32.self)
        output.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
        return count
      }
    }
    return write(base, index..<count, room, at: end)
  }

  /// Writes the bytes of the range one by one; returns where the next one goes.
  @inline(never)
  private static func write(
    _ base: UnsafeRawPointer, _ range: Range<Int>, _ room: UnsafeMutablePointer<UInt8>, at start: Int
  ) -> Int {
    var end = start
    for index in range { end = write(base.load(fromByteOffset: index, as: UInt8.self), room, at: end) }
    return end
  }

  /// Whether none of the eight bytes is a control character, a quotation mark or a backslash.
  ///
  /// A byte of `x` that is zero shows in the upper bit of `(x - 1) & ~x`; a borrow may show more of them, which only
  /// sends the word the slow way.
  @inline(__always)
  static func isPlain(_ word: UInt64) -> Bool {
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

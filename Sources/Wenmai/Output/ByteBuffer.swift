/// Bytes that are written one after the other: room is asked for once a piece, and written without further checks.
///
/// An array asks of each byte whether the array is shared and has room, which costs more than the byte.
struct ByteBuffer {
  /// What is written, and behind it room.
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// What was written.
  var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// Appends a piece: `body` writes at most `limit` bytes from the pointer on, and returns how many they are.
  @inline(__always)
  mutating func write(atMost limit: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if count &+ limit > storage.count { grow(limit) }
    let start = count
    count &+= storage.withUnsafeMutableBufferPointer { room in
      room.baseAddress.map { body($0 + start) } ?? 0
    }
  }

  mutating func append(_ byte: UInt8) {
    write(atMost: 1) {
      $0[0] = byte
      return 1
    }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    write(atMost: bytes.count) {
      $0.update(from: base, count: bytes.count)
      return bytes.count
    }
  }

  @inline(never) private mutating func grow(_ limit: Int) {
    storage.append(contentsOf: repeatElement(0, count: max(limit, storage.count, 512)))
  }
}

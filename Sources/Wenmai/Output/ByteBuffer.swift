/// Bytes that are written one after the other into memory of their own.
///
/// Room is asked for once a piece, and written through a pointer without further checks: an array asks of each byte whether it
/// is shared and has room, which costs more than the byte. It has one owner, so that nothing need be asked.
struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0
  /// Where the memory goes when all is written.
  private let room: ByteRoom?

  init(capacity: Int = 512) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
    room = nil
  }

  /// Writes into memory that is used again.
  init(in room: ByteRoom) {
    (base, capacity) = room.take()
    self.room = room
  }

  deinit {
    if let room { room.give(base, capacity) } else { base.deallocate() }
  }

  /// What was written; valid until more is.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// Where the next piece goes, of `limit` bytes at most; ``advance(by:)`` tells how many were written. Valid until then.
  @inline(__always)
  mutating func room(for limit: Int) -> UnsafeMutablePointer<UInt8> {
    if count &+ limit > capacity { grow(limit) }
    return base + count
  }

  /// - Precondition: so many bytes were written where ``room(for:)`` told, and not more than it was asked for.
  @inline(__always)
  mutating func advance(by written: Int) { count &+= written }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    room(for: 1)[0] = byte
    advance(by: 1)
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    room(for: bytes.count).update(from: start, count: bytes.count)
    advance(by: bytes.count)
  }

  @inline(never)
  private mutating func grow(_ limit: Int) {
    let larger = max(count + limit, 4 * capacity)
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    memory.update(from: base, count: count)
    base.deallocate()
    base = memory
    capacity = larger
  }
}

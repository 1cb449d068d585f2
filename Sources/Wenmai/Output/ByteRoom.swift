/// Memory for what is written of one article, kept for the next one: to ask for so much each time makes the system clear and map
/// pages anew.
///
/// It belongs to one thread.
final class ByteRoom {
  private var memory: (base: UnsafeMutablePointer<UInt8>, capacity: Int)?
  /// What one article takes at first.
  private static let first = 64 << 10
  /// More is not kept: few articles take it.
  private static let limit = 4 << 20

  deinit { memory?.base.deallocate() }

  /// The memory, or new one where it is in use. The caller gives it back or deallocates it.
  func take() -> (base: UnsafeMutablePointer<UInt8>, capacity: Int) {
    defer { memory = nil }
    return memory ?? (.allocate(capacity: Self.first), Self.first)
  }

  /// Takes over memory of so many bytes.
  func give(_ base: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
    guard memory == nil, capacity <= Self.limit else { return base.deallocate() }
    memory = (base, capacity)
  }
}

import Foundation

/// Buffers that were used and may be used again, on any thread.
///
/// Buffers of some hundred kilobytes that are made for each job go back to the system and come again page by page: measured,
/// that is up to 20,000 page faults for 200 MB of text, each of which also stops the other threads for a moment.
final class BufferPool: @unchecked Sendable {
  /// Guards `buffers`.
  private let lock = NSLock()
  private var buffers: [[UInt8]] = []

  /// A buffer with any content, to be written over; an empty one if there is none.
  func take() -> [UInt8] {
    lock.lock()
    defer { lock.unlock() }
    return buffers.popLast() ?? []
  }

  /// Takes a buffer back. It is best held by nobody else any more, or it will be copied when next written to.
  func give(_ buffer: consuming [UInt8]) {
    if buffer.isEmpty { return }
    lock.lock()
    defer { lock.unlock() }
    buffers.append(buffer)
  }
}

extension [UInt8] {
  /// Makes the array exactly `count` long and keeps what is in it; what is added is zeros.
  ///
  /// - Complexity: O(bytes added), O(1) if it gets shorter.
  mutating func resize(to count: Int) {
    if count > self.count {
      append(contentsOf: repeatElement(0, count: count - self.count))
    } else {
      removeLast(self.count - count)
    }
  }
}

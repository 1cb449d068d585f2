import Synchronization

/// Hands values from the workers of a batch to its sink, in the order of the input.
///
/// A batch keeps the order of bytes. So a worker deposits a value and writes a ticket; the sink takes the values of the
/// tickets that come.
final class OrderedValues<Value: Sendable>: Sendable {
  private let store = Mutex<(next: UInt64, values: [UInt64: Value])>((0, [:]))

  func deposit(_ value: Value, into out: inout [UInt8]) {
    let ticket = store.withLock { store in
      store.next += 1
      store.values[store.next] = value
      return store.next
    }
    withUnsafeBytes(of: ticket.littleEndian) { out += $0 }
  }

  /// The values of the tickets in `bytes`, in their order.
  func take(_ bytes: [UInt8]) -> [Value] {
    stride(from: 0, to: bytes.count - 7, by: 8).compactMap { start in
      let ticket = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[start + $1]) << UInt64(8 * $1) }
      return store.withLock { $0.values.removeValue(forKey: ticket) }
    }
  }
}

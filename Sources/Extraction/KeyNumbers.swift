/// Numbers by key, for tables that are asked about at every word or name.
///
/// Open addressing in flat arrays: a look-up is a multiplication and mostly one load, where a dictionary spends a hundred
/// instructions on its hash. The factor is drawn anew by each process, so that no text can be made whose keys meet; the numbers
/// do not depend on it.
struct KeyNumbers: Sendable {
  private var keys: [UInt64]
  /// By slot: the number, -1 where it is free. A power of two of them, at most half of them taken.
  private var numbers: [Int32]
  private var shift: UInt64
  private let factor = Self.factor
  private(set) var count = 0

  private static let factor = UInt64.random(in: .min ... .max) | 1

  /// - Parameter capacity: keys there is room for at first.
  init(capacity: Int = 16) {
    var bits = 5
    while 1 << bits < 2 * capacity { bits += 1 }
    keys = [UInt64](repeating: 0, count: 1 << bits)
    numbers = [Int32](repeating: -1, count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The number of a key, or nil.
  @inline(__always)
  subscript(key: UInt64) -> Int? {
    let number = numbers[slot(of: key)]
    return number < 0 ? nil : Int(number)
  }

  /// The number of a key: the next one, from 0 on, if it has none yet.
  mutating func numbering(_ key: UInt64) -> Int {
    if let number = self[key] { return number }
    set(count, of: key)
    return count - 1
  }

  /// Sets the number of a key, which is not negative.
  mutating func set(_ number: Int, of key: UInt64) {
    if count * 2 >= keys.count { grow() }
    let slot = slot(of: key)
    if numbers[slot] < 0 { count += 1 }
    keys[slot] = key
    numbers[slot] = Int32(truncatingIfNeeded: number)
  }

  /// Forgets all keys. The room that there is is kept, unless it is so much that to clear it would take longer than to grow
  /// again.
  mutating func removeAll() {
    guard numbers.count <= 4_096 else {
      self = KeyNumbers()
      return
    }
    for slot in numbers.indices { numbers[slot] = -1 }
    count = 0
  }

  private mutating func grow() {
    let old = self
    self = KeyNumbers(capacity: old.keys.count)
    count = old.count
    for (key, number) in zip(old.keys, old.numbers) where number >= 0 {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }

  /// Where the key stands, or would.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (key &* factor) &>> shift)
    while numbers[slot] >= 0, keys[slot] != key { slot = (slot &+ 1) & (keys.count &- 1) }
    return slot
  }
}

import Foundation
import Lexicon

/// A dictionary from lists of texts to numbers, in flat memory.
///
/// Each mention of a name asks it. The keys lie one behind the other, so that to ask means to write the key behind them, to
/// hash its bytes eight at a time and to compare them once; a dictionary of three strings took three times as long (measured).
package struct KeyTable {
  private var bytes: [UInt8] = []
  private var entries: [Entry] = []
  /// Numbers of entries from 1 on, 0 for none; a power of two of them, at most half of them taken.
  private var slots = [Int32](repeating: 0, count: 1 << 10)
  /// Where the key that is asked for begins.
  private var keyStart = 0
  private var keyHash: UInt64 = 0

  private struct Entry {
    var hash: UInt64
    var range: Range<Int>
    var value: Int64
  }

  package init() {}

  package var count: Int { entries.count }

  /// Begins a new key.
  package mutating func beginKey() {
    keyStart = entries.last?.range.upperBound ?? 0
    bytes.removeSubrange(keyStart...)
  }

  /// Adds a text to the key.
  package mutating func add(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    // Stands in no text.
    bytes.append(0xFF)
  }

  /// The number of the key, nil for a key that was not put in.
  ///
  /// - Complexity: O(*n*) in the length of the key.
  package mutating func find() -> Int64? {
    keyHash = bytes.withUnsafeBytes { LexiconFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[keyStart...])) }
    var slot = slot(of: keyHash)
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == keyHash, isKey(entry.range) { return entry.value }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Puts the key in that ``find()`` did not find.
  package mutating func insert(_ value: Int64) {
    entries.append(Entry(hash: keyHash, range: keyStart..<bytes.count, value: value))
    if 2 * entries.count > slots.count {
      slots = [Int32](repeating: 0, count: 2 * slots.count)
      for number in entries.indices { take(number) }
    } else {
      take(entries.count - 1)
    }
  }

  /// Takes all out but the key that was begun, which may be put in next.
  package mutating func removeAll() {
    bytes.removeSubrange(..<keyStart)
    keyStart = 0
    entries.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = 0 }
  }

  /// Whether the bytes in `range` are those of the key.
  private func isKey(_ range: Range<Int>) -> Bool {
    guard range.count == bytes.count - keyStart else { return false }
    return bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return true }
      return memcmp(start + range.lowerBound, start + keyStart, range.count) == 0
    }
  }

  private mutating func take(_ number: Int) {
    var slot = slot(of: entries[number].hash)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number + 1)
  }

  /// The upper bits are the better mixed ones.
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1) }
}

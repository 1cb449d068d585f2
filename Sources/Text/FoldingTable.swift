/// Collects the entries of a ``CharacterFolding``.
struct FoldingTable {
  private(set) var changed = [UInt64](repeating: 0, count: 0x10000 / 64)
  private(set) var entries = [FoldingEntry](repeating: .same, count: 0x10000)
  private(set) var supplementary: [UInt32: FoldingEntry] = [:]
  private(set) var texts: [[UInt8]] = []
  private(set) var growth = 1

  /// Sets what `scalar` becomes; nothing: it is ignored.
  mutating func set(_ scalar: Unicode.Scalar, _ result: [Unicode.Scalar]) {
    // Not by way of `String`: some ten thousand scalars are set at every start.
    var bytes: [UInt8] = []
    for part in result { if let encoded = UTF8.encode(part) { bytes.append(contentsOf: encoded) } }
    let entry: FoldingEntry
    if result == [scalar] {
      entry = .same
    } else if bytes.isEmpty {
      entry = .ignored
    } else if bytes.count <= 3 {
      entry = FoldingEntry(bytes: bytes, scalars: result.count)
    } else {
      entry = FoldingEntry(text: texts.count)
      texts.append(bytes)
    }
    set(scalar, entry, count: bytes.count)
  }

  /// Sets that `scalar` becomes one other scalar.
  mutating func set(_ scalar: Unicode.Scalar, to result: Unicode.Scalar) {
    guard result != scalar, let entry = FoldingEntry(result) else { return set(scalar, [result]) }
    set(scalar, entry, count: entry.count)
  }

  /// - Parameter count: the bytes that the entry stands for.
  private mutating func set(_ scalar: Unicode.Scalar, _ entry: FoldingEntry, count: Int) {
    let length = UTF8.width(scalar)
    growth = max(growth, (count + length - 1) / length)
    let value = scalar.value
    guard value < 0x10000 else {
      supplementary[value] = entry
      return
    }
    entries[Int(value)] = entry
    let bit: UInt64 = 1 << UInt64(value & 63)
    if entry == .same { changed[Int(value >> 6)] &= ~bit } else { changed[Int(value >> 6)] |= bit }
  }
}

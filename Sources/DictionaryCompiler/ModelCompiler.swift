import Lexicon
import Segmentation

/// Lays out the weights of `models/segment` as a ``WeightTable`` reads them.
struct ModelCompiler {
  private(set) var slots: [UInt64] = []
  private(set) var vectors: [Int16] = []
  private(set) var errors: [DictionaryError] = []
  private(set) var warnings: [DictionaryError] = []
  private(set) var featureCount = 0

  static let tableName = "models/segment"
  private static let file = tableName + ".tsv"
  private static let tags = ["b", "m", "e", "s"]

  private struct Weights {
    var key: UInt64
    var place: Int
    var vector: [Int16]
    var line: Int32
  }

  init(_ table: Table?, coding: CharacterCoding) {
    guard let table else { return }
    let columns = (["feature"] + Self.tags).compactMap(table.column)
    guard columns.count == 5 else {
      errors.append(DictionaryError(file: Self.file, line: 1, reason: .badHeader("columns: feature, b, m, e, s")))
      return
    }
    let weights = read(table, columns, FeatureText { coding.code(of: $0) })
    featureCount = weights.count
    lay(weights)
  }

  private mutating func read(_ table: Table, _ columns: [Int], _ text: FeatureText) -> [Weights] {
    var weights: [Weights] = []
    for (row, line) in zip(table.rows, table.lines) {
      let feature = row[columns[0]]
      guard let parsed = text.parse(feature) else {
        fail(line, .badField(column: "feature", value: feature, expected: "a feature (see models/README.md)"))
        continue
      }
      guard parsed.isKnown else {
        warnings.append(DictionaryError(file: Self.file, line: Int(line), reason: .neverMatches(feature)))
        continue
      }
      var vector: [Int16] = []
      for column in columns.dropFirst() {
        guard let weight = Int16(row[column]) else {
          let name = table.columns[column].name
          fail(line, .badField(column: name, value: row[column], expected: "between -32768 and 32767"))
          break
        }
        vector.append(weight)
      }
      if vector.count == 4 { weights.append(Weights(key: parsed.key, place: parsed.place, vector: vector, line: line)) }
    }
    return weights.sorted { ($0.key, $0.place, $0.line) < ($1.key, $1.place, $1.line) }
  }

  private mutating func fail(_ line: Int32, _ reason: DictionaryError.Reason) {
    errors.append(DictionaryError(file: Self.file, line: Int(line), reason: reason))
  }

  private mutating func lay(_ weights: [Weights]) {
    var entries: [(key: UInt64, slot: UInt64, line: Int32)] = []
    var previous: Weights?
    for weight in weights {
      if let last = previous, last.key == weight.key {
        // Two spellings of one feature: folding made them equal.
        if last.place == weight.place { continue }
        entries[entries.count - 1].slot |= 1 << UInt64(weight.place)
      } else {
        let slot = UInt64(vectors.count / 4) << 8 | 1 << UInt64(weight.place)
        entries.append((weight.key, slot, weight.line))
      }
      vectors += weight.vector
      previous = weight
    }
    guard !entries.isEmpty else { return }
    guard vectors.count / 4 <= 0xFF_FFFF else {
      return errors.append(DictionaryError(file: Self.file, line: 0, reason: .limitExceeded("2^24 features")))
    }
    // Half of the slots stay free, so that a look-up in vain ends soon.
    var size = 2
    while size < 2 * entries.count { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    for entry in entries { place(entry.key, entry.slot, entry.line) }
  }

  private mutating func place(_ key: UInt64, _ slot: UInt64, _ line: Int32) {
    let hash = WeightTable.hash(key)
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at] != 0 {
      if (slots[at] ^ hash) >> 32 == 0 { return fail(line, .limitExceeded("two features with one hash")) }
      at = (at + 1) & mask
    }
    slots[at] = (hash & ~0xFFFF_FFFF) | slot
  }
}

import Lexicon

/// The properties of characters while compiling: class, folding, code.
struct CharacterTables {
  /// By scalar of the basic plane.
  private(set) var classes = [UInt8](repeating: 0, count: 0x10000)
  /// First scalar << 32 | class, ascending, without gaps from 0x10000 on.
  private(set) var supplementaryClasses: [UInt64] = []
  private(set) var foldings = [UInt32](unsafeUninitializedCapacity: 0x10000) { buffer, count in
    for scalar in 0..<0x10000 { buffer[scalar] = UInt32(scalar) }
    count = 0x10000
  }
  private(set) var supplementaryFoldings: [UInt32: UInt32] = [:]

  init(_ sources: DictionarySources) {
    if let table = sources.table("characters/classes") { readClasses(table) }
    readFoldings(sources)
  }

  func characterClass(_ scalar: UInt32) -> CharacterClass {
    if scalar < 0x10000 { return CharacterClass(rawValue: classes[Int(scalar)]) ?? .other }
    let entry = supplementaryClasses.last { UInt32($0 >> 32) <= scalar }
    return entry.flatMap { CharacterClass(rawValue: UInt8(truncatingIfNeeded: $0)) } ?? .other
  }

  func fold(_ scalar: UInt32) -> UInt32 {
    scalar < 0x10000 ? foldings[Int(scalar)] : supplementaryFoldings[scalar] ?? scalar
  }

  /// The scalars that matching sees: folded, ignorable ones left out.
  func folded(_ text: String) -> [UInt32] {
    var scalars: [UInt32] = []
    for scalar in text.unicodeScalars {
      let folded = fold(scalar.value)
      if !characterClass(folded).isAttached { scalars.append(folded) }
    }
    return scalars
  }

  private mutating func readClasses(_ table: Table) {
    guard let first = table.column("first"), let last = table.column("last"), let name = table.column("class") else {
      return
    }
    var ranges: [(first: UInt32, last: UInt32, value: UInt8)] = []
    for row in table.rows {
      guard let low = UInt32(row[first], radix: 16), let high = UInt32(row[last], radix: 16), low <= high,
        let value = CharacterClass(name: row[name])
      else { continue }
      ranges.append((low, high, value.rawValue))
    }
    for range in ranges where range.first < 0x10000 {
      for scalar in range.first...min(range.last, 0xFFFF) { classes[Int(scalar)] = range.value }
    }
    var next: UInt32 = 0x10000
    for range in ranges.sorted(by: { $0.first < $1.first }) where range.last >= 0x10000 {
      let start = max(range.first, next)
      if start > next { supplementaryClasses.append(UInt64(next) << 32) }
      supplementaryClasses.append(UInt64(start) << 32 | UInt64(range.value))
      next = range.last + 1
    }
    if next < 0x110000 { supplementaryClasses.append(UInt64(next) << 32) }
  }

  private mutating func readFoldings(_ sources: DictionarySources) {
    var compatibility: [UInt32: UInt32] = [:]
    if let table = sources.table("characters/fold"), let from = table.column("from"), let to = table.column("to") {
      for row in table.rows {
        guard let key = UInt32(row[from], radix: 16), let value = UInt32(row[to], radix: 16) else { continue }
        compatibility[key] = value
      }
    }
    var simplified: [UInt32: UInt32] = [:]
    if let table = sources.table("characters/traditional-simplified"), table.columns.count >= 2 {
      for row in table.rows {
        let from = Array(row[0].unicodeScalars)
        let to = Array(row[1].unicodeScalars)
        if from.count == 1, to.count == 1 { simplified[from[0].value] = to[0].value }
      }
    }
    var scalars = Set(compatibility.keys)
    scalars.formUnion(simplified.keys)
    scalars.formUnion(0x41...0x5A)
    for scalar in scalars {
      var result = compatibility[scalar] ?? scalar
      result = simplified[result] ?? result
      if (0x41...0x5A).contains(result) { result += 0x20 }
      if scalar < 0x10000 { foldings[Int(scalar)] = result } else { supplementaryFoldings[scalar] = result }
    }
  }
}

import Lexicon

/// Up to 64 rules, with tables that tell by what stands at a position which of them can begin there: a few look-ups in
/// place of a question to each rule. A class, so that a loop over positions copies no tables.
final class RuleGroup: Sendable {
  // Bit n of all masks stands for the rule number n of the group.
  private let anything: UInt64
  private let atBoundary: UInt64
  private let classes: ClassSet
  /// By the place's kind (64), then its tag (64), its results' types (64) and its classes (128): the rules that these
  /// speak for.
  private let table: [UInt64]
  private let scalars: ScalarMasks

  static let limit = 64
  private static let tags = 64
  private static let types = 128
  private static let classTable = 192

  init(_ first: [FirstElements]) {
    var table = [UInt64](repeating: 0, count: Self.classTable + ClassSet.maximumCount)
    var anything: UInt64 = 0
    var atBoundary: UInt64 = 0
    var scalars = ScalarMasks()
    for (number, first) in first.enumerated() {
      let bit: UInt64 = 1 << UInt64(number)
      if first.anything { anything |= bit }
      if first.isAtBoundary { atBoundary |= bit }
      Self.forEachBit(first.kinds) { table[$0] |= bit }
      Self.forEachBit(first.tags) { table[Self.tags + $0] |= bit }
      Self.forEachBit(first.types) { table[Self.types + $0] |= bit }
      for scalar in first.scalars { scalars.insert(scalar, bit) }
      for id in first.classes.members { table[Self.classTable + Int(id.raw)] |= bit }
    }
    self.table = table
    self.anything = anything
    self.atBoundary = atBoundary
    self.scalars = scalars
    classes = first.reduce(ClassSet()) { $0.union($1.classes) }
  }

  /// The rules that can begin with what stands there, results apart.
  @inline(__always) func starts(_ place: RuleInput.Place, isBoundary: Bool) -> UInt64 {
    table.withUnsafeBufferPointer { table in
      // The indices are numbers of bits of 64 each.
      var mask = anything | table[place.kind.trailingZeroBitCount & 63] | scalars[place.scalar]
      Self.forEachBit(place.classes.low & classes.low) { mask |= table[Self.classTable &+ $0] }
      Self.forEachBit(place.classes.high & classes.high) { mask |= table[Self.classTable &+ 64 &+ $0] }
      if place.tag != 0 { mask |= table[Self.tags &+ (place.tag.trailingZeroBitCount & 63)] }
      return isBoundary ? mask : mask & ~atBoundary
    }
  }

  /// The rules that can begin with a result of that type.
  func starts(withResultOf type: Int, isBoundary: Bool) -> UInt64 {
    isBoundary ? table[Self.types + type] : table[Self.types + type] & ~atBoundary
  }

  @inline(__always) static func forEachBit(_ bits: UInt64, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}

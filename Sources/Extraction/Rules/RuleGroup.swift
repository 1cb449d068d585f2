import Lexicon

/// Up to 64 rules of a stage, with tables that tell by what stands at a position which of them can begin there: a few
/// look-ups in place of a question to each rule. A class, so that a loop over positions copies no tables.
final class RuleGroup: Sendable {
  /// The indices of the rules in ``RuleSet/rules``; bit n of all masks stands for the rule number n of these.
  let rules: [Int]
  private let anything: UInt64
  private let atBoundary: UInt64
  private let classes: ClassSet
  /// By the place's kind (64), then its tag (64), its results' types (64), the lowest six bits of its scalar (64) and
  /// its classes (128): the rules that these speak for.
  private let table: [UInt64]

  static let limit = 64
  private static let tags = 64
  private static let types = 128
  private static let scalars = 192
  private static let classTable = 256

  init(_ rules: [Int], _ first: [FirstElements]) {
    var table = [UInt64](repeating: 0, count: Self.classTable + ClassSet.maximumCount)
    var anything: UInt64 = 0
    var atBoundary: UInt64 = 0
    for (number, first) in zip(rules.indices, first) {
      let bit: UInt64 = 1 << UInt64(number)
      if first.anything { anything |= bit }
      if first.isAtBoundary { atBoundary |= bit }
      Self.forEachBit(first.kinds) { table[$0] |= bit }
      Self.forEachBit(first.tags) { table[Self.tags + $0] |= bit }
      Self.forEachBit(first.types) { table[Self.types + $0] |= bit }
      for scalar in first.scalars { table[Self.scalars + Int(scalar & 63)] |= bit }
      for id in first.classes.members { table[Self.classTable + Int(id.raw)] |= bit }
    }
    self.rules = rules
    self.table = table
    self.anything = anything
    self.atBoundary = atBoundary
    classes = first.reduce(ClassSet()) { $0.union($1.classes) }
  }

  /// The rules that can begin with what stands there; those of `byScalar` alone only if the scalar is one of theirs.
  @inline(__always)
  func canStart(_ place: RuleInput.Place) -> (certain: UInt64, byScalar: UInt64) {
    table.withUnsafeBufferPointer { table in
      // The indices are numbers of bits of 64 each.
      var mask = anything | table[place.kind.trailingZeroBitCount & 63]
      Self.forEachBit(place.classes.low & classes.low) { mask |= table[Self.classTable &+ $0] }
      Self.forEachBit(place.classes.high & classes.high) { mask |= table[Self.classTable &+ 64 &+ $0] }
      Self.forEachBit(place.types) { mask |= table[Self.types &+ $0] }
      if place.tag != 0 { mask |= table[Self.tags &+ (place.tag.trailingZeroBitCount & 63)] }
      let allowed = place.isBoundary ? UInt64.max : ~atBoundary
      return (mask & allowed, table[Self.scalars &+ Int(place.scalar & 63)] & allowed & ~mask)
    }
  }

  @inline(__always) static func forEachBit(_ bits: UInt64, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}

/// A set of positions of a window of 128: bit n stands for the n-th.
///
/// No match is longer than ``RuleMatcher/lengthLimit``, so what starts in the lower half of a window ends inside it.
struct PositionSet: BitwiseCopyable {
  var low: UInt64
  var high: UInt64

  @inline(__always) init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// One position.
  @inline(__always) init(_ position: Int) {
    let bit: UInt64 = 1 << UInt64(position & 63)
    self.init(low: position < 64 ? bit : 0, high: position < 64 ? 0 : bit)
  }

  static let none = PositionSet(low: 0, high: 0)
  static let all = PositionSet(low: .max, high: .max)
  /// How far the next window is.
  static let step = 64

  @inline(__always) var isEmpty: Bool { low | high == 0 }
  @inline(__always) var isAll: Bool { low & high == .max }

  @inline(__always) func contains(_ position: Int) -> Bool {
    let half = position < 64 ? low : position < 128 ? high : 0
    return half >> UInt64(position & 63) & 1 != 0
  }

  /// The positions before those of the set.
  @inline(__always) var before: PositionSet { PositionSet(low: low >> 1 | high << 63, high: high >> 1) }

  /// The positions `count` (less than 64) before those of the set.
  @inline(__always) func before(_ count: Int) -> PositionSet {
    let shift = UInt64(truncatingIfNeeded: count)
    // In two steps: a shift by 64 is none.
    return PositionSet(low: low &>> shift | (high &<< 1) &<< (63 &- shift), high: high &>> shift)
  }

  @inline(__always) static func & (a: Self, b: Self) -> Self { Self(low: a.low & b.low, high: a.high & b.high) }
  @inline(__always) static func | (a: Self, b: Self) -> Self { Self(low: a.low | b.low, high: a.high | b.high) }
  @inline(__always) func subtracting(_ other: Self) -> Self { Self(low: low & ~other.low, high: high & ~other.high) }
  @inline(__always) static func == (a: Self, b: Self) -> Bool { (a.low ^ b.low) | (a.high ^ b.high) == 0 }

  /// The positions of the set for which `isKept` holds.
  @inline(__always) func filter(_ isKept: (Int) -> Bool) -> PositionSet {
    var kept = PositionSet.none
    RuleBits.forEach(low) { if isKept($0) { kept.low |= 1 << UInt64($0) } }
    RuleBits.forEach(high) { if isKept(64 &+ $0) { kept.high |= 1 << UInt64($0) } }
    return kept
  }

  /// The positions of the set, the first one first.
  @inline(__always) func forEach(_ body: (Int) -> Void) {
    RuleBits.forEach(low, body)
    RuleBits.forEach(high) { body(64 &+ $0) }
  }
}

enum RuleBits {
  /// The numbers of the bits that are set, the lowest first.
  @inline(__always) static func forEach(_ bits: UInt64, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits &- 1
    }
  }
}

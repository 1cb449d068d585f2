import Lexicon

/// The bits of a ``ClassSet``, made and joined here: what another module computes is a call.
struct ClassBits: BitwiseCopyable, Equatable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  @inline(__always) mutating func formUnion(_ classes: ClassSet) {
    low |= classes.low
    high |= classes.high
  }

  @inline(__always) func intersection(_ classes: ClassSet) -> ClassBits {
    ClassBits(low: low & classes.low, high: high & classes.high)
  }

  /// Calls `body` with the number of each member, in ascending order.
  @inline(__always) func forEach(_ body: (Int) -> Void) {
    var (low, high) = (low, high)
    while low != 0 {
      body(low.trailingZeroBitCount)
      low &= low &- 1
    }
    while high != 0 {
      body(64 + high.trailingZeroBitCount)
      high &= high &- 1
    }
  }
}

extension ClassSet {
  @inline(__always) var bits: ClassBits { ClassBits(low: low, high: high) }
}

extension Stretch {
  /// How much each tag likes to stand after each other one: a vector of B, M, E, S by the tag before.
  package struct Transitions: Sendable, Equatable {
    package var begin = SIMD4<Int32>.zero
    package var middle = SIMD4<Int32>.zero
    package var end = SIMD4<Int32>.zero
    package var single = SIMD4<Int32>.zero
    package init() {}

    package subscript(_ tag: PositionTag) -> SIMD4<Int32> {
      get {
        switch tag {
        case .begin: begin
        case .middle: middle
        case .end: end
        case .single: single
        }
      }
      set {
        switch tag {
        case .begin: begin = newValue
        case .middle: middle = newValue
        case .end: end = newValue
        case .single: single = newValue
        }
      }
    }
  }

  /// Far below any sum of weights, and far enough from the least `Int32` for a window of them.
  private static var impossible: Int32 { -0x3000_0000 }

  /// Finds the tags with the greatest sum of scores and transitions, among those that make whole words (Viterbi).
  ///
  /// Only B or M may stand before M and E, only E or S before B and S: each step has two ways to each tag, one bit.
  ///
  /// - Complexity: O(*n*) in the number of units.
  func decide(_ transitions: Transitions) {
    let (b, m, e, s) = (transitions.begin, transitions.middle, transitions.end, transitions.single)
    // The first unit has no tag before it.
    var (sumB, sumM, sumE, sumS) = (Self.impossible, Self.impossible, Int32(0), Self.impossible)
    let (eToB, eToS) = (e[0], e[3])
    let count = count
    let scores = scores
    let fixed = fixed
    let steps = steps
    var unit = 0
    while unit < count {
      let at = Self.rim &+ unit
      let score = scores[at]
      let isFirst = unit == 0
      let (bFromE, bFromS) = (sumE &+ (isFirst ? 0 : eToB), sumS &+ s[0])
      let (sFromE, sFromS) = (sumE &+ (isFirst ? 0 : eToS), sumS &+ s[3])
      let (mFromB, mFromM) = (sumB &+ b[1], sumM &+ m[1])
      let (eFromB, eFromM) = (sumB &+ b[2], sumM &+ m[2])
      var step: UInt8 = bFromS > bFromE ? 1 : 0
      step |= mFromM > mFromB ? 2 : 0
      step |= eFromM > eFromB ? 4 : 0
      step |= sFromS > sFromE ? 8 : 0
      steps[at] = step
      sumS = max(sFromE, sFromS) &+ score[3]
      if fixed[at] != 0 {
        (sumB, sumM, sumE) = (Self.impossible, Self.impossible, Self.impossible)
      } else {
        sumB = max(bFromE, bFromS) &+ score[0]
        sumM = max(max(mFromB, mFromM) &+ score[1], Self.impossible)
        sumE = max(max(eFromB, eFromM) &+ score[2], Self.impossible)
      }
      unit &+= 1
    }
    follow(endsWord: sumE > sumS)
  }

  /// Walks the steps back from the last unit.
  private func follow(endsWord: Bool) {
    let tags = tags
    let steps = steps
    var tag = endsWord ? PositionTag.end.rawValue : PositionTag.single.rawValue
    var at = Self.rim &+ count &- 1
    while at >= Self.rim {
      tags[at] = tag
      let step = steps[at] >> tag & 1
      tag = UInt8(truncatingIfNeeded: Self.tagsBefore >> UInt32(tag &* 4 &+ step &* 2) & 3)
      at &-= 1
    }
  }

  /// By tag and step, two bits each: before B and S stands E or S, before M and E stands B or M.
  private static var tagsBefore: UInt32 { 0b11_10_01_00_01_00_11_10 }
}

/// A value read twice: the least and the most that it may mean, which differ for 三四百 and 十几.
struct Bounds: Sendable {
  var low: ExactDecimal
  var high: ExactDecimal

  static let zero = Bounds(.zero)

  init(_ both: ExactDecimal) { (low, high) = (both, both) }
  init(_ low: Int, _ high: Int) { (self.low, self.high) = (ExactDecimal(Int128(low)), ExactDecimal(Int128(high))) }

  var isZero: Bool { low.isZero && high.isZero }

  static func + (a: Bounds, b: Bounds) -> Bounds {
    var sum = a
    (sum.low, sum.high) = (a.low + b.low, a.high + b.high)
    return sum
  }

  func scaled(_ power: Int) -> Bounds {
    var result = self
    (result.low, result.high) = (low.scaled(by: power), high.scaled(by: power))
    return result
  }
}

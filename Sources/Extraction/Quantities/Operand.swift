/// A number with its unit, before ranges and approximations are looked at: 3, 3万元, 百分之五, 两个半小时.
struct Operand {
  var range: Range<Int>
  var low: ExactDecimal
  var high: ExactDecimal?
  var kind: NumericKind
  var unit: String?
  var approximation: Approximation = .exact
  /// The numeral's own: what 3至5万 shares.
  var coefficient: ExactDecimal
  var scale: Int
  var traits: Numeral.Traits
  /// Of a duration: its parts, and those of its upper bound.
  var length: Length?
  var lengthHigh: Length?
  var timeUnit: TimeVocabulary.Unit?
  /// What the number was multiplied by for its unit (‰, 角), and the dimension of the unit.
  var factor: ExactDecimal?
  var dimension: String?
  var rule: String

  init(numeral n: Numeral, from start: Int, kind: NumericKind = .number, rule: String = "number") {
    range = start..<n.end
    low = n.value
    high = n.upper
    self.kind = kind
    coefficient = n.coefficient
    scale = n.scale
    traits = n.traits
    if n.traits.contains(.more) { approximation = .over }
    if n.upper != nil { approximation = n.traits.contains(.indefinite) ? .about : .exact }
    self.rule = rule
  }

  var end: Int { range.upperBound }

  mutating func extend(to end: Int) { range = range.lowerBound..<max(end, range.upperBound) }

  /// Multiplies both bounds.
  mutating func multiply(by factor: ExactDecimal) {
    low = low * factor
    high = high.map { $0 * factor }
  }

  mutating func negate() {
    let least = high.map { -$0 }
    if let least {
      high = -low
      low = least
    } else {
      low = -low
    }
  }
}

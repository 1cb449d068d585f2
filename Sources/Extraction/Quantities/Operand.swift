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
  /// The most that 多 or 余 leaves open: 300 of 200多.
  var moreUpper: ExactDecimal?
  /// How many characters the numeral has, or digits.
  var numeralLength: Int
  /// After 零下, before any unit: what a range shares.
  var belowZero = false
  /// Whether only a lower end is known: 若干.
  var openEnded = false
  /// Part of a name, not to be given out: 第二中学.
  var isName = false
  var rule: String

  init(numeral n: Numeral, from start: Int, kind: NumericKind = .number, rule: String = "number") {
    range = start..<n.end
    low = n.value
    high = n.upper
    self.kind = kind
    coefficient = n.coefficient
    scale = n.scale
    traits = n.traits
    numeralLength = n.length
    self.rule = rule
    if n.traits.contains(.more) { setMore() }
    if n.upper != nil { approximation = n.traits.contains(.indefinite) ? .about : .exact }
  }

  /// A quantity that no numeral of its own says: 半年, 首个, 对折.
  init(value: ExactDecimal, range: Range<Int>, kind: NumericKind, rule: String) {
    let n = Numeral(
      range: range, value: value, upper: nil, traits: .chinese, coefficient: .zero, scale: 0, length: 2,
      leadingDigits: 0)
    self.init(numeral: n, from: range.lowerBound, kind: kind, rule: rule)
  }

  /// 200余 is 200 or more, below 300; 5.7万余 below 5.8万.
  mutating func setMore() {
    approximation = .over
    guard high == nil else { return }
    moreUpper = low + ExactDecimal(1, exponent: low.normalized.exponent)
  }

  /// 二十几万 is also read as 200,000 and some: the number without what 几 stands for, which is 1 to 9 of some power.
  var roundBase: ExactDecimal? {
    guard traits.contains(.someDigit), !low.isNegative, let high else { return nil }
    return low + -((high + -low) / ExactDecimal(8))
  }

  var end: Int { range.upperBound }

  mutating func extend(to end: Int) { range = range.lowerBound..<max(end, range.upperBound) }

  /// Multiplies both bounds.
  mutating func multiply(by factor: ExactDecimal) {
    low = low * factor
    high = high.map { $0 * factor }
    moreUpper = moreUpper.map { $0 * factor }
  }

  mutating func negate() {
    moreUpper = nil
    let least = high.map { -$0 }
    if let least {
      high = -low
      low = least
    } else {
      low = -low
    }
  }
}

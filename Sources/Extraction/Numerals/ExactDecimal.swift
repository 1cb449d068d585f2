/// A decimal number that keeps the digits a text gives: `coefficient` × 10^`exponent`.
///
/// 24.13万 is 241300, not 241299.99999999997. Up to 38 digits are exact; what is longer or comes from a division is
/// rounded to the nearest `Double` (17 digits). No operation traps.
///
/// ```swift
/// ExactDecimal("24.13")?.double    // 24.13
/// ```
public struct ExactDecimal: Sendable {
  package private(set) var coefficient: Int128 {
    get { Int128(truncatingIfNeeded: high) &<< 64 | Int128(truncatingIfNeeded: low) }
    set { (high, low) = Self.halves(newValue) }
  }
  package private(set) var exponent: Int
  /// The coefficient in halves: lists of what is aligned to 16 bytes, as it is as a whole, come from the slow allocator.
  private var high: Int64
  private var low: UInt64

  package init(_ coefficient: Int128, exponent: Int = 0) {
    (high, low) = Self.halves(coefficient)
    self.exponent = exponent
  }

  private static func halves(_ coefficient: Int128) -> (high: Int64, low: UInt64) {
    (Int64(truncatingIfNeeded: coefficient &>> 64), UInt64(truncatingIfNeeded: coefficient))
  }

  /// Reads `-12.5` or `1.5e6`; nil for everything else.
  public init?(_ digits: String) {
    guard Double(digits)?.isFinite == true, digits.utf8.allSatisfy({ Self.isOfNumber($0) }) else { return nil }
    self.init(parsing: digits)
  }

  /// A digit, a sign, a point or e.
  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45, 0x65: true
    default: false
    }
  }

  package static let zero = ExactDecimal(0)
  package static let one = ExactDecimal(1)

  package var isZero: Bool { coefficient == 0 }
  package var isNegative: Bool { coefficient < 0 }
  public var isInteger: Bool { normalized.exponent >= 0 }

  /// The nearest `Double`; infinite beyond its range.
  public var double: Double {
    // Both exact, so that one operation rounds to the nearest; Clinger, How to Read Floating Point Numbers Accurately.
    if coefficient.magnitude < 1 << 53, exponent.magnitude < Self.exactPowers.count {
      let digits = Double(Int64(truncatingIfNeeded: coefficient))
      let power = Self.exactPowers[Int(exponent.magnitude)]
      return exponent < 0 ? digits / power : digits * power
    }
    return Double("\(coefficient)e\(exponent)") ?? 0
  }

  /// The powers of ten that a `Double` holds exactly.
  private static let exactPowers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
  ]

  /// The value as an `Int`, if it is one.
  public var integer: Int? {
    let n = normalized
    guard n.exponent >= 0, n.exponent <= 18 else { return nil }
    let (product, overflow) = n.coefficient.multipliedReportingOverflow(by: Self.power(n.exponent))
    return overflow ? nil : Int(exactly: product)
  }

  /// The same value without trailing zeros in the coefficient.
  package var normalized: ExactDecimal {
    if coefficient == 0 { return .zero }
    var (c, e) = (coefficient, exponent)
    while c % 10 == 0 { (c, e) = (c / 10, e &+ 1) }
    return ExactDecimal(c, exponent: e)
  }

  /// The value times a power of ten.
  package func scaled(by power: Int) -> ExactDecimal {
    ExactDecimal(coefficient, exponent: coefficient == 0 ? 0 : exponent &+ power)
  }

  /// Nearest to `value`; zero if it is not finite.
  package init(nearest value: Double) {
    self = value.isFinite ? ExactDecimal(parsing: "\(value)") : .zero
  }

  /// Reads what `Double.description` and the dictionary's numbers look like: `-12.5e+20`.
  package init(parsing text: String) {
    var c: Int128 = 0
    var e = 0
    var (negative, afterPoint, inExponent, negativeExponent, written) = (false, false, false, false, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x2D: if inExponent { negativeExponent = true } else { negative = true }
      case 0x2E: afterPoint = true
      case 0x65, 0x45: inExponent = true
      case 0x30...0x39 where inExponent: written = min(written * 10 + Int(byte - 0x30), 100_000)
      case 0x30...0x39:
        guard c < Self.room else { continue }
        c = c * 10 + Int128(byte - 0x30)
        if afterPoint { e -= 1 }
      default: break
      }
    }
    self.init(negative ? -c : c, exponent: e + (negativeExponent ? -written : written))
  }

  /// Below this a coefficient takes one more digit without overflow.
  static let room: Int128 = 10_000_000_000_000_000_000_000_000_000_000_000_000

  /// 10^`n`; `n` must be between 0 and 38.
  static func power(_ n: Int) -> Int128 {
    var result: Int128 = 1
    for _ in 0..<min(max(n, 0), 38) { result *= 10 }
    return result
  }
}

extension ExactDecimal {
  package static prefix func - (a: ExactDecimal) -> ExactDecimal {
    ExactDecimal(0 &- a.coefficient, exponent: a.exponent)
  }

  package static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    if a.isZero { return b }
    if b.isZero { return a }
    let (high, low) = a.exponent >= b.exponent ? (a, b) : (b, a)
    let shift = high.exponent - low.exponent
    if shift <= 37 {
      let (scaled, overflow) = high.coefficient.multipliedReportingOverflow(by: power(shift))
      if !overflow {
        let (sum, overflow) = scaled.addingReportingOverflow(low.coefficient)
        if !overflow { return ExactDecimal(sum, exponent: low.exponent) }
      }
    }
    return shift > 60 ? high : ExactDecimal(nearest: a.double + b.double)
  }

  package static func * (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    let (product, overflow) = a.coefficient.multipliedReportingOverflow(by: b.coefficient)
    if overflow { return ExactDecimal(nearest: a.double * b.double) }
    return ExactDecimal(product, exponent: product == 0 ? 0 : a.exponent &+ b.exponent)
  }

  /// Exact where the quotient ends within 17 digits; zero for a division by zero, which no text means.
  package static func / (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
    if b.isZero { return .zero }
    let n = b.normalized
    if n.coefficient.magnitude == 1 {
      return ExactDecimal(a.coefficient * n.coefficient, exponent: a.exponent - n.exponent)
    }
    return ExactDecimal(nearest: a.double / b.double)
  }
}

extension ExactDecimal: Hashable, Comparable {
  public static func == (a: ExactDecimal, b: ExactDecimal) -> Bool {
    let (x, y) = (a.normalized, b.normalized)
    return x.coefficient == y.coefficient && x.exponent == y.exponent
  }

  public func hash(into hasher: inout Hasher) {
    let n = normalized
    hasher.combine(n.coefficient)
    hasher.combine(n.exponent)
  }

  public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
    if a.exponent == b.exponent { return a.coefficient < b.coefficient }
    return a != b && (a + -b).isNegative
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// A JSON number: plain (241300, 0.025) up to 40 digits, with an exponent beyond.
  public var description: String {
    let n = normalized
    let size = n.coefficient.magnitude
    let digits = size <= UInt128(UInt64.max) ? "\(UInt64(truncatingIfNeeded: size))" : "\(size)"
    let sign = n.isNegative ? "-" : ""
    if n.exponent >= 0 {
      guard digits.utf8.count + n.exponent <= 40 else { return "\(sign)\(digits)e\(n.exponent)" }
      return sign + digits + String(repeating: "0", count: n.exponent)
    }
    let fraction = -n.exponent
    guard fraction <= 40 else { return "\(sign)\(digits)e\(n.exponent)" }
    let padded = String(repeating: "0", count: max(0, fraction + 1 - digits.utf8.count)) + digits
    return sign + padded.dropLast(fraction) + "." + padded.suffix(fraction)
  }
}

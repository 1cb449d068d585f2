/// What one look-up tells of a scalar: its role in numerals and whether an expression or an exception may begin with it.
///
/// Most characters of an article have none of these bits, and the reader passes over them at the cost of that look-up.
struct ScalarClass {
  let bits: UInt16

  static let exception: UInt16 = 1 << 4
  static let quantity: UInt16 = 1 << 5
  static let time: UInt16 = 1 << 6
  static let clue: UInt16 = 1 << 7

  var role: NumeralRole { NumeralRole(rawValue: bits & 15) ?? .none }
  /// The digit, the power of ten of a unit, or 20, 30, 40.
  var number: Int { Int(bits >> 8) }
}

/// A table of ``ScalarClass`` over the basic plane; no numeral or word of ours begins outside it.
struct ScalarClasses: Sendable {
  private(set) var bits = [UInt16](repeating: 0, count: 65536)

  init() {
    for digit in 0..<10 { bits[0x30 + digit] = NumeralRole.arabic.rawValue | UInt16(digit) << 8 }
  }

  mutating func setRole(_ role: NumeralRole, number: Int, of scalar: UInt32) {
    guard scalar < 65536, number < 256 else { return }
    bits[Int(scalar)] = bits[Int(scalar)] & 0xF0 | role.rawValue | UInt16(number) << 8
  }

  mutating func mark(_ flag: UInt16, _ scalar: UInt32) {
    if scalar < 65536 { bits[Int(scalar)] |= flag }
  }

  subscript(scalar: UInt32) -> ScalarClass {
    ScalarClass(bits: scalar < 65536 ? bits[Int(scalar)] : 0)
  }
}

/// What one look-up tells of a scalar: its role in numerals and which kinds of words may begin with it.
///
/// Most characters of an article have none of these bits, and the reader passes over them at the cost of that look-up.
struct ScalarClass {
  let bits: UInt16

  /// Kinds of words: as flags of a scalar that is such a word alone, and of a pair that begins one.
  static let exception: UInt16 = 1 << 4
  static let quantity: UInt16 = 1 << 5
  static let time: UInt16 = 1 << 6
  static let clue: UInt16 = 1 << 7
  static let begins: UInt16 = exception | quantity | time | clue
  /// Words of two or more scalars begin here: the pair with the next scalar tells of what kind.
  static let longer: UInt16 = 1 << 15

  /// Four bits at the low end, the fifth above the number.
  var role: NumeralRole { NumeralRole(rawValue: roleBits) ?? .none }
  @inline(__always) private var roleBits: UInt16 { bits & 15 | bits >> 10 & 16 }
  /// Whether a numeral may begin so.
  @inline(__always) var beginsNumeral: Bool { numeralBit != 0 }
  @inline(__always) var numeralBit: UInt16 {
    UInt16(truncatingIfNeeded: NumeralRole.beginning &>> UInt32(roleBits) & 1)
  }
  /// The digit, the power of ten of a unit, or 20, 30, 40.
  var number: Int { Int(bits >> 8) & 0x3F }
  var kinds: UInt16 { bits & 0xF0 }
}

/// A table of ``ScalarClass`` over the basic plane; no numeral or word of ours begins outside it. Beside it a filter of
/// the pairs of scalars that words begin with, and the scalars that may follow a numeral.
///
/// Filled by ``NumericVocabularyBuilder``, and changed by nobody once it has a vocabulary.
final class ScalarClasses: Sendable {
  private let bits = Table<UInt16>(repeating: 0, count: 65536)
  /// By a hash of two scalars: the kinds of words that begin so. False positives cost a look-up, no more.
  private let pairs = Table<UInt8>(repeating: 0, count: 65536)
  /// One bit for each of these that is not 0: of most pairs no more is looked at, and these bits stay near.
  private let pairBits = Table<UInt64>(repeating: 0, count: 1024)
  private let followers = Table<UInt8>(repeating: 0, count: 65536)

  /// What may follow a numeral: a unit or measure word; a unit of time, or a sign of dates.
  static let unitFollows: UInt8 = 1
  static let timeFollows: UInt8 = 2
  /// What may follow 个 in a unit of time, and what else may follow digits in a time.
  static let counterFollows: UInt8 = 4
  static let timeFollowsDigits: UInt8 = 8

  init() {
    for digit in 0..<10 { bits[0x30 + digit] = NumeralRole.arabic.rawValue | UInt16(digit) << 8 }
  }

  func setRole(_ role: NumeralRole, number: Int, of scalar: UInt32) {
    guard scalar < 65536, number < 64 else { return }
    bits[Int(scalar)] =
      bits[Int(scalar)] & 0x80F0 | role.rawValue & 15 | (role.rawValue & 16) << 10 | UInt16(number) << 8
  }

  /// Says that a word of that kind begins with these scalars.
  func mark(_ kind: UInt16, _ word: String) {
    var scalars = word.unicodeScalars.makeIterator()
    guard let first = scalars.next()?.value, first < 65536 else { return }
    if let second = scalars.next()?.value {
      bits[Int(first)] |= ScalarClass.longer
      let slot = Self.slot(first, second)
      pairs[slot] |= UInt8(truncatingIfNeeded: kind)
      pairBits[slot >> 6] |= 1 << UInt64(slot & 63)
    } else {
      bits[Int(first)] |= kind
    }
  }

  func markFollower(_ kind: UInt8, _ scalar: UInt32?) {
    if let scalar, scalar < 65536 { followers[Int(scalar)] |= kind }
  }

  @inline(__always)
  private static func slot(_ a: UInt32, _ b: UInt32) -> Int {
    Int(truncatingIfNeeded: (a &* 0x9E3B_79B1 ^ b &* 0x85EB_CA77) >> 13) & 0xFFFF
  }

  @inline(__always)
  subscript(scalar: UInt32) -> ScalarClass {
    ScalarClass(bits: scalar < 65536 ? bits[Int(scalar)] : 0)
  }

  /// The kinds of words that may begin with `a`, which has the class `c`, followed by `b`.
  @inline(__always)
  func kinds(_ c: ScalarClass, _ a: UInt32, _ b: UInt32) -> UInt16 {
    if c.bits & ScalarClass.longer == 0 { return c.kinds }
    let slot = Self.slot(a, b)
    return pairBits[slot >> 6] >> UInt64(slot & 63) & 1 == 0 ? c.kinds : c.kinds | UInt16(pairs[slot])
  }

  /// Writes the positions where a word or a numeral may begin to `starts`, in order.
  ///
  /// A pass of its own, without a branch that depends on the text: whether something may begin nobody can foresee.
  ///
  /// - Parameter starts: room for as many positions as there are scalars.
  /// - Returns: how many there are.
  /// - Complexity: O(*n*).
  func findStarts(in text: UnsafeBufferPointer<UInt32>, _ starts: UnsafeMutablePointer<Int32>) -> Int {
    let (bits, pairBits) = (bits.start, pairBits.start)
    var found = 0
    for i in text.indices {
      let (scalar, next) = (text[i], i &+ 1 < text.count ? text[i &+ 1] : 0)
      // Nothing begins with the scalar 0.
      let c = ScalarClass(bits: bits[scalar < 65536 ? Int(scalar) : 0])
      let slot = Self.slot(scalar, next)
      let isPair = UInt16(truncatingIfNeeded: pairBits[slot >> 6] &>> UInt64(slot & 63)) & c.bits >> 15
      starts[found] = Int32(truncatingIfNeeded: i)
      // By a carry, of which the compiler makes no branch.
      found &+= Int((UInt32(c.kinds | isPair | c.numeralBit) &+ 0xFFFF) >> 16)
    }
    return found
  }

  @inline(__always)
  func mayFollow(_ kind: UInt8, _ scalar: UInt32) -> Bool { scalar < 65536 && followers[Int(scalar)] & kind != 0 }
}

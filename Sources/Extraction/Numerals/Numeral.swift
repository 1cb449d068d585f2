/// One numeral of a sentence: 24.13万, 一百零八, 十几, 三四百, 二〇二三.
package struct Numeral: Sendable {
  /// Indices of scalars.
  package var range: Range<Int>
  /// What it says; of an indefinite one the least (十几: 11).
  package var value: ExactDecimal
  /// The most an indefinite numeral or a pair of digits may mean (十几: 19, 三四百: 400).
  package var upper: ExactDecimal?
  package var traits: Traits
  /// The value before the last 万, 亿 or 兆 was applied, and that unit's power of ten: 3至5万 gives its 万 to the 3.
  package var coefficient: ExactDecimal
  package var scale: Int
  /// How many numeral characters it has; the digits of its first run of Arabic digits.
  package var length: Int
  package var leadingDigits: Int

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let arabic = Traits(rawValue: 1)
    package static let chinese = Traits(rawValue: 2)
    /// Digits read one by one: 二〇二三, 一一〇.
    package static let digitByDigit = Traits(rawValue: 4)
    package static let decimal = Traits(rawValue: 8)
    /// 百, 千, 万 without a digit before them, as in 逾百家.
    package static let bareUnit = Traits(rawValue: 16)
    /// 几, 数.
    package static let indefinite = Traits(rawValue: 32)
    /// 多, 余 inside: 二十多万.
    package static let more = Traits(rawValue: 64)
    /// 壹, 贰 …
    package static let formal = Traits(rawValue: 128)
    /// Contains 十, 百, 千, 万 …
    package static let hasUnit = Traits(rawValue: 256)
    package static let fraction = Traits(rawValue: 512)
    package static let grouped = Traits(rawValue: 1024)
    /// 数 alone, which counts only before a measure word: 数名.
    package static let several = Traits(rawValue: 2048)
    /// 几 or 数 stands for one digit: 十几, 二十几万; not the 几 of 几十.
    package static let someDigit = Traits(rawValue: 4096)
  }

  package var end: Int { range.upperBound }
  package var isArabic: Bool { traits.contains(.arabic) }
}

/// What a character does in a numeral.
enum NumeralRole: UInt16 {
  case none, arabic, digit, formalDigit, ten, tens, formalTen, unit, formalUnit, section
  case indefinite, several, half, point, more
  /// 俩, 仨: a digit and its measure word in one. 参: a formal digit in formal numerals only.
  case pair, innerFormalDigit

  /// Whether a numeral may begin so.
  var begins: Bool { Self.beginning >> UInt32(rawValue) & 1 != 0 }
  /// Bit n: a numeral may begin with the role n.
  @inline(__always) static var beginning: UInt32 {
    ~(1 << UInt32(none.rawValue) | 1 << UInt32(point.rawValue) | 1 << UInt32(more.rawValue))
  }

  var isDigit: Bool { self == .digit || self == .formalDigit }
  /// 十, 百, 千, 万, 亿 …: what multiplies the digit before it.
  var isMultiplier: Bool {
    switch self {
    case .ten, .formalTen, .unit, .formalUnit, .section: true
    default: false
    }
  }
}

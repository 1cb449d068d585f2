/// Numerals as most are: 3, 2000, 4.2, 24.13万, 五.
extension NumeralScanner {
  /// The numeral at `start` if nothing in it asks for a closer look: digits with or without decimals and a 万 or 亿 behind
  /// them, or a single Chinese digit. Nil for everything else, and wherever what follows might go on with the numeral.
  ///
  /// - Complexity: O(1).
  static func plain(
    _ text: UnsafeBufferPointer<UInt32>, _ classes: ScalarClasses, from start: Int
  ) -> Numeral? {
    guard start < text.count else { return nil }
    let first = classes[text[start]]
    switch first.role {
    case .arabic: return plainArabic(text, classes, from: start)
    case .digit:
      guard ends(text, classes, at: start + 1) else { return nil }
      let value = ExactDecimal(Int128(first.number))
      return Numeral(
        range: start..<start + 1, value: value, upper: nil, traits: .chinese, coefficient: value, scale: 0, length: 1,
        leadingDigits: 0)
    default: return nil
    }
  }

  /// So many digits are never too many for an `Int`.
  private static let longestPlain = 17

  private static func plainArabic(
    _ text: UnsafeBufferPointer<UInt32>, _ classes: ScalarClasses, from start: Int
  ) -> Numeral? {
    var number = 0
    var end = start
    func takeDigits() {
      while end < text.count, end - start <= longestPlain, GrammarScalar.isDigit(text[end]) {
        number = number * 10 + Int(text[end] - 0x30)
        end += 1
      }
    }
    func isDigit(_ i: Int) -> Bool { i < text.count && GrammarScalar.isDigit(text[i]) }
    takeDigits()
    let leadingDigits = end - start
    var traits = Numeral.Traits.arabic
    var decimals = 0
    if end < text.count, text[end] == GrammarScalar.fullStop, isDigit(end + 1) {
      end += 1
      takeDigits()
      decimals = end - start - leadingDigits - 1
      traits.insert(.decimal)
    }
    guard end - start <= longestPlain else { return nil }
    var value = ExactDecimal(Int128(number), exponent: -decimals)
    let coefficient = value
    var scale = 0
    if end < text.count {
      let next = classes[text[end]]
      if next.role == .section {
        guard number > 0, ends(text, classes, at: end + 1) else { return nil }
        scale = next.number
        value = value.scaled(by: scale)
        traits.formUnion([.chinese, .hasUnit])
        end += 1
      } else {
        guard ends(text, classes, at: end), !mayJoin(text[end]) else { return nil }
        // 1,234, 4，565人
        if text[end] == GrammarScalar.comma || text[end] == GrammarScalar.wideComma, isDigit(end + 1) { return nil }
      }
    }
    return Numeral(
      range: start..<end, value: value, upper: nil, traits: traits, coefficient: coefficient, scale: scale,
      length: end - start, leadingDigits: leadingDigits)
  }

  /// Whether what stands at `i` cannot belong to the numeral before it, were it Chinese.
  private static func ends(_ text: UnsafeBufferPointer<UInt32>, _ classes: ScalarClasses, at i: Int) -> Bool {
    i >= text.count || text[i] != GrammarScalar.space && classes[text[i]].role == .none
  }

  /// What may join something to digits: 62·2万, 12k, 5w元, 12.3e+14, 2^5.
  private static func mayJoin(_ scalar: UInt32) -> Bool {
    switch scalar {
    case GrammarScalar.middleDot, GrammarScalar.letterK, GrammarScalar.letterW, GrammarScalar.letterE,
      GrammarScalar.caret:
      true
    default: false
    }
  }
}

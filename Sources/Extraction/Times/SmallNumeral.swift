/// The numerals of dates and clocks: at most four digits, or Chinese up to 九十九 or digit by digit.
struct SmallNumeral {
  let value: Int
  let end: Int
  let isArabic: Bool
  /// How many digits were written; 0 if 十 or 廿 is among them.
  let digits: Int
}

extension NumericScan {
  func smallNumeral(_ start: Int) -> SmallNumeral? {
    switch role(start) {
    case .arabic:
      guard role(start - 1) != .arabic else { return nil }
      var value = 0
      var i = start
      while i - start < 5, role(i) == .arabic {
        value = value * 10 + Int(at(i) - 0x30)
        i += 1
      }
      return i - start > 4 ? nil : SmallNumeral(value: value, end: i, isArabic: true, digits: i - start)
    case .digit, .ten, .tens: return chineseSmallNumeral(start)
    default: return nil
    }
  }

  private func chineseSmallNumeral(_ start: Int) -> SmallNumeral? {
    var value = 0
    var i = start
    var digits = 0
    var tens = false
    while i - start < 5 {
      let c = vocabulary.classes[at(i)]
      switch c.role {
      case .digit where tens:
        return SmallNumeral(value: value + c.number, end: i + 1, isArabic: false, digits: 0)
      case .digit:
        value = value * 10 + c.number
        digits += 1
      case .ten where !tens && digits <= 1:
        value = (digits == 0 ? 1 : value) * 10
        tens = true
      case .tens where i == start:
        value = c.number
        tens = true
      default:
        return i == start ? nil : SmallNumeral(value: value, end: i, isArabic: false, digits: tens ? 0 : digits)
      }
      i += 1
    }
    return nil
  }

  /// A number with `unit` (or `other`) after it, or the first of two that share it: the 15 of 15—17日.
  func counted(_ start: Int, _ unit: UInt32, or other: UInt32 = 0) -> (n: SmallNumeral, end: Int, unit: UInt32)? {
    guard let n = smallNumeral(start) else { return nil }
    let q = n.isArabic ? skipSpaces(n.end) : n.end
    func isUnit(_ i: Int) -> Bool { i < text.count && (text[i] == unit || text[i] == other) }
    if isUnit(q) { return (n, q + 1, at(q)) }
    if let second = rangeConnector(n.end), let m = smallNumeral(second) {
      let q = m.isArabic ? skipSpaces(m.end) : m.end
      if isUnit(q) { return (n, n.end, at(q)) }
    }
    return nil
  }
}

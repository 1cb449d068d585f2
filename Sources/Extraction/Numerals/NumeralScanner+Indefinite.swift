/// 几 and 数, and 多 and 余 inside a numeral.
extension NumeralScanner {
  /// 几十, 十几, 数百, 二十几万, 20几岁; 数 before a unit or after 十, or alone before a measure word (数名).
  mutating func indefinite(_ role: NumeralRole) {
    if traits == .arabic, role == .indefinite { return arabicTens() }
    guard digit == nil, lastPower != 0, length == 0 || lastPower >= 1 else { return }
    let multiplies = kind(position + 1).role.isMultiplier
    if role == .several, !multiplies, lastPower > 1 { return }
    if lastPower > 1, !multiplies { return }
    digit = Bounds(1, multiplies && length == 0 ? 10 : 9)
    if role == .several, length == 0, !multiplies { traits.insert(.several) }
    take(1, formal: false)
    traits.insert(.indefinite)
    if length > 1, !traits.contains(.several) { traits.insert(.someDigit) }
    if traits.contains(.several) { finish() }
  }

  /// 20几岁, 30几万: digits that end in a zero.
  private mutating func arabicTens() {
    guard let tens = digit?.low.integer, tens >= 10, tens % 10 == 0 else { return }
    digit = Bounds(tens + 1, tens + 9)
    take(1, formal: false)
    traits.formUnion([.indefinite, .someDigit])
  }

  /// 二十多万, 10余万, 十 余 万, 一百来万: only inside, before a further unit; at the end it belongs to the quantity.
  mutating func more() {
    let next = pastSpaces(position + 1)
    guard lastPower >= 1 || kind(position).number == 0 && traits.contains(.arabic), length > 0,
      kind(next).role == .section
    else { return }
    position = next
    length += 1
    traits.insert(.more)
  }
}

/// Chinese and formal digits and what multiplies them: 三百五十一万, 二〇二三, 壹佰, 两万八.
extension NumeralScanner {
  mutating func chineseDigits() {
    guard digit == nil else { return }
    let start = position
    let formal = kind(start).role != .digit
    let d = kind(start).number
    if kind(start).role == .innerFormalDigit {
      // 参 is a formal three only in a formal numeral: 参拾, 贰佰零参.
      let next = kind(start + 1).role
      guard
        next == .formalTen || next == .formalUnit || next == .section || next == .point || standsAlone
          || traits.contains(.formal) && lastPower >= 0
      else { return }
    }
    var count = 0
    // 两 follows no digit but 一: 八两 is a weight, 一两家 are one or two.
    while count < 64, kind(start + count).role.isDigit,
      count == 0 || text[start + count] != GrammarScalar.two || count == 1 && d == 1
    {
      count += 1
    }
    count = max(count, 1)
    if d == 0, lastPower >= 0 { return zero(at: start, digits: count) }
    if count == 2, lastPower <= 2, !formal, neighbours(start) { return pair(start) }
    if count >= 2, lastPower < 0 { return digitByDigit(start, count, formal: formal) }
    digitFollowsUnit = lastPower >= 0 && !zeroSinceUnit
    digit = Bounds(d, d)
    take(1, formal: formal)
  }

  /// 一百零五, 一亿零三百, 一万零百一十一; 一千五百零几万.
  private mutating func zero(at start: Int, digits count: Int) {
    let next = kind(start + 1).role
    let emptyUnit = next == .unit && kind(start + 2).role.isDigit
    guard
      count > 1 || next.isDigit || next == .ten || next == .arabic || next == .formalTen || next == .innerFormalDigit
        || emptyUnit
        || next == .indefinite && kind(start + 2).role.isMultiplier
    else { return finish() }
    position += 1
    length += 1
    zeroSinceUnit = true
  }

  /// Whether the two digits at `start` are next to each other, as in 三四百, 十五六, 七八个, 三五天.
  private func neighbours(_ start: Int) -> Bool {
    let (d, e) = (kind(start).number, kind(start + 1).number)
    return d > 0 && (e == d + 1 || d == 3 && e == 5)
  }

  private mutating func pair(_ start: Int) {
    digit = Bounds(kind(start).number, kind(start + 1).number)
    take(2, formal: false)
    traits.insert(.indefinite)
  }

  /// 二〇二三, 一一〇; the point after them begins decimals.
  private mutating func digitByDigit(_ start: Int, _ count: Int, formal: Bool) {
    guard !kind(start + count).role.isMultiplier else { return finish() }
    var value: Int128 = 0
    for k in 0..<count where value < ExactDecimal.room { value = value * 10 + Int128(kind(start + k).number) }
    digit = Bounds(ExactDecimal(value))
    take(count, formal: formal)
    traits.insert(.digitByDigit)
    leadingDigits = count
    if kind(position).role != .point { finish() }
  }

  /// 两万八 is 28,000, 四百五 is 450: a last digit right after a unit above ten counts the next lower power.
  mutating func elide() {
    guard digitFollowsUnit, lastPower >= 2, !zeroSinceUnit, let last = digit, length > 1 else { return }
    digit = last.scaled(lastPower - 1)
  }

  mutating func multiply(_ c: ScalarClass) {
    let power = c.role == .ten || c.role == .formalTen ? 1 : c.number
    if digit == nil {
      if power == 1 {
        // 拾 alone is a verb; 拾万 and 壹佰零拾 are numerals.
        let stands = c.role == .ten || length > 0 || kind(position + 1).role != .none || standsAlone
        guard lastPower != 1, stands else { return finish() }
      } else {
        // 百家, 千余: a unit alone; 一万零百一十一
        guard length == 0 || zeroSinceUnit && lastPower > power else { return finish() }
        if length == 0 { traits.insert(.bareUnit) }
      }
    }
    // Within a section the powers fall: 三百五十, never 五十三百.
    if lastPower >= 0, lastPower < 4, lastPower <= power, !section.isZero { return finish() }
    section = section + (digit ?? Bounds(.one)).scaled(power)
    if traits.contains(.decimal), digit != nil { coefficient = digit?.low }
    advance(1, power: power)
    if c.role == .formalTen || c.role == .formalUnit { traits.insert(.formal) }
  }

  mutating func closeSection(_ power: Int) {
    if traits.contains(.bareUnit), digitFollowsUnit {
      elide()  // 百二万, 1,200,000 in the south
      traits.remove(.bareUnit)
    }
    let value = section + (digit ?? .zero)
    if value.isZero {
      if total.isZero {
        guard length == 0 else { return finish() }
        traits.insert(.bareUnit)
        total = Bounds(ExactDecimal(1, exponent: power))
        coefficient = .one
      } else {
        guard lastPower >= 4, length < 24 else { return finish() }
        total = total.scaled(power)  // 万亿, 万万
      }
    } else if total.isZero || total.low < ExactDecimal(1, exponent: power) {
      coefficient = (total + value).low
      total = (total + value).scaled(power)
    } else {
      coefficient = nil
      total = total + value.scaled(power)
    }
    scale = power + (coefficient == nil ? 0 : value.isZero ? scale : 0)
    section = .zero
    advance(1, power: power)
  }

  /// A digit of the writing that the numeral began in; 零点参 begins in none.
  private func isDigit(_ i: Int) -> Bool {
    let role = kind(i).role
    guard role == .innerFormalDigit else { return role.isDigit }
    let next = kind(i + 1)
    return traits.contains(.formal) || i + 1 == text.count || next.role == .formalDigit
      || next.role == .innerFormalDigit || next.role == .digit && next.number == 0
  }

  /// Whether the character at the position is all there is, but for 负 or a sign before it.
  private var standsAlone: Bool {
    position + 1 == text.count
      && (position == 0 || position == 1 && (text[0] == GrammarScalar.minus || text[0] == GrammarScalar.hyphen))
  }

  /// 六点四二万: decimals written out; 3点 is a time and stays out.
  mutating func point() {
    guard length > 0, !traits.contains(.arabic), !traits.contains(.decimal) else { return }
    var i = pastSpaces(position + 1)
    // 一点两小时: 两 is never a decimal.
    guard isDigit(i), text[i] != GrammarScalar.two, digit != nil || lastPower >= 0 else { return }
    elide()
    var whole = section + (digit ?? .zero)
    var decimals = 0
    while isDigit(i) {
      decimals += 1
      if decimals <= 30 { whole = whole + Bounds(ExactDecimal(Int128(kind(i).number), exponent: -decimals)) }
      i += 1
    }
    length += i - position
    position = i
    (section, digit, zeroSinceUnit, digitFollowsUnit) = (.zero, whole, true, false)
    traits.insert(.decimal)
    if kind(position).role != .section { finish() }
  }
}

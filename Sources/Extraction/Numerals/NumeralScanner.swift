/// Reads the numeral that begins at a position: Arabic, Chinese, formal, or mixed (3.2万, 1亿3000万, 两万八, 十几, 三四百).
///
/// One pass, no look back. Of a numeral that leaves several readings open the longest well-formed one is taken.
struct NumeralScanner {
  let text: UnsafeBufferPointer<UInt32>
  let classes: ScalarClasses

  // The numeral so far: finished sections (above 万), the current section, the digit not yet multiplied. Each is kept
  // twice, for the lower and the upper reading of 三四百 or 十几.
  private var total = Bounds.zero
  private var section = Bounds.zero
  private var digit: Bounds?
  private var traits: Numeral.Traits = []
  /// Power of ten of the last multiplier; -1: none yet.
  private var lastPower = -1
  private var zeroSinceUnit = false
  private var digitFollowsUnit = false
  private var position: Int
  private var length = 0
  private var leadingDigits = 0
  private var coefficient: ExactDecimal?
  private var scale = 0
  private var finished = false

  private struct Bounds {
    var low: ExactDecimal
    var high: ExactDecimal
    static let zero = Bounds(.zero)
    init(_ both: ExactDecimal) { (low, high) = (both, both) }
    init(_ low: Int, _ high: Int) { (self.low, self.high) = (ExactDecimal(Int128(low)), ExactDecimal(Int128(high))) }
    static func + (a: Bounds, b: Bounds) -> Bounds {
      var sum = a
      (sum.low, sum.high) = (a.low + b.low, a.high + b.high)
      return sum
    }
    func scaled(_ power: Int) -> Bounds {
      var result = self
      (result.low, result.high) = (low.scaled(by: power), high.scaled(by: power))
      return result
    }
    var isZero: Bool { low.isZero && high.isZero }
  }

  init(text: UnsafeBufferPointer<UInt32>, classes: ScalarClasses, from start: Int) {
    self.text = text
    self.classes = classes
    position = start
  }

  private func kind(_ i: Int) -> ScalarClass {
    i < text.count ? classes[text[i]] : ScalarClass(bits: 0)
  }

  /// The numeral at the start position, or nil if there is none.
  mutating func scan() -> Numeral? {
    let start = position
    while !finished {
      let before = position
      step()
      if position == before { break }
    }
    guard length > 0 else { return nil }
    elide()
    let rest = section + (digit ?? .zero)
    let value = total + rest
    if let upper = digit.map({ $0.low != $0.high }), upper { traits.insert(.indefinite) }
    return Numeral(
      range: start..<position, value: value.low, upper: value.low == value.high ? nil : value.high, traits: traits,
      coefficient: coefficient ?? value.low, scale: rest.isZero ? scale : 0, length: length,
      leadingDigits: leadingDigits)
  }

  /// 两万八 is 28,000, 四百五 is 450: a last digit right after a unit above ten counts the next lower power.
  private mutating func elide() {
    guard digitFollowsUnit, lastPower >= 2, !zeroSinceUnit, let last = digit, length > 1 else { return }
    digit = last.scaled(lastPower - 1)
  }

  private mutating func step() {
    let c = kind(position)
    switch c.role {
    case .arabic: arabic()
    case .digit, .formalDigit: chineseDigits()
    case .ten, .formalTen, .unit, .formalUnit: multiply(c)
    case .tens:
      guard digit == nil else { return }
      section = section + Bounds(c.number, c.number)
      advance(1, power: 1)
    case .section: closeSection(c.number)
    case .indefinite, .several: indefinite(c.role)
    case .point: point()
    case .more, .moreThanTen: more()
    case .none where text.indices.contains(position) && text[position] == 0x20: skipSpace()
    case .none, .half: return
    }
  }

  /// Passes over `count` characters that multiplied by ten to the `power`.
  private mutating func advance(_ count: Int, power: Int) {
    position += count
    length += count
    lastPower = power
    digit = nil
    zeroSinceUnit = false
    digitFollowsUnit = false
    traits.formUnion([.chinese, .hasUnit])
  }
}

extension NumeralScanner {
  private mutating func arabic() {
    guard digit == nil, length == 0 || lastPower >= 0 else { return }
    let start = position
    var i = position
    var value: Int128 = 0
    var dropped = 0
    var grouped = false
    func take(_ scalar: UInt32) {
      if value < ExactDecimal.room { value = value * 10 + Int128(scalar - 0x30) } else { dropped += 1 }
    }
    while kind(i).role == .arabic {
      take(text[i])
      i += 1
    }
    let first = i - start
    if first <= 3 {
      while i + 3 < text.count, text[i] == 0x2C, (1...3).allSatisfy({ kind(i + $0).role == .arabic }),
        kind(i + 4).role != .arabic
      {
        for k in 1...3 { take(text[i + k]) }
        i += 4
        grouped = true
      }
    }
    var decimals = 0
    if i + 1 < text.count, text[i] == 0x2E || text[i] == 0xB7 && isMiddlePoint(i), kind(i + 1).role == .arabic {
      i += 1
      while kind(i).role == .arabic {
        if value < ExactDecimal.room {
          take(text[i])
          decimals += 1
        }
        i += 1
      }
      traits.insert(.decimal)
    }
    var number = ExactDecimal(value, exponent: dropped - decimals)
    if i < text.count, text[i] == 0x6B, kind(i + 1).role == .none,
      i + 1 >= text.count || !GrammarScalar.isLatinLetter(text[i + 1])
    {
      number = number.scaled(by: 3)  // 12k
      i += 1
    }
    // After a unit only what is smaller than it continues the numeral: 5千4百, 3万4000, but not 3千 20000.
    if lastPower >= 0 {
      guard number < ExactDecimal(1, exponent: lastPower) else {
        finished = true
        return
      }
      digitFollowsUnit = first == 1 && decimals == 0
    } else {
      leadingDigits = first
    }
    digit = Bounds(number)
    traits.insert(.arabic)
    if grouped { traits.insert(.grouped) }
    length += i - start
    position = i
  }

  /// 62·2万: newspapers of the nineties set the decimal point in the middle; 9·11 is a day.
  private func isMiddlePoint(_ i: Int) -> Bool {
    var end = i + 1
    while end < i + 8, kind(end).role == .arabic { end += 1 }
    return kind(end).role == .section || end < text.count && text[end] == 0x25
  }

  private mutating func chineseDigits() {
    guard digit == nil else { return }
    let start = position
    var count = 0
    while count < 64, kind(start + count).role.isDigit { count += 1 }
    let formal = kind(start).role == .formalDigit
    let d = kind(start).number
    if d == 0, lastPower >= 0 {  // 一百零五; 一亿零三百
      guard count > 1 || kind(start + 1).role == .ten || kind(start + 1).role == .arabic else {
        finished = true
        return
      }
      position += 1
      length += 1
      zeroSinceUnit = true
      return
    }
    if count >= 2, lastPower <= 2, d > 0, !formal {
      let e = kind(start + 1).number
      let consecutive = e == d + 1 || (d == 3 && e == 5)
      let third = kind(start + 2)
      if count == 2, consecutive,
        lastPower >= 0 || third.role.isMultiplier || third.bits & 15 == 0 || !third.role.isDigit
      {
        // 三四百, 十五六, 七八 (个)
        digit = Bounds(d, e)
        take(2, formal: false)
        traits.insert(.indefinite)
        return
      }
    }
    if count >= 2, lastPower < 0 {  // 二〇二三, 一一〇
      guard !kind(start + count).role.isMultiplier else { return finish() }
      var value: Int128 = 0
      for k in 0..<count where value < ExactDecimal.room { value = value * 10 + Int128(kind(start + k).number) }
      digit = Bounds(ExactDecimal(value))
      take(count, formal: formal)
      traits.insert(.digitByDigit)
      leadingDigits = count
      if kind(position).role != .point { finished = true }
      return
    }
    digitFollowsUnit = lastPower >= 0 && !zeroSinceUnit
    digit = Bounds(d, d)
    take(1, formal: formal)
  }

  private mutating func take(_ count: Int, formal: Bool) {
    position += count
    length += count
    traits.insert(.chinese)
    if formal { traits.insert(.formal) }
  }

  private mutating func multiply(_ c: ScalarClass) {
    let power = c.role == .ten || c.role == .formalTen ? 1 : c.number
    if digit == nil {
      if power == 1 {
        guard lastPower != 1, c.role == .ten || length > 0 || kind(position + 1).role != .none else { return finish() }
      } else {
        guard length == 0 else { return finish() }  // 百家, 千余: a unit alone
        traits.insert(.bareUnit)
      }
    }
    // Within a section the powers fall: 三百五十, never 五十三百.
    if lastPower >= 0, lastPower < 4, lastPower <= power, !section.isZero { return finish() }
    section = section + (digit ?? Bounds(.one)).scaled(power)
    if traits.contains(.decimal), digit != nil { coefficient = digit?.low }
    advance(1, power: power)
    if c.role == .formalTen || c.role == .formalUnit { traits.insert(.formal) }
  }

  private mutating func finish() { finished = true }

  private mutating func closeSection(_ power: Int) {
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

  /// 几十, 十几, 数百, 二十几万; 数 only before a unit or after 十.
  private mutating func indefinite(_ role: NumeralRole) {
    guard digit == nil, lastPower != 0, length == 0 || lastPower >= 1 else { return }
    let next = kind(position + 1)
    let multiplies = next.role.isMultiplier
    if role == .several, !multiplies, lastPower != 1 { return }
    if lastPower > 1, !multiplies { return }
    digit = Bounds(1, multiplies && length == 0 ? 10 : 9)
    take(1, formal: false)
    traits.insert(.indefinite)
  }

  /// 六点四二万: decimals written out; 3点 is a time and stays out.
  private mutating func point() {
    guard length > 0, !traits.contains(.arabic), !traits.contains(.decimal) else { return }
    var i = position + 1
    while i < position + 4, i < text.count, text[i] == 0x20 { i += 1 }
    // 一点两小时: 两 is never a decimal.
    guard kind(i).role.isDigit, text[i] != GrammarScalar.two, digit != nil || lastPower >= 0 else { return }
    elide()
    var whole = section + (digit ?? .zero)
    var decimals = 0
    while kind(i).role.isDigit {
      decimals += 1
      if decimals <= 30 {
        let d = ExactDecimal(Int128(kind(i).number), exponent: -decimals)
        whole = whole + Bounds(d)
      }
      i += 1
    }
    length += i - position
    position = i
    (section, digit, zeroSinceUnit, digitFollowsUnit) = (.zero, whole, true, false)
    traits.insert(.decimal)
    if kind(position).role != .section { finished = true }
  }

  /// 二十多万, 10余万: only inside, before a further unit; at the end it belongs to the quantity.
  private mutating func more() {
    guard lastPower >= 1 || traits.contains(.arabic), length > 0, kind(position + 1).role == .section else { return }
    position += 1
    length += 1
    traits.insert(.more)
  }

  /// 63.5 亿, 四千 二百 五十一 万: up to four spaces, if what follows can only continue the numeral.
  private mutating func skipSpace() {
    var next = position + 1
    while next < position + 4, next < text.count, text[next] == 0x20 { next += 1 }
    let role = kind(next).role
    let continues: Bool
    if role == .section {
      continues = true
    } else if role.isMultiplier {
      continues = digit != nil && (role != .ten || !traits.contains(.arabic))
    } else if role == .arabic {
      continues = lastPower >= 0 && digit == nil && traits.contains(.arabic)
    } else if role.isDigit {
      // 四千 二百, but not 三百 五百: the digit must stand before a smaller unit.
      var after = next + 1
      while after < next + 4, after < text.count, text[after] == 0x20 { after += 1 }
      let unit = kind(after)
      continues =
        digit == nil && lastPower > 1 && unit.role.isMultiplier && (unit.role == .ten || unit.number < lastPower)
        || digit == nil && lastPower == 1 && !unit.role.isMultiplier && kind(position - 1).role == .ten
          && kind(next).number > 0
        || digit == nil && lastPower >= 4 && unit.role.isMultiplier
    } else {
      let follows = kind(next + 1).role != .none || role == .point && next + 1 < text.count && text[next + 1] == 0x20
      continues = (role == .more || role == .point) && follows && !traits.contains(.arabic)
    }
    if continues { position = next }
  }
}

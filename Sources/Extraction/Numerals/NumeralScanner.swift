/// Reads the numeral that begins at a position: Arabic, Chinese, formal, or mixed (3.2万, 1亿3000万, 两万八, 十几, 三四百).
///
/// One pass, no look back. Of a numeral that leaves several readings open the longest well-formed one is taken.
struct NumeralScanner {
  let text: UnsafeBufferPointer<UInt32>
  let classes: ScalarClasses

  // The numeral so far: finished sections (above 万), the current section, the digit not yet multiplied.
  var total = Bounds.zero
  var section = Bounds.zero
  var digit: Bounds?
  var traits: Numeral.Traits = []
  /// Power of ten of the last multiplier; -1: none yet.
  var lastPower = -1
  var zeroSinceUnit = false
  var digitFollowsUnit = false
  var position: Int
  var length = 0
  var leadingDigits = 0
  var coefficient: ExactDecimal?
  var scale = 0
  var finished = false

  init(text: UnsafeBufferPointer<UInt32>, classes: ScalarClasses, from start: Int) {
    self.text = text
    self.classes = classes
    position = start
  }

  func kind(_ i: Int) -> ScalarClass {
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

  private mutating func step() {
    let c = kind(position)
    switch c.role {
    case .arabic: arabic()
    case .digit, .formalDigit, .innerFormalDigit: chineseDigits()
    case .ten, .formalTen, .unit, .formalUnit: multiply(c)
    case .tens:
      guard digit == nil else { return }
      section = section + Bounds(c.number, c.number)
      advance(1, power: 1)
    case .pair:
      guard length == 0 else { return }
      digit = Bounds(c.number, c.number)
      take(1, formal: false)
    case .section: closeSection(c.number)
    case .indefinite, .several: indefinite(c.role)
    case .point: point()
    case .more: more()
    case .none where text.indices.contains(position) && text[position] == GrammarScalar.space: skipSpace()
    case .none: return
    case .half: half()
    }
  }

  /// Passes over `count` characters that multiplied by ten to the `power`.
  mutating func advance(_ count: Int, power: Int) {
    position += count
    length += count
    lastPower = power
    digit = nil
    zeroSinceUnit = false
    digitFollowsUnit = false
    traits.formUnion([.chinese, .hasUnit])
  }

  /// Passes over `count` Chinese digits.
  mutating func take(_ count: Int, formal: Bool) {
    position += count
    length += count
    traits.insert(.chinese)
    if formal { traits.insert(.formal) }
  }

  mutating func finish() { finished = true }

  /// 半百 is 50; any other 半 belongs to the unit after it.
  private mutating func half() {
    guard length == 0, kind(position + 1).role == .unit, kind(position + 1).number == 2 else { return }
    section = Bounds(50, 50)
    advance(2, power: 2)
    finish()
  }

  /// 63.5 亿, 四千 二百 五十一 万, 十 余 万: up to four spaces, if what follows can only continue the numeral.
  private mutating func skipSpace() {
    let next = pastSpaces(position + 1)
    let role = kind(next).role
    let after = pastSpaces(next + 1)
    let unit = kind(after)
    let continues: Bool
    if role == .section {
      continues = true
    } else if role.isMultiplier {
      continues = digit != nil && (role != .ten || !traits.contains(.arabic))
    } else if role == .arabic {
      continues = lastPower >= 0 && digit == nil && traits.contains(.arabic)
    } else if role.isDigit {
      // 四千 二百, but not 三百 五百: the digit must stand before a smaller unit.
      continues =
        digit == nil && lastPower > 1 && unit.role.isMultiplier && (unit.role == .ten || unit.number < lastPower)
        || digit == nil && lastPower == 1 && !unit.role.isMultiplier && kind(position - 1).role == .ten
          && kind(next).number > 0
        || digit == nil && lastPower >= 4 && unit.role.isMultiplier
    } else if role == .more || role == .indefinite {
      continues = unit.role == .section
    } else {
      continues = role == .point && !traits.contains(.arabic) && unit.role.isDigit
    }
    if continues { position = next }
  }

  /// At most four spaces on.
  func pastSpaces(_ i: Int) -> Int {
    var next = i
    while next < i + 4, next < text.count, text[next] == GrammarScalar.space { next += 1 }
    return next
  }
}

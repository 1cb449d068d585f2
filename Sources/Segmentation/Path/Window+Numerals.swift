import Lexicon

extension Window {
  /// Notes that the character at `position` may play a part in a number.
  func noteNumeral(_ position: Int, _ raw: UInt8) {
    roles[position] = raw
    if grammar.begins >> UInt32(raw) & 1 != 0 {
      addSpecial(position, .numeral, end: position &+ 1)
    } else if position > 0, isNumeralCode(codes[position &- 1]) {
      if raw == NumeralRole.point.rawValue { addSpecial(position, .numeral, end: position &+ 1) }
      if raw == NumeralRole.fraction.rawValue { addSpecial(position, .numeral, end: position &+ 2) }
    }
  }

  private func isNumeralCode(_ code: UInt16) -> Bool {
    trie.roles[Int(code)] != 0 || trie.classes[Int(code)] == CharacterClass.digit.rawValue
  }

  /// Finds the numbers that 年, 月, 日, 时 or 分 make a time of: 2025年, 12月, 三十一日, 8时, 30分.
  func findTimes() {
    var index = 0
    while index < specialCount {
      let special = specials[index]
      index += 1
      guard special.kind == .numeral else { continue }
      let start = Int(special.position)
      let role = role(start)
      if role == .arabic {
        arabicTime(start, Int(special.end))
      } else if role == .digit || role == .ten, start == 0 || !isNumeral(start - 1) {
        chineseTime(start)
      }
    }
  }

  private func isNumeral(_ position: Int) -> Bool {
    switch role(position) {
    case .digit, .ten, .unit, .large, .some, .several, .ordinal, .arabic, .point: true
    default: false
    }
  }

  private func arabicTime(_ start: Int, _ end: Int) {
    guard end - start <= 4, end < count else { return }
    var value = 0
    for position in start..<end {
      let digit = Int(codes[position]) - Int(CharacterCode.digitZero)
      guard digit >= 0, digit <= 9 else { return }
      value = value * 10 + digit
    }
    let isTime: Bool
    switch role(end) {
    // 98年 is a year, 15年 a length of time.
    case .year: isTime = end - start == 4 || end - start == 2 && value >= 49
    case .month: isTime = (1...12).contains(value)
    case .day: isTime = (1...31).contains(value)
    case .hour: isTime = value <= 24
    case .fraction: isTime = value < 60 && start > 0 && role(start - 1) == .hour
    default: isTime = false
    }
    if isTime { addTime(start, end: timeEnd(end)) }
  }

  private func chineseTime(_ start: Int) {
    var end = start
    var digits = 0
    while end < count, end - start < 5, role(end) == .digit || role(end) == .ten {
      if role(end) == .digit { digits += 1 }
      end += 1
    }
    guard end < count else { return }
    let length = end - start
    // 八, 十, 十八, 二十, 二十八
    let isSmall = length <= 3 && digits <= 2 && (length == 1 || length - digits == 1)
    let isTime: Bool
    switch role(end) {
    case .year: isTime = digits == length && (length == 4 || length == 2)
    case .month, .day: isTime = isSmall
    // 一时 is a word.
    case .hour: isTime = isSmall && length > 1
    case .fraction: isTime = isSmall && start > 0 && role(start - 1) == .hour
    default: isTime = false
    }
    if isTime { addTime(start, end: timeEnd(end)) }
  }

  /// The position after the sign of time at `sign`; 份 of 月份 belongs to it.
  private func timeEnd(_ sign: Int) -> Int {
    role(sign) == .month && sign + 1 < count && role(sign + 1) == .share ? sign + 2 : sign + 1
  }
}

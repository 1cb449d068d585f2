/// Clock times as they are written and spoken.
extension NumericScan {
  struct ClockTime {
    var hour: Int
    var minute = 0
    var second = 0
    var end: Int
    var grain: TimeSpan.Grain
    /// 3点, not 3时 or 3:00: the half of the day may be left to the reader.
    var isSpoken = false
  }

  /// 20:59, 20:59:08, 8:00 a.m., 3时, 3点半, 10点一刻, 20时59分, 9点20.
  ///
  /// - Parameter dated: whether a day or a part of it stands before; without, 3点 may as well count points.
  func clock(_ i: Int, dated: Bool) -> ClockTime? {
    guard let h = smallNumeral(i), h.digits <= 2, h.value <= 24 else { return nil }
    if GrammarScalar.isColon(at(h.end)), h.isArabic { return digital(h) }
    if h.isArabic, h.value <= 12, h.value > 0, let (end, isAfternoon) = halfInLetters(h.end, alone: false) {
      return ClockTime(hour: h.value % 12 + (isAfternoon ? 12 : 0), end: end, grain: .hour)  // 3pm
    }
    guard let (_, end, unit) = counted(i, GrammarScalar.hour, or: GrammarScalar.oClock) else { return nil }
    var clock = ClockTime(hour: h.value, end: end, grain: .hour)
    clock.isSpoken = unit == GrammarScalar.oClock
    if end == h.end { return clock }  // the first of 9~12点
    let evident = minutes(&clock)
    if !evident, unit == GrammarScalar.oClock, !dated {
      let follows = [.around, .to, .ago, .later].contains { (role: TimeVocabulary.Connector) in
        connector(role, end).map { $0.end > end + 1 || role == .around || role == .to } ?? false
      }
      let about = at(i - 1) == GrammarScalar.about && isBoundary(end)
      let deadline = isBoundary(i - 1) && connector(.ago, end).map { isBoundary($0.end) } ?? false  // 5点前
      guard isBoundary(i - 1) && isBoundary(end) || follows || about || deadline else { return nil }
    }
    if !evident, unit == GrammarScalar.hour, !dated, !h.isArabic && h.value < 10 || isTimeWordTail(end) { return nil }
    return clock
  }

  /// 时间, 时代 …: the 时 of a word.
  private func isTimeWordTail(_ end: Int) -> Bool {
    at(end) == 0x95F4 || at(end) == 0x4EE3 || at(end) == 0x671F || at(end) == 0x5C1A || at(end) == 0x5019
  }

  private func digital(_ h: SmallNumeral) -> ClockTime? {
    guard let m = smallNumeral(h.end + 1), m.isArabic, m.digits == 2, m.value < 60 else { return nil }
    var clock = ClockTime(hour: h.value, minute: m.value, end: m.end, grain: .minute)
    if GrammarScalar.isColon(at(m.end)), let s = smallNumeral(m.end + 1), s.digits == 2, s.value < 60 {
      (clock.second, clock.end, clock.grain) = (s.value, s.end, .second)
    }
    if at(clock.end) == GrammarScalar.hour { clock.end += 1 }  // 11:00时
    if let (end, isAfternoon) = halfInLetters(clock.end, alone: true) {
      clock.end = end
      if isAfternoon, clock.hour < 12 { clock.hour += 12 }
      if !isAfternoon, clock.hour == 12 { clock.hour = 0 }
    }
    return clock
  }

  /// am, pm, a.m., p.m., and where `alone` says so a, p: where it ends, and which half of the day it is.
  private func halfInLetters(_ i: Int, alone: Bool) -> (end: Int, isAfternoon: Bool)? {
    let letter = skipSpaces(i)
    guard at(letter) == 0x61 || at(letter) == 0x70 else { return nil }
    func closes(_ i: Int) -> Bool { !GrammarScalar.isLatinLetter(at(i)) && !GrammarScalar.isDigit(at(i)) }
    var end = letter + 1
    let dotted = at(end) == GrammarScalar.fullStop
    if dotted { end += 1 }
    if at(end) == 0x6D, closes(end + 1) {
      return (dotted && at(end + 1) == GrammarScalar.fullStop ? end + 2 : end + 1, at(letter) == 0x70)
    }
    return alone && letter == i && closes(letter + 1) ? (letter + 1, at(letter) == 0x70) : nil
  }

  /// What follows 时 or 点.
  /// - Returns: whether something did that shows a clock.
  private func minutes(_ clock: inout ClockTime) -> Bool {
    let end = clock.end
    if at(end) == GrammarScalar.half {
      (clock.minute, clock.end, clock.grain) = (30, end + 1, .minute)
      return true
    }
    if at(end) == GrammarScalar.exactly || at(end) == GrammarScalar.bell {
      clock.end = end + 1
      if at(end + 1) == GrammarScalar.exactly { clock.end += 1 }
      return true
    }
    if let (minute, stop) = fives(end) {
      (clock.minute, clock.end, clock.grain) = (minute, stop, .minute)
      return true
    }
    let from = skipSpaces(end)
    guard let m = smallNumeral(from), m.value < 60, m.digits <= 2 else { return false }
    if at(m.end) == GrammarScalar.quarter, (1...3).contains(m.value) {
      let stop = at(m.end + 1) == GrammarScalar.bell ? m.end + 2 : m.end + 1
      (clock.minute, clock.end, clock.grain) = (m.value * 15, stop, .minute)
      return true
    }
    if at(m.end) == GrammarScalar.part, at(m.end + 1) != GrammarScalar.of {
      (clock.minute, clock.end, clock.grain) = (m.value, m.end + 1, .minute)
      if let s = smallNumeral(m.end + 1), s.value < 60, at(s.end) == GrammarScalar.second {
        (clock.second, clock.end, clock.grain) = (s.value, s.end + 1, .second)
      }
      return true
    }
    // 9点20, 三点零五
    guard m.digits == 2 || m.digits == 0, wordAfter(.measureWord, m.end) == nil, wordAfter(.unit, m.end) == nil else {
      return false
    }
    (clock.minute, clock.end, clock.grain) = (m.value, m.end, .minute)
    return true
  }

  /// 三点搭半, 三点踏三, 三点一个字: Cantonese counts five minutes as one figure of the dial.
  private func fives(_ i: Int) -> (minute: Int, end: Int)? {
    let touches = at(i) == GrammarScalar.touching.0 || at(i) == GrammarScalar.touching.1
    if touches, at(i + 1) == GrammarScalar.half { return (30, i + 2) }
    guard let n = smallNumeral(touches ? i + 1 : i), (1...11).contains(n.value) else { return nil }
    if touches { return (n.value * 5, n.end) }
    return at(n.end) == GrammarScalar.counter && at(n.end + 1) == GrammarScalar.figure ? (n.value * 5, n.end + 2) : nil
  }
}

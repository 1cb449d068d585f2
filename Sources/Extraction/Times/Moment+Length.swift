/// Days and moments moved by a length of time.
extension CalendarDate {
  /// So many days from Monday to Friday on, or back; holidays are not known here.
  ///
  /// - Complexity: O(1).
  func adding(workdays count: Int) -> CalendarDate {
    let step = count < 0 ? -1 : 1
    let count = min(abs(count), 1_000_000)
    // On a weekend the count begins with the next working day.
    let rest = max(weekday - 5, 0)
    let start = rest == 0 ? 0 : step > 0 ? -rest : 3 - rest
    var date = adding(days: start + step * (count / 5 * 7))
    for _ in 0..<(count % 5) {
      repeat { date = date.adding(days: step) } while date.weekday > 5
    }
    return date
  }
}

extension Moment {
  /// So much later or earlier; years and months by the calendar.
  func moved(by length: Length, backwards: Bool) -> Moment {
    let sign = backwards ? -1 : 1
    let months = min(length.whole(.year), 9999) * 12 + min(length.whole(.month), 99_999)
    let days = min(length.whole(.week), 99_999) * 7 + min(length.whole(.day), 999_999)
    let seconds =
      min(length.whole(.hour), 9_999_999) * 3600 + min(length.whole(.minute), 99_999_999) * 60
      + min(length.whole(.second), 9_999_999_999)
    var result = self
    result.date = date.adding(months: sign * months).adding(days: sign * days)
    return result.adding(seconds: sign * seconds)
  }
}

extension NumericScan {
  /// So much later or earlier; of working days, past the weekends.
  func moved(_ moment: Moment, by length: Length, _ operand: Operand, past: Bool) -> Moment {
    guard operand.timeUnit?.isWorking == true else { return moment.moved(by: length, backwards: past) }
    var result = moment
    result.date = moment.date.adding(workdays: past ? -length.whole(.day) : length.whole(.day))
    return result
  }
}

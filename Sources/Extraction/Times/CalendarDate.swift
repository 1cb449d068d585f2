/// A day of the proleptic Gregorian calendar. Years count astronomically: 公元前221年 is -220.
public struct CalendarDate: Sendable, Hashable, Comparable, BitwiseCopyable {
  public var year: Int { Int(storedYear) }
  public var month: Int { Int(storedMonth) }
  public var day: Int { Int(storedDay) }
  // Small, because times are copied a good deal.
  private let storedYear: Int16
  private let storedMonth: Int8
  private let storedDay: Int8

  /// The day, or nil if the calendar has none such.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, (-9999...9999).contains(year) else { return nil }
    guard day <= Self.days(inMonth: month, of: year) else { return nil }
    (storedYear, storedMonth, storedDay) = (Int16(year), Int8(month), Int8(day))
  }

  /// From the days since 1970-01-01; Howard Hinnant's `civil_from_days`.
  package init(dayNumber: Int) {
    let z = min(max(dayNumber, -4_000_000), 3_000_000) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    storedYear = Int16(yearOfEra + era * 400 + (month <= 2 ? 1 : 0))
    storedMonth = Int8(month)
    storedDay = Int8(dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// The days since 1970-01-01; Howard Hinnant's `days_from_civil`.
  package var dayNumber: Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Monday 1 … Sunday 7.
  package var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package func adding(days: Int) -> CalendarDate {
    CalendarDate(dayNumber: dayNumber + min(max(days, -4_000_000), 4_000_000))
  }

  /// The same day so many months on, or the last one of a shorter month.
  package func adding(months: Int) -> CalendarDate {
    let count = year * 12 + month - 1 + min(max(months, -120_000), 120_000)
    let y = min(max(count >= 0 ? count / 12 : (count - 11) / 12, -9999), 9999)
    let m = count - (count >= 0 ? count / 12 : (count - 11) / 12) * 12 + 1
    return CalendarDate(year: y, month: m, day: min(day, Self.days(inMonth: m, of: y))) ?? self
  }

  package var startOfMonth: CalendarDate { adding(days: 1 - day) }
  package var startOfYear: CalendarDate { CalendarDate(year: year, month: 1, day: 1) ?? self }
  package var startOfWeek: CalendarDate { adding(days: 1 - weekday) }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

extension CalendarDate: CustomStringConvertible {
  /// ISO 8601: `2024-04-18`, `-0220-01-01`.
  public var description: String {
    let digits = String(abs(year))
    var text = digits.utf8.count < 4 ? String(repeating: "0", count: 4 - digits.utf8.count) + digits : digits
    if year < 0 { text = "-" + text }
    text += TwoDigits.afterHyphen[month]
    text += TwoDigits.afterHyphen[day]
    return text
  }
}

/// Numbers below a hundred in two digits, behind a sign: dates and clock times are put together of these, which takes no
/// memory and a tenth of the time of formatting.
enum TwoDigits {
  static let alone = table("")
  static let afterHyphen = table("-")
  static let afterColon = table(":")

  private static func table(_ sign: String) -> [String] {
    (0..<100).map { $0 < 10 ? "\(sign)0\($0)" : "\(sign)\($0)" }
  }
}

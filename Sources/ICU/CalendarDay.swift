import ICUShim

/// A day in one of ICU's calendars: what our own tables of calendars are compared with.
public struct CalendarDay: Sendable, Hashable {
  /// ICU's extended year: of the Chinese calendar 2637 more than that of the solar year in which it begins.
  public let year: Int
  /// Counted from 1 as ICU numbers months; Adar I of the Hebrew calendar is 6, also in years that have none.
  public let month: Int
  public let isLeapMonth: Bool
  public let day: Int

  /// - Parameters:
  ///   - number: days since 1970-01-01.
  ///   - calendar: ICU's name: `chinese`, `hebrew`, `islamic-umalqura`.
  /// - Throws: ``ICUError`` for a calendar that ICU does not know.
  public init(number: Int, calendar: String) throws(ICUError) {
    var fields: [Int32] = [0, 0, 0, 0]
    var status: Int32 = 0
    icushim_calendar_day("zh@calendar=\(calendar)", Int32(clamping: number), &fields, &status)
    guard status <= 0 else { throw ICUError(status: status, operation: "read calendar \(calendar)") }
    (year, month, isLeapMonth, day) = (Int(fields[0]), Int(fields[1]), fields[2] != 0, Int(fields[3]))
  }

  /// How much of a date is written.
  public enum Style: Int32, Sendable, CaseIterable {
    case full, long, medium, short
  }

  /// A solar date as people write it in a language: `2024年4月18日星期四`.
  public static func text(number: Int, style: Style, locale: String = "zh") throws(ICUError) -> String {
    try utf16Text(capacity: 64, "date in \(locale)") {
      icushim_date_text(locale, style.rawValue, Int32(clamping: number), $0, $1, &$2)
    }
  }
}

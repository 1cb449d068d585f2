/// A second of a day, in whatever zone the text means.
public struct Moment: Sendable, Hashable, Comparable, BitwiseCopyable {
  public internal(set) var date: CalendarDate
  /// Seconds since midnight, 0..<86,400.
  public var second: Int { Int(storedSecond) }
  private var storedSecond: Int32

  package init(_ date: CalendarDate, second: Int = 0) {
    self.date = date
    storedSecond = 0
    self = adding(seconds: second)
  }

  /// Reads `2024-04-18` or `2024-04-18T09:00:00`, with or without seconds; what follows (a zone) is not looked at.
  public init?(iso text: String) {
    var fields = [0, 1, 1, 0, 0, 0]
    var index = 0
    var digits = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        guard digits < 4 else { return nil }
        if digits == 0 { fields[index] = 0 }
        fields[index] = fields[index] * 10 + Int(byte - 0x30)
        digits += 1
      } else {
        guard digits > 0 else { return nil }
        let expected: [UInt8] = [0x2D, 0x2D, 0x54, 0x3A, 0x3A]
        guard index < 5, byte == expected[index] || (index == 2 && byte == 0x20) else { break }
        index += 1
        digits = 0
      }
    }
    guard index >= 2, let date = CalendarDate(year: fields[0], month: fields[1], day: fields[2]),
      fields[3] <= 24, fields[4] < 60, fields[5] < 61
    else { return nil }
    self.init(date, second: fields[3] * 3600 + fields[4] * 60 + fields[5])
  }

  package func adding(seconds: Int) -> Moment {
    let sum = second + min(max(seconds, -300_000_000_000), 300_000_000_000)
    let days = sum >= 0 ? sum / 86_400 : (sum - 86_399) / 86_400
    var result = self
    result.date = date.adding(days: days)
    result.storedSecond = Int32(sum - days * 86_400)
    return result
  }

  func adding(months: Int) -> Moment {
    var result = self
    result.date = date.adding(months: months)
    return result
  }

  public static func < (a: Moment, b: Moment) -> Bool { (a.date, a.second) < (b.date, b.second) }

  /// `09:00:00`
  package static func clock(_ second: Int) -> String {
    let second = min(max(second, 0), 359_999)
    var text = TwoDigits.alone[second / 3600]
    text += TwoDigits.afterColon[second / 60 % 60]
    text += TwoDigits.afterColon[second % 60]
    return text
  }
}

extension Moment {
  /// As ``description``, and the date alone at midnight.
  public var shortDescription: String { second == 0 ? "\(date)" : description }
}

extension Moment: CustomStringConvertible {
  /// `2024-04-18T09:00:00`
  public var description: String { "\(date)T\(Self.clock(second))" }
}

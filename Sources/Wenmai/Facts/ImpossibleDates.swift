import Extraction
import Text

/// Days that no calendar has: 2月30日, 2023年2月29日. Written in digits only: 二月三十 is a day of the lunar calendar.
enum ImpossibleDates {
  /// - Complexity: O(bytes of the article).
  static func find(in report: ArticleReport) -> [FactFinding.Place] {
    let utf8 = report.document.utf8
    let span = report.analysis.article.span
    var found: [FactFinding.Place] = []
    var at = span.lower
    while at + 3 <= span.upper {
      // 月
      guard utf8[at] == 0xE6, utf8[at + 1] == 0x9C, utf8[at + 2] == 0x88 else {
        at += 1
        continue
      }
      if let range = impossible(aroundMonth: at, utf8, span.range) {
        let span = Span(lower: range.lowerBound, upper: range.upperBound)
        found.append(
          FactFinding.Place(
            name: report.name, place: report.positions.place(span.lower), text: report.document.line(span),
            offset: span.lower))
      }
      at += 3
    }
    return found
  }

  private static func impossible(aroundMonth at: Int, _ utf8: [UInt8], _ limits: Range<Int>) -> Range<Int>? {
    guard let (month, start) = number(before: at, utf8, limits), let (day, end) = number(after: at + 3, utf8, limits),
      (1...12).contains(month), isDay(end, utf8, limits), !isLunar(before: start, utf8, limits)
    else { return nil }
    var first = start
    var year: Int?
    if let before = character(before: start, "年", utf8, limits),
      let (value, begin) = number(before: before, utf8, limits),
      value > 999
    {
      year = value
      first = begin
    }
    let last = CalendarDate.days(inMonth: month, of: year ?? 2000)
    return (1...last).contains(day) ? nil : first..<end + 3
  }

  private static func number(before at: Int, _ utf8: [UInt8], _ limits: Range<Int>) -> (value: Int, start: Int)? {
    var start = at
    while start > limits.lowerBound, at - start < 5, (0x30...0x39).contains(utf8[start - 1]) { start -= 1 }
    guard start < at, at - start < 5 else { return nil }
    return (utf8[start..<at].reduce(0) { $0 * 10 + Int($1 - 0x30) }, start)
  }

  private static func number(after at: Int, _ utf8: [UInt8], _ limits: Range<Int>) -> (value: Int, end: Int)? {
    var end = at
    while end < limits.upperBound, end - at < 3, (0x30...0x39).contains(utf8[end]) { end += 1 }
    guard end > at, end - at < 3 else { return nil }
    return (utf8[at..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, end)
  }

  /// Whether 日 or 号 stands there.
  private static func isDay(_ at: Int, _ utf8: [UInt8], _ limits: Range<Int>) -> Bool {
    ["日", "号"].contains { utf8[at..<min(at + 3, limits.upperBound)].elementsEqual($0.utf8) }
  }

  private static func character(before at: Int, _ text: String, _ utf8: [UInt8], _ limits: Range<Int>) -> Int? {
    let start = at - text.utf8.count
    return start >= limits.lowerBound && utf8[start..<at].elementsEqual(text.utf8) ? start : nil
  }

  /// 农历2月30日, 农历2023年2月30日
  private static func isLunar(before at: Int, _ utf8: [UInt8], _ limits: Range<Int>) -> Bool {
    let front = String(decoding: utf8[max(limits.lowerBound, at - 24)..<at], as: UTF8.self)
    return ["农历", "阴历", "旧历", "夏历"].contains { front.contains($0) }
  }
}

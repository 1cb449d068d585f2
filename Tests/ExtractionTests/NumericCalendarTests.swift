import Extraction
import Testing

@Suite struct NumericCalendarTests {
  @Test func daysCountUpOneByOne() {
    var date = CalendarDate(dayNumber: -800_000)
    for number in -799_999...200_000 {
      let next = CalendarDate(dayNumber: number)
      guard next.dayNumber == number, next > date else {
        Issue.record("day \(number) is \(next)")
        return
      }
      date = next
    }
    #expect(CalendarDate(dayNumber: 0).description == "1970-01-01")
    #expect(CalendarDate(year: 2024, month: 2, day: 29)?.weekday == 4)
    #expect(CalendarDate(year: 2023, month: 2, day: 29) == nil)
  }

  @Test func monthsEndOnTheirLastDay() {
    #expect(CalendarDate(year: 2024, month: 1, day: 31)?.adding(months: 1).description == "2024-02-29")
    #expect(CalendarDate(year: 2024, month: 1, day: 15)?.adding(months: -13).description == "2022-12-15")
    #expect(CalendarDate(year: 9999, month: 12, day: 31)?.adding(months: 1) != nil)
  }

  @Test func momentsReadAndWriteISO() {
    #expect(Moment(iso: "2024-04-18")?.description == "2024-04-18T00:00:00")
    #expect(Moment(iso: "2024-04-18T09:05:07+08:00")?.description == "2024-04-18T09:05:07")
    #expect(Moment(iso: "2024-04-18T24:00:00")?.description == "2024-04-19T00:00:00")
    for bad in ["", "2024", "2024-13-01", "2024-02-30", "heute", "2024-04-18T25:00", "20240418", "----"] {
      #expect(Moment(iso: bad) == nil, "\(bad)")
    }
  }

  @Test func decimalsKeepTheirDigits() {
    #expect(ExactDecimal(parsing: "24.13").scaled(by: 4).description == "241300")
    #expect((ExactDecimal(parsing: "0.1") + ExactDecimal(parsing: "0.2")).description == "0.3")
    #expect((ExactDecimal(parsing: "1.5") * ExactDecimal(parsing: "-2")).description == "-3")
    #expect((ExactDecimal(2) / ExactDecimal(8)).description == "0.25")
    #expect(ExactDecimal(parsing: "1e400").description == "1e400")
    #expect(ExactDecimal(parsing: "1e400").double == .infinity)
    #expect(ExactDecimal(parsing: "0.0000025").description == "0.0000025")
    #expect(ExactDecimal(3) < ExactDecimal(parsing: "3.01"))
    #expect(ExactDecimal(parsing: "3.10") == ExactDecimal(parsing: "3.1"))
  }
}

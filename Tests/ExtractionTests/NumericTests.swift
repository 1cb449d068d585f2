import Extraction
import Testing

@Suite struct NumericTests {
  static let tables = [
    "quantities/counts", "quantities/percent", "quantities/money", "quantities/units", "quantities/durations",
    "quantities/age-temperature", "quantities/numerals", "quantities/ordinal", "quantities/phone", "quantities/none",
    "quantities/approximations", "quantities/indefinite", "quantities/ranges-ratios",
    "times/dates",
    "times/ranges", "times/clock", "times/distances", "times/words", "times/sets", "times/holidays", "times/lunar",
    "times/parts", "times/bounds", "times/named", "times/weeks", "times/forms", "times/unresolved",
    "times/lengths", "times/readings",
  ]

  @Test(arguments: tables.flatMap { NumericCase.load($0) })
  func finds(_ c: NumericCase) {
    let found = read(c.input, reference: c.reference).map { NumericCase.Fact($0, in: c.input) }
    let told = found.indices.map { found[$0].asTold(by: $0 < c.expected.count ? c.expected[$0] : nil) }
    #expect(told == c.expected)
  }

  @Test func timesWithoutReferenceAreFoundWithoutValue() {
    let matches = read("去年3月,今年以来有12家药店迁址,2019年上市3家。")
    #expect(matches.map(\.kind) == [.dateperiod, .dateperiod, .measure, .dateperiod, .measure])
    #expect(matches[0].value == .unknown)
    #expect(matches[1].value == .unknown)
    #expect(matches[3].value == .period("2019-01-01", "2020-01-01"))
  }

  @Test func theDayNamedBeforeIsWhatThatDayMeans() {
    var context = NumericContext(reference: Moment(iso: "2025-09-16"))
    _ = read("8月3日,暴雨袭击县城。", context: &context)
    let day = read("当天,200名村民转移。次日,道路恢复。", context: &context)
    #expect(day.map(\.value) == [.text("2025-08-03"), .number(ExactDecimal(200)), .text("2025-08-04")])
    _ = read("2019年,他考入大学。", context: &context)
    #expect(read("同年,他入伍。", context: &context).map(\.value) == [.period("2019-01-01", "2020-01-01")])
  }

  @Test func boundsSayWhatTheWordsSay() {
    func bounds(_ text: String) -> [ExactDecimal?] { read(text).first.map { [$0.lower, $0.upper] } ?? [] }
    #expect(bounds("近2000名") == [nil, ExactDecimal(2000)])
    #expect(bounds("超过3万人") == [ExactDecimal(30000), nil])
    #expect(bounds("十几项") == [ExactDecimal(11), ExactDecimal(19)])
    #expect(bounds("52家") == [nil, nil])
    #expect(bounds("200余张") == [ExactDecimal(200), ExactDecimal(300)])
    #expect(bounds("5.7万余户") == [ExactDecimal(57_000), ExactDecimal(58_000)])
    #expect(bounds("二十多万人") == [ExactDecimal(200_000), ExactDecimal(300_000)])
    #expect(bounds("两成多") == [ExactDecimal(20), ExactDecimal(30)])
    #expect(bounds("3倍多") == [ExactDecimal(3), ExactDecimal(4)])
    #expect(bounds("若干项") == [ExactDecimal(1), nil])
    #expect(bounds("约300人") == [nil, nil])
    #expect(bounds("至多8人") == [nil, ExactDecimal(8)])
    #expect(bounds("80分以上") == [ExactDecimal(80), nil])
  }

  @Test func numeralsInsideAreGivenWhenAskedFor() {
    let match = read("3至5万元", nested: true).first
    #expect(match?.inner.map(\.value) == [.number(ExactDecimal(3)), .number(ExactDecimal(50000))])
    #expect(read("3至5万元").first?.inner.isEmpty == true)
  }
}

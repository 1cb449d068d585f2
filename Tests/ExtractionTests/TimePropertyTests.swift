import Extraction
import ICU
import TestSupport
import Testing

/// What holds for every day, with ICU as the judge.
@Suite struct TimePropertyTests {
  /// Days of 1900 to 2099, some hundred of them.
  static let days: [CalendarDate] = {
    var random = SplitMix(seed: 11)
    let first = CalendarDate(year: 1900, month: 1, day: 1)?.dayNumber ?? 0
    return (0..<400).map { _ in CalendarDate(dayNumber: first + Int(random.next() % 73_000)) }
  }()

  static func digits(_ n: Int, zero: Character) -> String {
    String(String(n).map { Array("\(zero)一二三四五六七八九")[$0.wholeNumberValue ?? 0] })
  }

  static func chinese(_ n: Int) -> String { NumericPropertyTests.chinese(n).replacingPrefix("一十", with: "十") }

  @Test func datesReadBackHoweverTheyAreWritten() {
    for date in Self.days {
      let (y, m, d) = (date.year, date.month, date.day)
      let (mm, dd) = (m < 10 ? "0\(m)" : "\(m)", d < 10 ? "0\(d)" : "\(d)")
      var forms = [
        "\(y)年\(m)月\(d)日", "\(y)年\(mm)月\(dd)日", "\(y)年\(m)月\(d)号", "\(y)-\(mm)-\(dd)", "\(y)/\(m)/\(d)",
        "\(y).\(m).\(d)", "\(y)\(mm)\(dd)", "\(y) \(mm) \(dd)", "公元\(y)年\(m)月\(d)日",
        "\(Self.digits(y, zero: "〇"))年\(Self.chinese(m))月\(Self.chinese(d))日",
        "\(Self.digits(y, zero: "零"))年\(Self.chinese(m))月\(Self.chinese(d))日",
      ]
      if y > 1912 { forms.append("民国\(y - 1911)年\(m)月\(d)日") }
      for text in forms {
        let found = read("写于" + text + "。")
        #expect(found.map(\.value) == [.text("\(date)")], "\(text)")
        #expect(found.first?.edtf == "\(date)", "\(text)")
      }
    }
  }

  @Test(arguments: CalendarDay.Style.allCases) func datesReadBackAsICUWritesThem(_ style: CalendarDay.Style) throws {
    for date in Self.days {
      let text = try CalendarDay.text(number: date.dayNumber, style: style)
      #expect(read("写于" + text + "。").first?.value == .text("\(date)"), "\(text)")
    }
  }

  @Test func timesOfDayReadBack() {
    for minute in stride(from: 0, to: 1440, by: 7) {
      let (h, m) = (minute / 60, minute % 60)
      let (hh, mm) = (h < 10 ? "0\(h)" : "\(h)", m < 10 ? "0\(m)" : "\(m)")
      for text in ["\(h)时\(m)分", "\(hh):\(mm)", "\(hh):\(mm):00", "\(h)点\(mm)分"] {
        let found = read("5月6日" + text + "。", reference: "2024-05-06")
        #expect(found.map(\.value) == [.text("2024-05-06T\(hh):\(mm):00")], "\(text)")
      }
    }
  }

  /// Years in which ICU 72 puts the first day of a month or a leap month elsewhere than the almanac does.
  static let mistakenByICU: Set<Int> = [
    1917, 1922, 1953, 1954, 1955, 1987, 1998, 2012, 2018, 2026, 2027, 2029, 2030, 2070, 2089, 2097,
  ]

  /// There through ICU's calendar, back through our table.
  @Test func lunarDatesReadBack() throws {
    let months = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
    let first = try #require(CalendarDate(year: 1901, month: 3, day: 1)).dayNumber
    var differ: Set<Int> = []
    for number in stride(from: first, to: first + 72_000, by: 3) {
      let lunar = try CalendarDay(number: number, calendar: "chinese")
      let year = lunar.year - 2637
      let day = lunar.day <= 10 ? "初" + Self.chinese(lunar.day) : Self.chinese(lunar.day)
      let text = "\(year)年农历\(lunar.isLeapMonth ? "闰" : "")\(months[lunar.month - 1])月\(day)"
      let found = read("生于" + text + "。").first?.value
      if found != .text("\(CalendarDate(dayNumber: number))") { differ.insert(year) }
    }
    #expect(differ.isSubset(of: Self.mistakenByICU), "\(differ.subtracting(Self.mistakenByICU).sorted())")
  }

  @Test func feastsFallOnTheirDaysInICU() throws {
    for year in 1975...2070 {
      for (name, calendar, month, day) in [
        ("开斋节", "islamic-umalqura", 10, 1), ("古尔邦节", "islamic-umalqura", 12, 10), ("赎罪日", "hebrew", 1, 10),
        ("光明节", "hebrew", 3, 25), ("逾越节", "hebrew", 8, 15),
      ] {
        let found = read("\(year)年\(name)。").first?.value
        let start: String? =
          switch found {
          case .text(let text): text
          case .period(let start, _): start
          default: nil
          }
        let date = try #require(start.flatMap { Moment(iso: $0) }, "\(year)年\(name)").date
        let there = try CalendarDay(number: date.dayNumber, calendar: calendar)
        #expect([there.month, there.day] == [month, day], "\(year)年\(name)")
        #expect(date.year == year)
      }
    }
  }

  /// The table of Indian feasts has a day of the right year, and of the season, for each of its years.
  @Test func feastsOfTheTableHaveADayEveryYear() {
    for (name, months) in [
      ("排灯节", 10...11), ("洒红节", 2...3), ("卫塞节", 4...6), ("大宝森节", 1...2), ("十胜节", 9...10), ("湿婆节", 2...3),
      ("象头神节", 8...9), ("黑天神节", 8...9), ("印度兄妹节", 7...8), ("拜萨哈节", 4...4), ("庞格尔节第三天", 1...1), ("欧南节", 8...9),
    ] {
      for year in 1990...2050 {
        guard case .text(let day)? = read("\(year)年\(name)").first?.value, let date = Moment(iso: day)?.date else {
          Issue.record("\(year)年\(name)")
          continue
        }
        #expect(date.year == year && months.contains(date.month), "\(name) \(date)")
      }
    }
  }

  /// A time without a reference never has a value that depends on the day of the test.
  @Test func nothingIsResolvedAgainstTheClock() {
    for text in ["昨天", "去年", "本周五", "上月", "下午3时", "10月12日", "18日", "三天前", "近五年来", "春节", "今晚"] {
      let found = read(text + ",下雨。")
      for match in found where match.kind.isTime && match.kind != .time && match.kind != .timeperiod {
        #expect(match.value == .unknown, "\(text)")
        #expect(match.edtf?.hasPrefix("XXXX") ?? true, "\(text)")
      }
    }
  }

  @Test(arguments: [
    "每周一、", "1月1日、", "至今", "前", "之后", "最后3", "从2016", "到", "农历", "正月初", "10/1/", "大约", "自从", "第3周",
  ])
  func longTextsOfTimesAreLinear(_ unit: String) {
    func cost(_ count: Int) -> Duration {
      let text = String(repeating: unit, count: count)
      return threadTime { _ = read(text, reference: "2024-05-06") }
    }
    _ = cost(1000)
    let (small, large) = (min(cost(2000), cost(2000)), min(cost(16_000), cost(16_000)))
    // Eight times as much; forty leaves room for caches and none for a square.
    #expect(large < small * 40 + .milliseconds(20), "\(unit): \(small), \(large)")
  }
}

extension String {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}

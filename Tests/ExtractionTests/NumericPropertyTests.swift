import Extraction
import Testing

/// What holds for every text.
@Suite struct NumericPropertyTests {
  /// Integers in Chinese, written as newspapers write them.
  static func chinese(_ n: Int) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    func section(_ n: Int) -> String {
      var text = ""
      var zero = false
      for (value, unit) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let d = n / value % 10
        if d == 0 {
          zero = zero || !text.isEmpty
        } else {
          if zero { text += "零" }
          zero = false
          text += digits[d] + unit
        }
      }
      return text
    }
    if n == 0 { return "零" }
    var text = ""
    var zero = false
    for (value, unit) in [(1_0000_0000_0000, "万亿"), (1_0000_0000, "亿"), (1_0000, "万"), (1, "")] {
      let s = n / value % 10000
      if s == 0 {
        zero = zero || !text.isEmpty
      } else {
        if !text.isEmpty, zero || s < 1000 { text += "零" }
        zero = false
        text += section(s) + unit
      }
    }
    return text
  }

  @Test func everyIntegerInChineseReadsBack() {
    var random = SplitMix(seed: 7)
    var numbers =
      Array(0...2500) + [9999, 10_000, 10_001, 10_010, 99_999, 100_000, 1_0000_0000, 1_0000_0001, 3_0500_0000]
    for _ in 0..<3000 { numbers.append(Int(random.next() % (1 << (random.next() % 46 + 1)))) }
    for n in numbers {
      // 万亿 before 亿 is written 12345亿 in news; the two sections stay apart only below.
      guard n / 1_0000_0000_0000 == 0 || n / 1_0000_0000 % 10000 == 0 else { continue }
      let text = Self.chinese(n)
      let found = read("共有" + text + "人。")
      #expect(found.first?.value == .number(ExactDecimal(Int128(n))), "\(text)")
    }
  }

  @Test func arabicNumbersReadBackExactly() {
    for text in ["0.1", "24.13", "1234567.891", "99999999999999999999", "0.30000000000000000001"] {
      #expect(read("为" + text + "元。").first?.value == .number(ExactDecimal(parsing: text)))
    }
    #expect(read("达57.06万人。").first?.value == .number(ExactDecimal(570_600)))
  }

  /// As the decimal itself is read, which the system rounds rightly.
  @Test func doublesAreTheNearest() {
    var random = SplitMix(seed: 11)
    for _ in 0..<5000 {
      let coefficient = Int128(Int64(bitPattern: random.next()) >> Int64(random.next() % 60))
      let exponent = Int(random.next() % 60) - 30
      #expect(ExactDecimal(coefficient, exponent: exponent).double == Double("\(coefficient)e\(exponent)"))
    }
  }

  @Test func matchesAreSortedDisjointAndInRange() {
    var random = SplitMix(seed: 42)
    for length in [0, 1, 2, 7, 40, 300] {
      for _ in 0..<(length > 100 ? 300 : 1500) { check(Self.noise(length, &random)) }
    }
  }

  @Test(arguments: [65_535, 65_536, 100_000])
  func longRunsAreLinearAndDoNotTrap(_ count: Int) {
    for unit in [
      "9", "一", "十", "百", "万", "几", "1,", "1.", "-", "1-", "年", "1年", "3月", "至", "1至", "第", "每", "¥", "(", " ", "零点",
      "半", "近", "𠀀",
    ] {
      check(String(repeating: unit, count: count / unit.unicodeScalars.count))
    }
  }

  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let count = text.unicodeScalars.count
    var end = 0
    for match in read(text, reference: "2025-09-16T10:30:00", nested: true) {
      let range = match.range
      let good = range.lowerBound >= end && range.upperBound > range.lowerBound && range.upperBound <= count
      #expect(good, "\(range) after \(end) in \(text.prefix(80))", sourceLocation: sourceLocation)
      end = range.upperBound
      for inner in match.inner {
        #expect(range.contains(inner.range.lowerBound) && inner.range.upperBound <= range.upperBound)
      }
    }
  }

  /// Text made of what the grammars know, in no order.
  static func noise(_ length: Int, _ random: inout SplitMix) -> String {
    let pieces = [
      "一", "二", "两", "三", "五", "十", "百", "千", "万", "亿", "零", "〇", "半", "几", "数", "多", "余", "来", "点", "壹", "仟", "拾", "廿",
      "1", "2", "9", "12", "2024", "3.5", "1,000", ".", ",", "-", "~", ":", "/", "(", ")", "+", " ", "%", "‰", "°c",
      "kg", "a", "x",
      "年", "月", "日", "号", "时", "分", "秒", "刻", "周", "天", "个", "人", "元", "块", "角", "美元", "¥", "公里", "度", "岁", "旬",
      "第", "近", "约", "超过", "以上", "左右", "前", "后", "内", "至", "到", "从", "每", "今年", "昨天", "上周", "当天", "上午", "晚", "初", "底",
      "春节", "农历", "正月", "闰", "世纪", "年代", "季度", "公元前", "康熙", "分之", "又", "成", "折", "电话", "“", "”", "十四五", "期间", "。", "𠮷",
    ]
    var text = ""
    while text.unicodeScalars.count < length { text += pieces[Int(random.next() % UInt64(pieces.count))] }
    return text
  }
}

/// A small repeatable generator (Steele, Lea and Flood, 2014).
struct SplitMix {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

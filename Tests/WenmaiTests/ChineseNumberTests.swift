import TestSupport
import Testing
import Wenmai

@Suite struct ChineseNumberTests {
  struct NumberCase: Decodable, Sendable { let input: String, value: String?, upper: String? }

  @Test(arguments: cases("quantities/chinese-number", as: NumberCase.self))
  func reads(_ c: NumberCase) {
    let number = ChineseNumber(c.input)
    #expect(number?.value.description == c.value)
    #expect(number?.upper?.description == c.upper)
  }

  @Test func numbersOfATextStandWhereTheyWereWritten() {
    let text = "今年三月，Ａ座１２层有三四百人，约2.5萬株。"
    let found = ChineseNumber.all(in: text)
    #expect(found.map(\.description) == ["3", "12", "300–400", "25000"])
    #expect(found.map(\.text) == ["三", "１２", "三四百", "2.5萬"])
    for number in found {
      let utf8 = Array(text.utf8)[number.span.lower..<number.span.upper]
      #expect(String(decoding: utf8, as: UTF8.self) == number.text)
    }
  }

  /// ICU writes, we read: the two share nothing.
  @Test(arguments: ChineseNumber.Style.allCases)
  func whatICUWritesReadsBack(_ style: ChineseNumber.Style) throws {
    var random = SeededGenerator(seed: 2026)
    var numbers = (0...400).map { "\($0)" }
    for exponent in 2...14 {
      let power = "1" + String(repeating: "0", count: exponent)
      numbers += [power, "-" + power, power.dropLast() + "1", String(repeating: "9", count: exponent)]
    }
    for _ in 0..<3000 {
      let digits = Int(random.next() % 15) + 1
      var number = (0..<digits).map { _ in "\(random.next() % 10)" }.joined()
      if digits > 1, random.next() % 3 == 0 {
        let point = Int(random.next() % UInt64(digits - 1)) + 1
        number = "\(number.prefix(point)).\(number.dropFirst(point))"
      }
      numbers.append(random.next() % 5 == 0 ? "-" + number : number)
    }
    for number in numbers {
      let value = try #require(ExactDecimal(number))
      let words = try #require(ChineseNumber.spelled(value, style), "\(number)")
      #expect(ChineseNumber(words)?.value == value, "\(number): \(words)")
    }
  }

  @Test func whatHasNoNameIsNotWritten() throws {
    let large = try #require(ExactDecimal("1e16"))
    let long = try #require(ExactDecimal("1234567890.1234567"))
    #expect(ChineseNumber.spelled(large) == nil)
    #expect(ChineseNumber.spelled(long) == nil)
    #expect(ExactDecimal("zwei") == nil)
    #expect(ExactDecimal("") == nil)
    #expect(ExactDecimal("0x10") == nil)
  }

  @Test(arguments: ["", " ", "三只", "一起", "12a", "1.2.3", "二零二三年", "万", "\u{0}", "百分之", "-", "负", "点五"])
  func whatIsNoNumberIsNil(_ text: String) {
    #expect(ChineseNumber(text) == nil)
  }
}

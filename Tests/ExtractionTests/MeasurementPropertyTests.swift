import Foundation
import TestSupport
import Testing
import Wenmai

/// What holds of measurements whatever the text is.
@Suite struct MeasurementPropertyTests {
  /// Words that measurements are made of, in any order.
  private static let words = [
    "朝阳区", "全市", "技能人才", "职工", "失业率", "1.86万人", "3200亿元", "5.3%", "12名", "第三位", "2.3倍", "一成", "共有", "达到", "为",
    "增长", "增至", "减少", "同比", "比上年", "占", "的", "其中", "分别", "由", "截至", "2023年", "去年", "、", "，", "；", "。", "（", "）", "“",
    "”",
    "和", "与", "相比", "居", "是", "持平", "没有", "据", "\n", "𠮷", "A",
  ]

  @Test(arguments: 0..<40)
  func spansHold(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = (0..<Int.random(in: 1...160, using: &random))
      .map { _ in Self.words.randomElement(using: &random) ?? "" }.joined()
    check(text)
    #expect(analyze(text) == analyze(text))
  }

  @Test func fixtures() throws {
    for file in articleFiles() { check(try String(contentsOf: file, encoding: .utf8)) }
  }

  private func analyze(_ text: String) -> [Measurement] { SharedAnalyzer.standard.analyze(text).measurements }

  private func check(_ text: String) {
    let count = text.utf8.count
    let bytes = Array(text.utf8)
    func isWhole(_ span: Span) -> Bool {
      0 <= span.lower && span.lower < span.upper && span.upper <= count && bytes[span.lower] & 0xC0 != 0x80
        && (span.upper == count || bytes[span.upper] & 0xC0 != 0x80)
    }
    let found = analyze(text)
    for measurement in found {
      #expect(isWhole(measurement.span))
      #expect(isWhole(measurement.subject.span))
      #expect(measurement.thing.map { isWhole($0.span) } ?? true)
      #expect(measurement.comparison?.base.map { isWhole($0.span) } ?? true)
      #expect(measurement.comparison?.of.map { isWhole($0.span) } ?? true)
      #expect(measurement.evidence.contains { $0.part == .quantity && $0.span == measurement.quantity.span })
      #expect(measurement.evidence.map(\.span) == measurement.evidence.map(\.span).sorted())
      #expect(measurement.sentence.lower <= measurement.quantity.span.lower)
      #expect(measurement.quantity.span.upper <= measurement.sentence.upper)
    }
    // No quantity measures two things.
    #expect(Set(found.map(\.quantity.span)).count == found.count)
  }

  /// A sentence without end, of quantities, parts, lists and brackets: linear, and no crash.
  @Test(arguments: ["职工3人", "其中3人", "分别为3人、", "比3人", "由3人增至", "（3人", "占3%", "的3%", "技能人才", "2023年3人"])
  func longSentences(_ word: String) {
    let text = String(repeating: word, count: 20_000)
    let time = threadTime { check(text) }
    #expect(time < .seconds(30))
  }
}

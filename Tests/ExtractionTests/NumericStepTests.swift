import Extraction
import Testing

/// Reading takes steps in proportion to the length of the text, whatever is repeated in it. Steps are counted, not timed.
@Suite struct NumericStepTests {
  /// What may lead from one numeral to the next one: the grammars go on after these.
  static let pieces = [
    "9", "一", "十", "百", "万", "零", "几", "数", "半", "多", "点", "俩", "参", "1,", "1，", "1.", "1-", "1/", "1又", "1分之", "1 ",
    "1:", "1比", "1至", "1到", "1年", "1月", "1日", "1时", "1元", "1块", "1米", "1斤", "1°", "1%", "1个", "1成", "1^", "1e",
    "每小时1", "每小时1公里至", "从1至", "第", "近", "近百", "约1至", "零下", "负", "若干", "百分之", "电话", "电话1", "(1", "1)", "+1", "¥",
    "人民币", "翻", "首个", "，", "。",
  ]

  @Test(arguments: ["9", "一", "十", "百", "万", "零", "几", "1,", "1，", "1.", "1又", "1:", "1至", "1米", "每小时1公里至"])
  func aHundredThousandOfThem(_ piece: String) {
    let steps = count(piece, scalars: 100_000)
    #expect(steps < 100_000 * 80, "\(steps) steps")
  }

  @Test func twiceTheTextTakesTwiceTheSteps() {
    for first in Self.pieces {
      for second in Self.pieces {
        let small = count(first + second, scalars: 120)
        let large = count(first + second, scalars: 480)
        guard large > small * 5 + 1000 else { continue }
        Issue.record("\(first)\(second): \(small) steps for 120, \(large) for 480")
      }
    }
  }

  private func count(_ piece: String, scalars: Int) -> Int {
    let steps = StepCount()
    let text = String(repeating: piece, count: scalars / piece.unicodeScalars.count).unicodeScalars.map(\.value)
    var context = NumericContext(reference: Moment(iso: "2025-09-16"))
    _ = text.withUnsafeBufferPointer { reader.read($0, context: &context, steps: steps) }
    return steps.count
  }
}

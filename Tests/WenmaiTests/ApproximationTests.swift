import Extraction
import Testing
import Wenmai

/// Approximations tell the interval that they leave, beside the number that is written.
@Suite struct ApproximationTests {
  @Test(arguments: [
    ("桶里至少4升水", NumericValue.interval(ExactDecimal(4), nil)), ("高度不超过120米", .interval(nil, ExactDecimal(120))),
    ("捐款近2000元", .interval(nil, ExactDecimal(2000))), ("树苗200余棵", .interval(ExactDecimal(200), ExactDecimal(300))),
  ])
  func intervalsAreOtherReadings(_ text: String, _ interval: NumericValue) throws {
    let quantity = try #require(try Analyzer().analyze(text).quantities.first)
    #expect(quantity.alternatives == [interval])
  }

  @Test func exactValuesHaveNone() throws {
    #expect(try Analyzer().analyze("桶里有4升水").quantities.map(\.alternatives) == [[]])
  }
}

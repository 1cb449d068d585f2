import TestSupport
import Testing
import Wenmai

/// What quantities count: `subject|value unit|thing|time|comparison`, empty fields at the end left off; 截至 shows as `→`
/// before the time, a part of a whole as `⊂` behind the value.
@Suite struct MeasurementTableTests {
  struct Case: Decodable, Sendable {
    let input: String
    let expected: [String]
    /// Why it fails today; the test fails as soon as it passes.
    let known: String?
  }

  @Test(arguments: cases("extraction/measurements", as: Case.self))
  func measurements(_ c: Case) {
    let found = SharedAnalyzer.standard.analyze(c.input).measurements.map(Self.text)
    guard let reason = c.known else {
      #expect(found == c.expected)
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }

  @Test func evidence() throws {
    let text = "截至去年年底，海淀区共有注册护士1.86万人，占职工总数的37%。"
    let found = SharedAnalyzer.standard.analyze(text).measurements
    #expect(found.count == 2)
    let first = try #require(found.first)
    #expect(first.isAsOf)
    #expect(
      first.evidence.map { "\($0.part.rawValue):\(Self.slice(text, $0.span))" }
        == ["time:去年年底", "thing:海淀区", "cue:共有", "subject:注册护士", "quantity:1.86万人"])
    #expect(Self.slice(text, first.span) == "去年年底，海淀区共有注册护士1.86万人")
    let second = try #require(found.last)
    #expect(second.evidence.contains { $0.part == .of && Self.slice(text, $0.span) == "职工总数" })
    #expect(second.evidence.contains { $0.part == .cue && Self.slice(text, $0.span) == "占" })
  }

  /// Full-width figures and traditional characters: spans point into the text as given.
  @Test func spansOfFoldedText() throws {
    let text = "全縣共有職工１．８６萬人。"
    let found = try #require(SharedAnalyzer.standard.analyze(text).measurements.first)
    #expect(Self.slice(text, found.subject.span) == "職工")
    #expect(Self.slice(text, found.quantity.span) == "１．８６萬人")
  }

  private static func text(_ found: Measurement) -> String {
    let quantity = found.quantity
    var value = [number(quantity.value), quantity.unit].compactMap(\.self).joined(separator: " ")
    if found.total != nil { value += " ⊂" }
    let fields = [
      found.subject.text, value, found.thing?.text ?? "", (found.isAsOf ? "→" : "") + (found.time?.text ?? ""),
      found.comparison.map(Self.text) ?? "",
    ]
    let last = fields.lastIndex { !$0.isEmpty } ?? 0
    return fields[...last].joined(separator: "|")
  }

  private static func number(_ value: NumericValue) -> String? {
    switch value {
    case .number(let number): number.description
    case .interval(let from, let to): "\(from?.description ?? "")..\(to?.description ?? "")"
    case .unknown, .text, .period: nil
    }
  }

  private static func text(_ comparison: Measurement.Comparison) -> String {
    var words = [comparison.kind.rawValue]
    if let direction = comparison.direction { words.append(direction.rawValue) }
    if let base = comparison.base {
      words.append(base.kind == .named ? "named:\(base.text)" : base.kind.rawValue)
    }
    if let from = comparison.from { words.append("from \(number(from.value) ?? "")") }
    if let of = comparison.of { words.append("of \(of.text)") }
    return words.joined(separator: " ")
  }

  private static func slice(_ text: String, _ span: Span) -> String {
    String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
  }
}

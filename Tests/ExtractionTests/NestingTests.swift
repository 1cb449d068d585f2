import TestSupport
import Testing
import Wenmai

/// Organizations and places with what lies inside them, a line each, indented.
@Suite struct NestingTests {
  struct Case: Decodable, Sendable {
    let input: String
    let expected: [String]
    /// Why it fails today; the test fails as soon as it passes.
    let known: String?
  }

  private static let analyzer: Analyzer = {
    var options = Analyzer.Options()
    options.nested = true
    do { return try Analyzer(options: options) } catch { fatalError("\(error)") }
  }()

  @Test(arguments: cases("extraction/nested", as: Case.self))
  func nested(_ c: Case) {
    let entities = Self.analyzer.analyze(c.input).entities
    let found = entities.filter { $0.category == .organization || $0.category == .place }.flatMap { Self.lines($0, 0) }
    guard let reason = c.known else {
      #expect(found == c.expected)
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }

  @Test func placesInsideHaveTheirCodes() throws {
    let entities = Self.analyzer.analyze("北京市朝阳区总工会召开会议。").entities
    let organization = try #require(entities.first)
    #expect(organization.nested.map { $0.place?.code } == ["110000", "110105"])
  }

  @Test func withoutTheOptionThereIsNothingInside() {
    for entity in SharedAnalyzer.standard.analyze("北京市朝阳区总工会召开会议。").entities {
      #expect(entity.nested.isEmpty)
    }
  }

  private static func lines(_ entity: Entity, _ depth: Int) -> [String] {
    [String(repeating: "  ", count: depth) + "\(entity.category.rawValue) \(entity.text)"]
      + entity.nested.flatMap { lines($0, depth + 1) }
  }
}

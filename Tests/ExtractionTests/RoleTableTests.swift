import TestSupport
import Testing
import Wenmai

/// Who holds which post of which organization: `person|title|organization|qualifier|event|place|time`, empty fields at the
/// end left off.
@Suite struct RoleTableTests {
  struct Case: Decodable, Sendable {
    let input: String
    let expected: [String]
    /// Why it fails today; the test fails as soon as it passes.
    let known: String?
  }

  @Test(arguments: cases("extraction/roles", as: Case.self))
  func roles(_ c: Case) {
    let found = SharedAnalyzer.standard.analyze(c.input).roles.map(Self.text)
    guard let reason = c.known else {
      #expect(found == c.expected)
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }

  private static func text(_ role: Role) -> String {
    let fields = [
      role.person.text, role.title?.text ?? "", role.organization?.text ?? "", role.qualifier?.rawValue ?? "",
      role.event?.rawValue ?? "", role.place?.text ?? "", role.time?.text ?? "",
    ]
    let last = fields.lastIndex { !$0.isEmpty } ?? 0
    return fields[...last].joined(separator: "|")
  }

  /// Each part of a role says where it stands.
  @Test func evidence() throws {
    let text = "2021年3月，尹秀兰当选市总工会主席。"
    let role = try #require(SharedAnalyzer.standard.analyze(text).roles.last)
    let parts = role.evidence.map { "\($0.part.rawValue):\(Self.slice(text, $0.span))" }
    #expect(parts == ["time:2021年3月", "person:尹秀兰", "cue:当选", "organization:市总工会", "title:主席"])
    #expect(Self.slice(text, role.sentence) == text)
  }

  @Test func evidenceOfAPronoun() throws {
    let text = "周敏出席会议。他现任市总工会主席。"
    let role = try #require(SharedAnalyzer.standard.analyze(text).roles.first)
    #expect(role.person.text == "周敏")
    let person = try #require(role.evidence.first { $0.part == .person })
    #expect(Self.slice(text, person.span) == "他")
    #expect(Self.slice(text, role.span) == "他现任市总工会主席")
  }

  @Test func bylinesLendNoSubject() {
    let text = "江陵省任免一批干部\n\n本报记者 苏婉清\n\n　　会议决定免去其省教育厅厅长职务。\n"
    #expect(!SharedAnalyzer.standard.analyze(text).roles.contains { $0.event == .removed })
  }

  private static func slice(_ text: String, _ span: Span) -> String {
    String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
  }
}

import TestSupport
import Testing
import Wenmai

/// Who holds which post of which organization: `person|title|organization|qualifier`, later fields left off if empty.
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
    ]
    let last = fields.lastIndex { !$0.isEmpty } ?? 0
    return fields[...last].joined(separator: "|")
  }
}

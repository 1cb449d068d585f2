import Foundation
import TestSupport
import Testing

/// `wenmai facts check`, from the outside: what it tells of a few articles, and of all the articles of the fixtures.
@Suite struct FactCheckTests {
  struct Case: Decodable, Sendable {
    let articles: [String]
    /// `kind message`.
    let expected: [String]
    let known: String?
  }

  @Test(arguments: cases("facts/check", as: Case.self))
  func findings(_ c: Case) throws {
    let folder = try TemporaryFolder()
    let files = try c.articles.enumerated().map { try folder.write($1, "\($0 + 1).txt") }
    let result = try Command.run(["facts", "check", "--format", "jsonl"] + files)
    let found = try result.objects.map { "\($0["kind"] as? String ?? "") \($0["message"] as? String ?? "")" }
    guard let reason = c.known else {
      #expect(found == c.expected)
      #expect(result.status == (c.expected.isEmpty ? 0 : 1))
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }

  /// Figures of published articles fit together: whatever is told of them is a false alarm.
  @Test func cleanArticles() throws {
    let files = articleFiles().filter { $0.lastPathComponent != "column-scan.txt" }.map(\.path)
    let result = try Command.run(["facts", "check"] + files)
    #expect(result.text.isEmpty)
    #expect(result.status == 0)
  }

  @Test func bothPlacesAreNamed() throws {
    let folder = try TemporaryFolder()
    let first = try folder.write("标题\n\n截至2023年底，海淀区注册护士总数达到1.86万人。\n", "a.txt")
    let second = try folder.write("截至2023年底，海淀区注册护士总数为1.95万人。\n", "b.txt")
    let result = try Command.run(["facts", "check", first, second])
    #expect(result.lines.first == "\(first):3:21: conflict: 注册护士总数 has two figures")
    #expect(result.lines.contains("\(second):1:20: and here"))
    #expect(result.status == 1)
  }
}

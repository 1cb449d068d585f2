import Foundation
import TestSupport
import Testing

/// The first Swift block of README.md that makes an `Analyzer` is compiled, run, and prints what README says it does.
@Suite struct ReadmeExampleTests {
  private static let readme = fixtures.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "README.md")

  @Test func exampleIsTheOneThatIsCompiled() throws {
    let source = fixtures.deletingLastPathComponent().appending(path: "WenmaiTests/ReadmeExample.swift")
    let compiled = try String(contentsOf: source, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(compiled.firstIndex { $0.hasSuffix("// README begins") })
    let last = try #require(compiled.firstIndex { $0.hasSuffix("// README ends") })
    let example = compiled[(first + 1)..<last].map { $0.dropFirst(4) }.joined(separator: "\n")
    try withREADME { blocks in
      #expect(blocks.contains { $0.language == "swift" && $0.text.contains(example) })
    }
  }

  @Test func exampleCompilesAndPrintsWhatItSays() throws {
    let printed = try ReadmeExample.printed().joined(separator: "\n")
    #expect(printed == "欧阳文静 教授 云岭大学\n贺启明 局长 市教育局")
    try withREADME { blocks in #expect(blocks.contains { $0.text.contains(printed) }) }
  }

  private struct Block {
    let language: Substring
    let text: String
  }

  /// The fenced blocks of README.md.
  private func withREADME(_ body: ([Block]) -> Void) throws {
    let parts = try String(contentsOf: Self.readme, encoding: .utf8).components(separatedBy: "```")
    body(
      parts.enumerated().filter { $0.offset % 2 == 1 }.map { _, part in
        let lines = part.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
        return Block(language: lines[0], text: lines.count > 1 ? String(lines[1]) : "")
      })
  }
}

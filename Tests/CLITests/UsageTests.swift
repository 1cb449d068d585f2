import Foundation
import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    [], ["segment"], ["extract"], ["dictionary"], ["dictionary", "compile"], ["dictionary", "lint"],
    ["explain"], ["explain", "segment"], ["facts"], ["facts", "export"], ["facts", "check"],
    ["index"], ["index", "build"], ["index", "diff"], ["search"], ["concordance"],
    ["ledger"],
  ])
  func helpNamesItsCommand(_ command: [String]) throws {
    let help = try Command.run(command + ["--help"])
    #expect(help.status == 0)
    #expect(help.text.contains("USAGE: " + (["wenmai"] + command).joined(separator: " ")))
  }

  @Test func versionNamesTheLibrariesAndTheDictionary() throws {
    let version = try Command.run(["--version"])
    #expect(version.status == 0)
    let lines = [#"wenmai \d+\.\d+\.\d+"#, #"ICU \d+\.\d+, Unicode \d+\.\d+"#, #"dictionary [0-9a-f]{16}, \d+ words"#]
    #expect(version.lines.count == lines.count)
    for (line, pattern) in zip(version.lines, lines) { #expect(try line.wholeMatch(of: Regex(pattern)) != nil) }
  }

  @Test(arguments: [
    ["segment", "--mode", "guess"], ["segment", "--threads", "0"], ["segment", "--encoding", "klingon"],
    ["extract", "--threshold", "2"], ["extract", "--reference-time", "yesterday"], ["extract", "--format", "xml"],
    ["extract", "--no-such-option"], ["search", "a.db", "x", "--top", "0"], ["search", "a.db"],
    ["index", "diff", "a.db"], ["index", "build", "a.db", "--remove"], ["dictionary", "compile"], ["frobnicate"],
  ])
  func badUsageIsStatus64(_ arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.error.contains("Error"))
    #expect(result.output.isEmpty)
  }

  @Test func completionsAreWritten() throws {
    #expect(try Command.run(["--generate-completion-script", "bash"]).text.contains("complete"))
  }
}

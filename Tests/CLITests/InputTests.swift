import Foundation
import TestSupport
import Testing

/// What comes in: encodings, folders, broken and odd inputs.
@Suite struct InputTests {
  struct EncodedText: Decodable, Sendable, CustomTestStringConvertible {
    let encoding: String
    let text: String
    let hex: String
    var testDescription: String { encoding }

    var bytes: Data {
      let digits = Array(hex)
      return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...$0 + 1]), radix: 16) ?? 0 })
    }
  }

  @Test(arguments: cases("cli/encodings", as: EncodedText.self)) func encodingsAreTold(_ text: EncodedText) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(text.bytes, "article.txt")
    let given = try Command.run(["segment", "--encoding", text.encoding, file])
    #expect(given.text.filter { $0 != " " } == text.text + "\n")
    #expect(given.error.isEmpty)
    let told = try Command.run(["segment", file])
    #expect(told.output == given.output)
  }

  @Test func foldersAreWalkedInOrder() throws {
    let folder = try TemporaryFolder()
    try folder.write("乙\n", "b/2.txt")
    try folder.write("甲\n", "a.txt")
    try folder.write("丙\n", "c.md")
    try folder.write("不是文章\n", "image.png")
    try folder.write("藏\n", ".hidden.txt")
    let result = try Command.run(["segment", folder.url.path])
    #expect(result.status == 0)
    #expect(result.text == "甲\n乙\n丙\n")
  }

  @Test func whatIsMissingIsNamedAndTheRestIsDone() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("好\n", "good.txt")
    let result = try Command.run(["segment", folder.url.path + "/missing.txt", file])
    #expect(result.status == 1)
    #expect(result.text == "好\n")
    #expect(result.error.contains("missing.txt: No such file"))
  }

  @Test func aFolderWithoutTextsFails() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["extract", folder.url.path])
    #expect(result.status == 1)
    #expect(result.error.contains("no text files"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func whatMayNotBeReadIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("好\n", "locked.txt")
    try folder.write("好\n", "closed/inside.txt")
    let closed = folder.url.appending(path: "closed").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed) }
    let result = try Command.run(["segment", folder.url.path])
    #expect(result.status == 1)
    #expect(result.error.contains("locked.txt: Permission denied"))
    #expect(result.error.contains("closed: the folder cannot be read"))
  }

  @Test(arguments: ["segment", "extract"]) func anEmptyInputIsNoError(_ command: String) throws {
    for format in ["text", "jsonl", "table"] {
      let result = try Command.run([command, "--format", format])
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(result.error.isEmpty)
    }
  }

  @Test(arguments: ["segment", "extract"]) func anyBytesAreRead(_ command: String) throws {
    var bytes = Data((0..<200_000).map { _ in UInt8.random(in: 0...255) })
    bytes[0] = 0x80
    for format in ["text", "jsonl", "table"] {
      let result = try Command.run([command, "--input-format", "text", "--format", format], input: bytes)
      #expect(result.status == 0)
      #expect(String(data: result.output, encoding: .utf8) != nil)
    }
  }

  @Test func brokenBytesAreWarnedOf() throws {
    let text = Data("市总工会召开会议".utf8)
    let result = try Command.run(["segment", "--encoding", "utf-8"], input: text + [0xFF] + text)
    #expect(result.status == 0)
    #expect(result.text.contains("\u{FFFD}"))
    #expect(result.error.contains("1 place is not UTF-8, the first at byte 24"))
    #expect(try Command.run(["segment", "--quiet", "--encoding", "utf-8"], input: text + [0xFF]).error.isEmpty)
  }
}

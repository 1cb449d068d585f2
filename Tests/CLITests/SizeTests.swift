import Foundation
import Testing

/// Sizes and shapes that break things.
@Suite struct SizeTests {
  @Test(arguments: ["segment", "extract"]) func aLineOfTenMegabytes(_ command: String) throws {
    let text = String(repeating: "朝阳区总工会召开会议部署今年工作", count: 10_000_000 / 48)
    // The extraction of so much takes seconds; a fifth of it needs as many windows.
    let input = Data((command == "segment" ? text : String(text.prefix(text.count / 5))).utf8)
    let result = try Command.run([command, "--format", "text"], input: input)
    #expect(result.status == 0)
    if command == "segment" {
      #expect(Data(result.output.filter { $0 != 0x20 }) == input)
    }
  }

  @Test(arguments: ["segment", "extract"]) func manyOpeningBrackets(_ command: String) throws {
    for bracket in ["（", "《", "“", "["] {
      let result = try Command.run([command], input: Data(String(repeating: bracket, count: 100_000).utf8))
      #expect(result.status == 0)
    }
  }

  @Test(arguments: ["segment", "extract"]) func deepJSON(_ command: String) throws {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let result = try Command.run(
      [command, "--format", "jsonl"], input: Data("{\"x\":\(deep),\"id\":7,\"text\":\"好\"}\n".utf8))
    #expect(result.status == 0)
    #expect(try result.objects.first?["id"] as? Int == 7)
  }

  /// Windows are cut inside the file; positions must not show it.
  @Test func positionsCountThroughTheWholeFile() throws {
    let line = "𠮷野市总工会主席陆建国表示，今年投入3500万元。\r\n"
    let text = String(repeating: line, count: 40_000)
    let scalars = Array(text.unicodeScalars)
    let result = try Command.run(["segment", "--format", "jsonl"], input: Data(text.utf8))
    let objects = try result.objects
    #expect(objects.count == 40_000)
    for (index, object) in objects.enumerated() where index % 997 == 0 || index == objects.count - 1 {
      #expect(object["id"] as? String == "-:\(index + 1)")
      for token in try #require(object["tokens"] as? [[String: Any]]) {
        let start = try #require(token["start"] as? Int)
        let end = try #require(token["end"] as? Int)
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[start..<end])
        #expect(String(view) == token["text"] as? String)
      }
    }
  }

  @Test func threadsChangeNothing() throws {
    let text = (1...3000).map { "第\($0)次会议在云岭市召开，市长沈怀远出席并讲话。\n" }.joined()
    for arguments in [["segment"], ["segment", "--format", "jsonl"], ["extract", "--format", "jsonl"]] {
      let one = try Command.run(arguments + ["--threads", "1"], input: Data(text.utf8))
      let many = try Command.run(arguments + ["--threads", "4"], input: Data(text.utf8))
      #expect(!one.output.isEmpty)
      #expect(one.output == many.output)
    }
  }

  /// Buffers are used again for windows whose words take more room, or less, than those before.
  @Test(arguments: ["1", "2", "5"]) func whatWasInABufferDoesNotShow(threads: String) throws {
    let lines = [
      "第一次会议在云岭市召开，市长沈怀远出席并讲话。", "", "aVeryLongWordOfLatinLettersThatStaysOneWord", "一 二 三 四",
      "他來到北京清華大學，買了3500元的書。", "。。。。！！！！",
    ]
    let alone = try Command.run(["segment", "--mode", "fast"], input: Data(lines.joined(separator: "\n").utf8))
    let words = alone.text.split(separator: "\n", omittingEmptySubsequences: false)
    try #require(words.count == lines.count)
    // Some windows of each line, the last ones short.
    let counts = [30_000, 200_000, 40_000, 70_000, 20_000, 10]
    var text = ""
    var expected = ""
    for (index, count) in counts.enumerated() {
      text += String(repeating: lines[index] + "\n", count: count)
      expected += String(repeating: words[index] + "\n", count: count)
    }
    let result = try Command.run(["segment", "--mode", "fast", "--threads", threads], input: Data(text.utf8))
    // Not compared as values: a difference would print all of it.
    #expect(result.status == 0 && result.output == Data(expected.utf8), "the words of some window are not its own")
  }

  @Test(arguments: ["1", "2", "5"]) func brokenBytesAreToldWindowByWindow(threads: String) throws {
    let line = Data("市长沈怀远出席会议。\n".utf8)
    var bytes = Data()
    for number in 1...60_000 { bytes += number % 20_000 == 0 ? Data([0xFF, 0x0A]) : line }
    let arguments = ["segment", "--mode", "fast", "--encoding", "utf-8", "--threads"]
    let result = try Command.run(arguments + [threads], input: bytes)
    #expect(result.status == 0)
    #expect(result.text.unicodeScalars.count { $0 == "\u{FFFD}" } == 3)
    let places = [20_000, 40_000, 60_000].enumerated().map { ($1 - 1 - $0) * line.count + 2 * $0 }
    let told = result.error.split(separator: "\n").map(String.init)
    #expect(told.count == places.count)
    for (message, place) in zip(told, places) { #expect(message.contains("at byte \(place);")) }
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    let folder = try TemporaryFolder()
    let file = try folder.write(String(repeating: "他来到北京清华大学\n", count: 100_000), "long.txt")
    process.arguments = ["-c", "\"$1\" segment \"$2\" | head -1", "sh", Command.path, file]
    let output = Pipe()
    let error = Pipe()
    process.standardOutput = output
    process.standardError = error
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    let complaint = try error.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(text.split(separator: "\n").count == 1)
    #expect(complaint.isEmpty)
  }
}

import Foundation
import Testing

/// The commands of the archive and the keywords, from the outside.
@Suite struct ArchiveTests {
  private static let records = #"""
    {"id":"a","text":"区水务局封堵了全部待处理污水口。"}
    {"id":"b","text":"云岭市总工会主席陆建国表示，今年投入3500万元。"}
    """#

  @Test func whatWasPutInIsFound() throws {
    let folder = try TemporaryFolder()
    let archive = folder.url.appending(path: "news.db").path
    let build = ["index", "build", archive, "--input-format", "jsonl", "-"]
    #expect(try Command.run(build, input: Data(Self.records.utf8)).text == "2 added, 0 removed, 0 unchanged\n")
    #expect(try Command.run(build, input: Data(Self.records.utf8)).text == "0 added, 0 removed, 2 unchanged\n")
    let found = try Command.run(["search", archive, "处理", "--format", "jsonl"])
    #expect(found.status == 0)
    #expect(try found.objects.compactMap { $0["source"] as? String } == ["a"])
    #expect(try Command.run(["search", archive, "工会", "--color", "never"]).lines.first == "b")
    #expect(try Command.run(["search", archive, "没有"]).text.isEmpty)
  }

  @Test func otherFilesAreNamedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "notes.txt")
    try Data("不是档案".utf8).write(to: path)
    for arguments in [["search", path.path, "档案"], ["index", "build", path.path, path.path]] {
      let result = try Command.run(arguments)
      #expect(result.status == 1)
      #expect(result.error.contains("not a Wenmai archive"))
    }
    #expect(try Data(contentsOf: path) == Data("不是档案".utf8))
    let missing = folder.url.appending(path: "none.db").path
    #expect(try Command.run(["search", missing, "档案"]).status == 1)
    #expect(!FileManager.default.fileExists(atPath: missing))
  }

  @Test func keywordsAreWrittenForEachRecord() throws {
    let input = Data(Self.records.utf8)
    let result = try Command.run(["keywords", "--format", "jsonl", "--input-format", "jsonl"], input: input)
    #expect(result.status == 0)
    #expect(try result.objects.compactMap { $0["id"] as? String } == ["a", "b"])
    #expect(try result.objects.allSatisfy { !(($0["keywords"] as? [Any]) ?? []).isEmpty })
  }
}

import Foundation
import Testing

/// The commands of the archive and the keywords, from the outside.
@Suite struct ArchiveTests {
  private static let records = #"""
    {"id":"a","text":"区水务局封堵了全部待处理污水口。","reference_time":"2024-03-05"}
    {"id":"b","text":"云岭市总工会主席陆建国表示，今年投入3500万元。"}
    """#

  private func filled(_ folder: TemporaryFolder) throws -> String {
    let archive = folder.path("news.db")
    let build = ["index", "build", archive, "--input-format", "jsonl", "-"]
    #expect(try Command.run(build, input: Data(Self.records.utf8)).text == "2 added, 0 removed, 0 unchanged\n")
    return archive
  }

  @Test func whatWasPutInIsFound() throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let build = ["index", "build", archive, "--input-format", "jsonl", "-"]
    #expect(try Command.run(build, input: Data(Self.records.utf8)).text == "0 added, 0 removed, 2 unchanged\n")
    let found = try Command.run(["search", archive, "处理", "--format", "jsonl"])
    #expect(found.status == 0)
    #expect(try found.objects.compactMap { $0["source"] as? String } == ["a"])
    #expect(try found.objects.compactMap { $0["date"] as? String } == ["2024-03-05"])
    #expect(try Command.run(["search", archive, "工会", "--color", "never"]).lines.first == "b")
    #expect(try Command.run(["search", archive, "没有"]).text.isEmpty)
    #expect(try Command.run(["search", archive, "person:陆建国", "value:>3000万"]).lines.first == "b")
  }

  @Test func resultsComeAsPagesAndWithFacets() throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let page = try Command.run(["search", archive, "封堵", "--format", "html", "--facets", "3", "--explain"])
    #expect(page.text.contains("<mark>封堵</mark>"))
    #expect(page.text.contains("2024-03"))
    let list = try Command.run(["search", archive, "陆建国", "--facets", "3", "--explain", "--color", "never"])
    #expect(list.lines.contains { $0.hasPrefix("people") && $0.contains("陆建国 1") })
    #expect(list.lines.first?.contains("text 陆建国: 1") == true)
  }

  @Test func recordsOfOneNameAreTold() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("news.db")
    let records = Data((Self.records + "\n" + #"{"id":"a","text":"青石县总工会召开大会。"}"#).utf8)
    let build = ["index", "build", archive, "--input-format", "jsonl", "-"]
    let result = try Command.run(build, input: records)
    #expect(result.status == 0)
    #expect(result.text == "3 added, 1 removed, 0 unchanged\n")
    #expect(result.error == "wenmai: warning: a: comes again; the archive has what came last\n")
    #expect(try Command.run(["search", archive, "污水"]).text.isEmpty)
    #expect(try Command.run(["search", archive, "青石县"]).lines.first == "a")
    // What has changed since the last time is no such thing.
    #expect(try Command.run(build, input: Data(Self.records.utf8)).error.isEmpty)
  }

  @Test func brokenRecordsAreToldUntilTheyAreMended() throws {
    let folder = try TemporaryFolder()
    let (archive, input) = (folder.path("news.db"), folder.path("crawl.jsonl"))
    try Data((Self.records + "\n{\"id\":\"c\",\"text\":\n").utf8).write(to: URL(fileURLWithPath: input))
    for count in ["2 added, 0 removed, 0", "0 added, 0 removed, 2"] {
      let result = try Command.run(["index", "build", archive, input])
      #expect(result.status == 1)
      #expect(result.text == "\(count) unchanged\n")
      #expect(result.error.contains("crawl.jsonl:3: broken JSON"))
    }
    try Data(Self.records.utf8).write(to: URL(fileURLWithPath: input))
    #expect(try Command.run(["index", "build", archive, input]).status == 0)
  }

  @Test func whatFindsNothingSaysSo() throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    #expect(try Command.run(["search", archive, "云岭市", "--skip", "5"]).text == "0 of 1 articles\n")
    #expect(try Command.run(["search", archive, "无此词"]).error == "wenmai: nothing found\n")
    let words = folder.path("words.db")
    let build = ["index", "build", "--no-entities", words, "--input-format", "jsonl", "-"]
    #expect(try Command.run(build, input: Data(Self.records.utf8)).status == 0)
    let ledger = try Command.run(["ledger", words])
    #expect(ledger.text.isEmpty)
    #expect(ledger.error.contains("no people or organizations in the archive"))
    #expect(try Command.run(["ledger", archive, "无此人"]).error.contains("is called '无此人'"))
  }

  @Test func brokenQueriesPointAtWhatIsWrong() throws {
    let folder = try TemporaryFolder()
    let result = try Command.run(["search", try filled(folder), "工会 (who:人"])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(result.error.contains("there is no filter 'who:'"))
    #expect(result.error.contains("  工会 (who:人\n  \u{3000}\u{3000}  ^^^^"))
  }

  @Test func wordsAreShownInTheirContexts() throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let lines = try Command.run(["concordance", archive, "处理", "--color", "never"]).lines
    #expect(lines.first == "a  区水务局封堵了全部待 处理 污水口。")
    #expect(lines.contains("1 place in 1 article"))
    #expect(lines.contains("left  待 1"))
    let objects = try Command.run(["concordance", archive, "处理", "--format", "jsonl", "--sort", "right"]).objects
    #expect((objects.first?["right_word"] as? String)?.hasPrefix("污水") == true)
    #expect(objects.last?["count"] as? Int == 1)
  }

  @Test func ledgersTellWhoHoldsWhichPost() throws {
    let folder = try TemporaryFolder()
    let archive = try filled(folder)
    let ledger = try #require(try Command.run(["ledger", archive, "陆建国", "--format", "jsonl"]).objects.first)
    let post = try #require((ledger["posts"] as? [[String: Any]])?.first)
    #expect(post["title"] as? String == "主席")
    #expect(post["organization"] as? String == "云岭市总工会")
    #expect(try Command.run(["ledger", archive, "--color", "never"]).lines.contains { $0.contains("陆建国") })
    #expect(try Command.run(["ledger", archive, "云岭市总工会", "--color", "never"]).lines.first?.hasPrefix("云岭市") == true)
  }

  @Test func filesAreSkippedReplacedAndTakenOut() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("news.db")
    try folder.write("河道治理完成\n　　待处理污水口已全部封堵。\n", "texts/a.txt")
    try folder.write("总工会召开大会\n　　云岭市总工会培训了200名技能人才。\n", "texts/b.txt")
    let texts = folder.path("texts")
    let build = ["index", "build", "--verbose", archive, texts]
    let first = try Command.run(build)
    #expect(first.text == "2 added, 0 removed, 0 unchanged\n")
    #expect(first.error.contains("done \(texts)/a.txt\n"))
    #expect(try Command.run(build).text == "0 added, 0 removed, 2 unchanged\n")
    try folder.write("总工会召开大会\n　　云岭市总工会培训了300名技能人才。\n", "texts/b.txt")
    #expect(try Command.run(build).text == "1 added, 1 removed, 1 unchanged\n")
    #expect(try Command.run(["search", archive, "300名"]).lines.count == 2)
    let other = folder.path("other.db")
    #expect(try Command.run(["index", "build", "--no-entities", other, texts]).status == 0)
    #expect(try Command.run(["search", other, "技能人才"]).lines.count == 2)
    #expect(try Command.run(["search", other, "org:云岭市总工会"]).text.isEmpty)
    let difference = try Command.run(["index", "diff", other, archive, "--format", "jsonl"])
    #expect(difference.status == 1)
    #expect(try difference.objects.allSatisfy { $0["change"] as? String == "facts" })
    // What is missing is added where words alone were wanted before.
    #expect(
      try Command.run(["index", "build", other, texts]).text.hasPrefix("0 added, 0 removed, 0 unchanged, 2 read anew"))
    #expect(try Command.run(["index", "build", other, texts]).text == "0 added, 0 removed, 2 unchanged\n")
    let same = try Command.run(["index", "diff", other, archive])
    #expect(same.status == 0)
    #expect(same.text.isEmpty)
    #expect(
      try Command.run(["index", "build", archive, "--remove", texts + "/a.txt"]).text
        == "0 added, 1 removed, 0 unchanged\n")
    #expect(try Command.run(["search", archive, "污水"]).text.isEmpty)
    #expect(try Command.run(["index", "build", archive, "--remove", texts + "/none.txt"]).status == 1)
    #expect(try Command.run(["index", "diff", archive, folder.path("none.db")]).status == 2)
  }

  @Test func aFileThatIsNotThereMakesNoArchive() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("none.db")
    let result = try Command.run(["index", "build", archive, folder.path("none.txt")])
    #expect(result.status == 1)
    #expect(result.error.contains("none.txt"))
    #expect(!FileManager.default.fileExists(atPath: archive))
  }

  @Test func articlesAreReadAnewWithOtherRules() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("news.db")
    let text = try folder.write("新车上市\n　　星河X200在云岭市上市。\n", "a.txt")
    let rules = try folder.write(
      """
      # concern:  models
      # source:   written for this test
      # licence:  Apache-2.0; changes: none
      rule product.test
        about   a model behind its maker
        match   "星河" model:( LETTER{1,2} DIGIT{1,4} )
        make    PRODUCT model
        weight  6
        yes     星河【X200】上市
        no      银河【X200】上市

      """, "own.rules")
    let anew = "0 added, 0 removed, 0 unchanged, 1 read anew (with another version, dictionary or rules than before)\n"
    #expect(try Command.run(["index", "build", archive, text]).status == 0)
    #expect(try Command.run(["search", archive, "name:X200"]).text.isEmpty)
    #expect(try Command.run(["index", "build", archive, text, "--rules", rules]).text == anew)
    #expect(try Command.run(["search", archive, "name:X200"]).lines.count == 2)
    #expect(
      try Command.run(["index", "build", archive, text, "--rules", rules]).text == "0 added, 0 removed, 1 unchanged\n")
    #expect(try Command.run(["index", "build", archive, text]).text == anew)
    #expect(try Command.run(["search", archive, "name:X200"]).text.isEmpty)
  }

  /// As `Scripts/index-kill`, with less text and fewer kills.
  @Test func aKilledBuildLosesNothingThatWasDone() throws {
    let folder = try TemporaryFolder()
    for file in 0..<60 {
      let articles = (0..<(file % 3 == 0 ? 60 : 2)).map { number in
        "云岭市工作简报第\(file * 100 + number)号\n　　云岭市总工会主席陆建国表示，今年培训技能人才\(number)00人。\n\n\n"
      }
      try folder.write(articles.joined(), "texts/\(file).txt")
    }
    let (whole, killed) = (folder.path("whole.db"), folder.path("killed.db"))
    let start = ContinuousClock.now
    #expect(try Command.run(["index", "build", whole, folder.path("texts")]).status == 0)
    let time = ContinuousClock.now - start
    for round in 1...5 {
      let log = URL(filePath: try folder.write("", "log"))
      let process = Process()
      process.executableURL = URL(filePath: Command.path)
      process.arguments = ["index", "build", "--verbose", killed, folder.path("texts")]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: log)
      try process.run()
      Thread.sleep(forTimeInterval: time / .seconds(1) * Double(round) / 6)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let done = try String(contentsOf: log, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("done ") }
      if done.isEmpty { continue }
      // What was done before is skipped, whole and unchanged.
      let again = try Command.run(["index", "build", killed, String(done[0].dropFirst(5))])
      #expect(again.text.hasPrefix("0 added, 0 removed, "))
    }
    #expect(try Command.run(["index", "build", killed, folder.path("texts")]).status == 0)
    let difference = try Command.run(["index", "diff", whole, killed])
    #expect(difference.status == 0, "\(difference.text)")
  }

  @Test func whatWasReadInPartIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let archive = folder.path("news.db")
    let path = try folder.write("甲县修桥\n　　甲县修好了三座桥。\n", "a.txt")
    #expect(try Command.run(["index", "build", archive, path]).status == 0)
    // The same name from elsewhere: the archive no longer has the file as it is.
    let record = #"{"id":"\#(path)","text":"乙县修路。"}"#
    #expect(
      try Command.run(["index", "build", archive, "--input-format", "jsonl", "-"], input: Data(record.utf8)).status == 0
    )
    #expect(try Command.run(["search", archive, "修桥"]).text.isEmpty)
    #expect(try Command.run(["index", "build", archive, path]).text == "1 added, 1 removed, 0 unchanged\n")
    #expect(try Command.run(["search", archive, "修桥"]).lines.count == 2)
  }

  @Test func otherFilesAreNamedAndLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "notes.txt")
    try Data("不是档案".utf8).write(to: path)
    for arguments in [
      ["search", path.path, "档案"], ["index", "build", path.path, path.path], ["concordance", path.path, "档案"],
      ["ledger", path.path],
    ] {
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

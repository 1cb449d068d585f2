import Foundation
import Testing

/// What goes out: formats, positions, ids.
@Suite struct OutputTests {
  static let article = "新华社云岭4月28日电（记者 何晓梅）云岭市总工会主席陆建国表示，今年投入3500万元。"

  @Test func recordsKeepTheirIds() throws {
    let input = #"""
      {"id":"a\"\\中","text":"市总工会召开会议","extra":{"deep":[1,2,{"x":null}]}}
      {"id":12.50,"text":"好"}

      {"text":"无编号"}
      """#
    for command in ["segment", "extract"] {
      let result = try Command.run([command, "--format", "jsonl"], input: Data(input.utf8))
      #expect(result.status == 0)
      #expect(try result.objects.map { "\($0["id"] ?? "")" } == ["a\"\\中", "12.5", "-:4"])
      #expect(result.lines[1].hasPrefix(#"{"id":12.50,"#))
    }
  }

  @Test func brokenRecordsAreNamedAndTheRestIsDone() throws {
    let input = #"""
      {"id":1,"text":"好"}
      {"id":2,"text":
      []
      {"id":4}
      {"id":[],"text":""}
      {"id":6,"text":"坏"}
      """#
    let result = try Command.run(["extract", "--format", "jsonl"], input: Data(input.utf8))
    #expect(result.status == 1)
    #expect(try result.objects.compactMap { $0["id"] as? Int } == [1, 6])
    for line in 2...5 { #expect(result.error.contains("-:\(line): broken JSON: ")) }
  }

  @Test func halvesOfSurrogatePairsAreMended() throws {
    let input = #"{"id":"\ud83d","text":"\ud83d好\udc00\ud842\udfb7\ud83d\u0041"}"# + "\n"
    let result = try Command.run(["segment", "--input-format", "jsonl"], input: Data(input.utf8))
    #expect(result.status == 0)
    #expect(result.text.filter { $0 != " " } == "\u{FFFD}好\u{FFFD}\u{20BB7}\u{FFFD}A\n")
  }

  @Test func controlsAndQuotesAreEscaped() throws {
    let text = "他说\\“好”\"\t\u{1}\u{7F}。"
    let record = try JSONSerialization.data(withJSONObject: ["id": "q", "text": text])
    let result = try Command.run(["segment", "--format", "jsonl", "--input-format", "jsonl"], input: record)
    let tokens = try #require(result.objects.first?["tokens"] as? [[String: Any]])
    #expect(tokens.compactMap { $0["text"] as? String }.joined() == text.filter { $0 != "\t" })
  }

  @Test(arguments: [("scalar", 2), ("utf16", 3), ("utf8", 7)])
  func offsetsCountWhatIsAskedFor(_ unit: String, _ expected: Int) throws {
    let result = try Command.run(
      ["segment", "--format", "jsonl", "--offsets", unit], input: Data("𠮷，WTO\n".utf8))
    let tokens = try #require(result.objects.first?["tokens"] as? [[String: Any]])
    #expect(tokens.last?["text"] as? String == "WTO")
    #expect(tokens.last?["start"] as? Int == expected)
  }

  @Test func anArticleHasAllMembers() throws {
    let result = try Command.run(["extract", "--format", "jsonl"], input: Data(Self.article.utf8))
    let object = try #require(result.objects.first)
    #expect(object["id"] as? String == "-")
    for member in ["title", "bylines", "span", "entities", "quantities", "times", "roles", "statements"] {
      #expect(object[member] != nil, "\(member) is missing")
    }
    let entities = try #require(object["entities"] as? [[String: Any]])
    #expect(entities.contains { $0["text"] as? String == "陆建国" && $0["type"] as? String == "PERSON" })
    let money = try #require((object["quantities"] as? [[String: Any]])?.first { $0["kind"] as? String == "money" })
    #expect(money["value"] as? Int == 35_000_000)
    #expect(money["unit"] as? String == "CNY")
    let ids = Set(entities.compactMap { $0["id"] as? String })
    let roles = try #require(object["roles"] as? [[String: Any]])
    #expect(!roles.isEmpty)
    for role in roles {
      for part in ["person", "title", "organization", "place"] {
        if let id = role[part] as? String { #expect(ids.contains(id)) }
      }
      let evidence = try #require(role["evidence"] as? [[String: Any]])
      #expect(!evidence.isEmpty)
    }
    let statements = try #require(object["statements"] as? [[String: Any]])
    #expect(!statements.isEmpty)
    for statement in statements {
      if let id = statement["speaker"] as? String { #expect(ids.contains(id)) }
      #expect((statement["content"] as? [String: Any])?["start"] is Int)
      #expect(statement["quoted"] is Bool)
    }
  }

  @Test func coloursComeOnlyWhenAskedFor() throws {
    let input = Data(Self.article.utf8)
    #expect(try !Command.run(["extract"], input: input).text.contains("\u{1B}["))
    #expect(try Command.run(["extract", "--color", "always"], input: input).text.contains("\u{1B}["))
    #expect(try !Command.run(["extract", "--color", "never"], input: input).text.contains("\u{1B}["))
  }

  @Test func markupIsEscapedInPages() throws {
    let text = "<script>alert(1)</script> & \"张伟\"表示"
    let result = try Command.run(
      ["extract", "--format", "html", "--input-format", "text"], input: Data(text.utf8))
    #expect(!result.text.contains("<script>"))
    #expect(result.text.contains("&lt;script&gt;"))
    #expect(result.text.hasSuffix("</html>\n"))
  }

  @Test func theOutputFileIsWhole() throws {
    let folder = try TemporaryFolder()
    let path = folder.url.appending(path: "out.txt").path
    let result = try Command.run(["segment", "--output", path], input: Data("好\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "好\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["out.txt"])
    let failed = try Command.run(["segment", "--output", folder.url.path + "/no/such/out.txt"])
    #expect(failed.status == 1)
    #expect(failed.error.contains("No such file"))
  }

  @Test(arguments: [
    (["--pos"], "职工/n 出席/v 会议/n\n"), (["--tagset", "universal"], "职工/NOUN 出席/VERB 会议/NOUN\n"),
  ])
  func wordsHavePartsOfSpeech(_ options: [String], _ expected: String) throws {
    let input = Data("职工出席会议\n".utf8)
    #expect(try Command.run(["segment"] + options, input: input).text == expected)
    let json = try Command.run(["segment", "--format", "jsonl"] + options, input: input)
    let tokens = try #require(json.objects.first?["tokens"] as? [[String: Any]])
    let tagged = tokens.map { "\($0["text"] ?? "")/\($0["pos"] ?? "")" }.joined(separator: " ")
    #expect(tagged + "\n" == expected)
    let table = try Command.run(["segment", "--format", "table"] + options, input: input)
    #expect(table.text.contains(expected.contains("VERB") ? "VERB" : "v"))
  }

  @Test func tagsAreTheSameOnAnyNumberOfThreads() throws {
    let input = Data(String(repeating: Self.article + "\n", count: 12_000).utf8)
    let one = try Command.run(["segment", "--pos", "--threads", "1"], input: input)
    #expect(one.status == 0)
    #expect(try Command.run(["segment", "--pos", "--threads", "3"], input: input).output == one.output)
  }

  @Test func aWordOfTheUsersHolds() throws {
    let folder = try TemporaryFolder()
    let words = try folder.write("云岭一号工程\n", "words.txt")
    let result = try Command.run(["segment", "--dictionary", words], input: Data("今年云岭一号工程开工\n".utf8))
    #expect(result.text.contains(" 云岭一号工程 "))
  }

  @Test func aRecordsOwnTimeComesFirst() throws {
    let input = #"""
      {"id":1,"text":"去年投资增长。","reference_time":"2020-05-01T08:00:00"}
      {"id":2,"text":"去年投资增长。"}
      {"id":3,"text":"去年投资增长。","reference_time":"someday"}
      """#
    let result = try Command.run(
      ["extract", "--format", "jsonl", "--reference-time", "2024-04-29"], input: Data(input.utf8))
    #expect(result.status == 0)
    let years = try result.objects.map { object in
      let value = (object["times"] as? [[String: Any]])?.first?["value"] as? [String: Any]
      return value?["start"] as? String
    }
    #expect(years == ["2019-01-01", "2023-01-01", "2023-01-01"])
    #expect(result.error.contains("3: the reference time 'someday' is not ISO 8601"))
  }

  @Test func partsAreMarked() throws {
    for (mode, parts) in [("search", ["中国", "政法", "大学"]), ("full", ["中国", "政法", "大学"]), ("fast", [])] {
      let result = try Command.run(
        ["segment", "--mode", mode, "--format", "jsonl"], input: Data("中国政法大学\n".utf8))
      let tokens = try #require(result.objects.first?["tokens"] as? [[String: Any]])
      let marked = tokens.filter { $0["part"] as? Bool == true }.compactMap { $0["text"] as? String }
      #expect(Set(parts).isSubset(of: marked))
      #expect(tokens.filter { $0["part"] == nil }.map { $0["text"] as? String } == ["中国政法大学"])
      let table = try Command.run(
        ["segment", "--mode", mode, "--format", "table"], input: Data("中国政法大学\n".utf8))
      #expect(table.lines.filter { $0.contains("└ ") }.count == marked.count)
    }
  }

  @Test func lintTellsOfClassesThatNoRuleUses() throws {
    let folder = try TemporaryFolder()
    let words = try folder.write("月琴\tINSTRUMENT\n", "words.tsv")
    let rules = try folder.write(
      """
      # concern:  x
      # source:   x
      # licence:  x
      rule instrument.known
        match   thing:( INSTRUMENT )
        make    INSTRUMENT thing
        weight  4
        yes     他会【弹琴】
        no      他会弹【琴】

      """, "own.rules")
    let alone = try Command.run(["dictionary", "lint", words])
    #expect(alone.status == 0)
    #expect(alone.error.contains("words.tsv:1: no table has the class 'INSTRUMENT', and no rule uses it"))
    #expect(try Command.run(["dictionary", "lint", "--strict", words]).status == 1)
    let together = try Command.run(["dictionary", "lint", words, rules])
    #expect(together.status == 0 && together.error.isEmpty)
  }
}

import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The command `keywords` and its subcommands, from the outside.
@Suite struct KeywordsTests {
  private static let records = #"""
    {"id":"a","text":"区水务局封堵了待处理污水口，污水口附近的河道已经清理。"}
    {"id":"b","text":"云岭市总工会主席陆建国表示，今年投入3500万元培训骑手。骑手可以<免费>培训。"}
    """#
  private static let input = ["--input-format", "jsonl", "-q", "-"]

  private func run(_ arguments: [String], input: String = records) throws -> Command {
    try Command.run(["keywords"] + arguments + Self.input, input: Data(input.utf8))
  }

  private func texts(_ object: [String: Any]) -> [String] {
    ((object["keywords"] as? [[String: Any]]) ?? []).compactMap { $0["text"] as? String }
  }

  @Test func everyRecordHasItsKeywordsAndTheirPlaces() throws {
    let result = try run(["--format", "jsonl", "--top", "4", "--offsets", "utf8"])
    #expect(result.status == 0 && result.error.isEmpty)
    let objects = try result.objects
    #expect(objects.compactMap { $0["id"] as? String } == ["a", "b"])
    #expect(texts(objects[0]).contains { $0.contains("污水") })
    #expect(texts(objects[1]).contains("骑手"))
    #expect(objects.allSatisfy { (1...4).contains(texts($0).count) })
    let text = Array("区水务局封堵了待处理污水口，污水口附近的河道已经清理。".utf8)
    for keyword in objects[0]["keywords"] as? [[String: Any]] ?? [] {
      let spans = (keyword["spans"] as? [[String: Int]]) ?? []
      #expect(spans.count == keyword["count"] as? Int)
      for span in spans {
        guard let start = span["start"], let end = span["end"] else { return #expect(Bool(false)) }
        #expect(String(decoding: text[start..<end], as: UTF8.self) == keyword["text"] as? String)
      }
    }
  }

  @Test(arguments: ["tfidf", "textrank", "blend", "frequency"])
  func everyMethodGivesTheSameAtAnyNumberOfThreads(_ method: String) throws {
    let many = (0..<60).map { Self.records.replacing("\"a\"", with: "\"a\($0)\"") }.joined(separator: "\n")
    for scope in ["article", "folder"] {
      let arguments = ["--method", method, "--per", scope, "--format", "csv", "--threads"]
      let one = try run(arguments + ["1"], input: many)
      #expect(one.status == 0 && one.text.split(whereSeparator: \.isNewline).count > 5)
      #expect(try run(arguments + ["3"], input: many).output == one.output)
    }
  }

  @Test func aFolderHasKeywordsTogether() throws {
    let object = try run(["--per", "folder", "--format", "jsonl", "--top", "100"]).objects
    #expect(object.count == 1 && object[0]["articles"] as? Int == 2)
    let all = texts(object[0])
    #expect(all.contains("骑手") && all.contains { $0.contains("污水") })
    let table = try run(["--per", "folder"])
    #expect(table.lines.first == "2 articles")
  }

  @Test func csvHasARowForEachKeyword() throws {
    let text = try run(["--format", "csv", "--top", "3"]).text
    #expect(text.hasPrefix("article,rank,keyword,score,kind,type,pos,count,articles,positions\r\n"))
    let rows = text.components(separatedBy: "\r\n").dropFirst().filter { !$0.isEmpty }
    #expect(rows.count == 6)
    #expect(rows.map { $0.prefix(3) } == ["a,1", "a,2", "a,3", "b,1", "b,2", "b,3"].map { $0[...] })
  }

  @Test(arguments: ["bars", "cloud"]) func drawingsAreWellFormedAndTheSameEachTime(_ style: String) throws {
    let folder = try TemporaryFolder()
    let hostile = #"{"id":"x","text":"骑手《甲<乙&丙>\"丁》，骑手《甲<乙&丙>\"丁》。污水 \u0000\uffff"}"#
    var drawings: [Data] = []
    for name in ["1.svg", "2.svg"] {
      let path = folder.path(name)
      #expect(try run(["--svg", path, "--svg-style", style], input: Self.records + "\n" + hostile).status == 0)
      drawings.append(try Data(contentsOf: URL(filePath: path)))
    }
    #expect(drawings[0] == drawings[1])
    let counter = ElementCounter()
    let parser = XMLParser(data: drawings[0])
    parser.delegate = counter
    #expect(parser.parse())
    #expect(counter.texts.contains("骑手"))
    #expect(counter.root == "svg")
  }

  @Test func frequenciesAreLearntAndUsed() throws {
    let folder = try TemporaryFolder()
    let table = folder.path("own.tsv")
    #expect(try run(["learn", "--output", table]).status == 0)
    let text = try String(contentsOf: URL(filePath: table), encoding: .utf8)
    #expect(text.contains("\n*\t2\n") && text.contains("\n骑手\t1\n"))
    let result = try run(["--idf", table, "--format", "jsonl"])
    #expect(result.status == 0 && result.error.isEmpty)
    try folder.write(text + "啊\tmany\n", "bad.tsv")
    let bad = try run(["--idf", folder.path("bad.tsv")])
    #expect(bad.status == 1)
    let line = text.split(separator: "\n").count + 1
    #expect(bad.error.contains("bad.tsv:\(line): "))
    let missing = try run(["--idf", folder.path("none.tsv")])
    #expect(missing.status == 1 && missing.error.contains("none.tsv"))
  }

  @Test func nothingIsLearntFromNothing() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("own.tsv")
    let result = try run(["learn", "--output", path], input: "")
    #expect(result.status == 1 && result.error.contains("no article"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [
    ["keywords", "--top", "0"], ["keywords", "--method", "guess"], ["keywords", "--svg", "-"],
    ["keywords", "learn", "--least", "0"],
  ])
  func badUsageIsStatus64(_ arguments: [String]) throws {
    #expect(try Command.run(arguments).status == 64)
  }

  @Test(arguments: [["keywords"], ["keywords", "find"], ["keywords", "learn"]])
  func helpHasExamples(_ command: [String]) throws {
    let help = try Command.run(command + ["--help"])
    #expect(help.status == 0 && help.text.contains("EXAMPLES:"))
  }

  private final class ElementCounter: NSObject, XMLParserDelegate {
    var root: String?
    var texts: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      root = root ?? name
      text = ""
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if name == "text" { texts.append(text) }
    }
  }
}

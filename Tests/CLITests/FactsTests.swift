import Foundation
import Testing

/// `wenmai facts`, from the outside.
@Suite struct FactsTests {
  private static let text = """
    云岭市举行座谈会

    　　截至2023年底，海淀区共有注册护士1.86万人，同比增长5.3%。市总工会主席陆建国说：“名额有限，"先到"先得。”
    """

  private static func run(_ arguments: [String]) throws -> Command {
    try Command.run(["facts"] + arguments, input: Data(text.utf8))
  }

  @Test func aTableIsWritten() throws {
    let result = try Self.run(["--color", "never"])
    #expect(result.status == 0)
    #expect(result.text.contains("注册护士"))
    #expect(result.text.contains("陆建国"))
  }

  @Test func rowsOfCSV() throws {
    let result = try Self.run(["--format", "csv", "--kinds", "measurements,statements"])
    #expect(result.status == 0)
    let rows = CSV.rows(result.text)
    let header = try #require(rows.first)
    #expect(rows.allSatisfy { $0.count == header.count })
    let first = Dictionary(zip(header, rows[1])) { a, _ in a }
    #expect(first["fact"] == "measurement")
    #expect(first["subject"] == "注册护士")
    #expect(first["value"] == "18600")
    #expect(first["unit"] == "人")
    #expect(first["thing"] == "海淀区")
    #expect(first["time"]?.hasSuffix("2023年底") == true)
    #expect(first["sentence"] == "2")
    let last = Dictionary(zip(header, rows[rows.count - 1])) { a, _ in a }
    #expect(last["fact"] == "statement")
    #expect(last["subject"] == "")
    #expect(last["content"] == "名额有限，\"先到\"先得。")
    #expect(result.text.contains("\"名额有限，\"\"先到\"\"先得。\""))
    #expect(result.text.hasSuffix("\r\n"))
  }

  @Test func theMarkIsOnlyWrittenWhenAskedFor() throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(!(try Self.run(["--format", "csv"]).output.starts(with: mark)))
    #expect(try Self.run(["--format", "csv", "--bom"]).output.starts(with: mark))
  }

  @Test func objectsOfJSONLines() throws {
    let objects = try Self.run(["--format", "jsonl"]).objects
    let kinds = objects.compactMap { $0["fact"] as? String }
    #expect(Set(kinds) == ["measurement", "role", "statement"])
    let growth = try #require(objects.first { $0["comparison"] as? String == "change" })
    #expect(growth["direction"] as? String == "up")
    #expect(growth["base"] as? String == "year-before")
    #expect(growth["value"] as? Double == 5.3)
  }

  @Test func positionsPointIntoTheText() throws {
    let scalars = Array(Self.text.unicodeScalars)
    for object in try Self.run(["--format", "jsonl"]).objects {
      let start = try #require(object["start"] as? Int)
      let end = try #require(object["end"] as? Int)
      let slice = String(String.UnicodeScalarView(scalars[start..<end]))
      #expect(slice == object["text"] as? String)
    }
  }

  @Test func aDatabaseIsWhole() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("facts.db")
    let result = try Self.run(["--format", "sqlite", "-o", path])
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
    #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Data("SQLite format 3\0".utf8)))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["facts.db"])
    // Written again, it replaces what was there.
    #expect(try Self.run(["--format", "sqlite", "-o", path]).status == 0)
    #expect(try Self.run(["--format", "sqlite", "-o", folder.url.path]).status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["facts.db"])
  }

  @Test func outputIsTheSameAtAnyNumberOfThreads() throws {
    let folder = try TemporaryFolder()
    for number in 0..<12 { try folder.write(Self.text + "\n第\(number)场。", "\(number).txt") }
    let one = try Command.run(["facts", "--format", "csv", "--threads", "1", folder.url.path])
    let four = try Command.run(["facts", "--format", "csv", "--threads", "4", folder.url.path])
    #expect(one.output == four.output)
    #expect(!one.output.isEmpty)
  }

  @Test(arguments: [
    ["--format", "sqlite"], ["--bom"], ["--kinds", "people"], ["--kinds", ""], ["--format", "xml"],
  ])
  func badUsageIsStatus64(_ arguments: [String]) throws {
    #expect(try Self.run(arguments).status == 64)
  }

  @Test func missingFilesAreNamed() throws {
    let result = try Command.run(["facts", "no-such-file.txt"])
    #expect(result.status == 1)
    #expect(result.error.contains("no-such-file.txt"))
  }
}

/// The rows of RFC 4180, read as its grammar says.
enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.unicodeScalars.append("\"")
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\r" where !isQuoted && scalars.first == "\n":
        scalars.removeFirst()
        rows.append(row + [field])
        row = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }
}

import ArgumentParser
import Wenmai

struct DictionaryStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Tells what a compiled dictionary holds.",
    discussion: """
      EXAMPLES:
        wenmai dictionary stats            the dictionary in the library
        wenmai dictionary stats core.bin
      """)

  @Argument(help: "A compiled dictionary; the one in the library if none is named.", completion: .file())
  var file: String?

  func run() throws {
    let rows = try Setup.reportingErrors { try DictionaryTool.statistics(path: file) }
    let width = rows.map(\.name.count).max() ?? 0
    let output = try Setup.reportingErrors { try OutputFile(nil) }
    for row in rows {
      let gap = String(repeating: " ", count: width - row.name.count + 2)
      try Setup.reportingErrors { try output.write(Array("\(row.name)\(gap)\(row.value)\n".utf8)) }
    }
  }
}

import ArgumentParser
import Wenmai

struct DictionaryLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Checks dictionaries without writing anything.",
    discussion: """
      A folder is checked as sources of a compiled dictionary, rules and their examples included; a file as words of a \
      user's own, or as rules if its name ends in .rules. All that is wrong is listed with file and line.

      EXAMPLES:
        wenmai dictionary lint Dictionaries
        wenmai dictionary lint names.tsv own.rules
      """)

  @Argument(help: "Folders and files to check.", completion: .file())
  var paths: [String]

  func run() throws {
    var failed = false
    for path in paths {
      do {
        let warnings = try DictionaryTool.check(path)
        for warning in warnings { Terminal.complain("wenmai: warning: \(warning)\n") }
      } catch {
        failed = true
        for line in "\(error)".split(separator: "\n") { Terminal.complain("wenmai: \(line)\n") }
      }
    }
    if failed { throw ExitCode(1) }
  }
}

import ArgumentParser
import Wenmai

struct DictionaryCompileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile", abstract: "Compiles the tables and rules of a folder into one file.",
    discussion: """
      Everything is checked first; all errors are listed, each with file and line, and nothing is written then. The same \
      sources always give the same bytes.

      EXAMPLES:
        wenmai dictionary compile Dictionaries --output core.bin
      """)

  @Argument(help: "The folder with the tables (.tsv) and rules (.rules).", completion: .directory)
  var folder: String

  @Option(name: [.short, .long], help: "The file to write.", completion: .file())
  var output: String

  func run() throws {
    let compiled = try Setup.reportingErrors { try DictionaryTool.compile(folder: folder) }
    for warning in compiled.warnings { Terminal.complain("wenmai: warning: \(warning)\n") }
    try Setup.reportingErrors {
      let file = try OutputFile(output)
      try file.write(compiled.bytes)
      try file.finish()
    }
    for line in compiled.report { Terminal.complain("\(line)\n") }
  }
}

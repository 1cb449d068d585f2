import ArgumentParser
import Wenmai

struct RulesListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists rules: what they make, in which stage, with which weight.",
    discussion: """
      EXAMPLES:
        wenmai rules list --type PERSON
        wenmai rules list own.rules
      """)

  @Argument(help: "Rule files; without any, the library's rules are listed.", completion: .file())
  var files: [String] = []

  @Option(help: "Only rules that make results of this type: PERSON, TITLE, ORG, PLACE or one of your own.")
  var type: String?

  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    try Setup.reportingErrors {
      let tool = try RuleTool(
        dictionaries: try dictionaries.files(), rules: try files.map { try SourceFile(reading: $0) },
        style: output.options.style)
      let file = try OutputFile(output.output)
      try file.write(tool.list(type: type, width: output.options.width))
      try file.finish()
    }
  }
}

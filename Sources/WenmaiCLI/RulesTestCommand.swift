import ArgumentParser
import Wenmai

struct RulesTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Runs the yes and no examples of rule files.",
    discussion: """
      EXAMPLES:
        wenmai rules test own.rules
        wenmai rules test --dictionary own-words.tsv own.rules more.rules
        wenmai rules test                     the library's own rules

      A line for each rule. For an example that does not hold: its file and line, what the rule finds in it, and how near \
      it came or how it matched. Exit status 1 if any example fails, or a file has errors.
      """)

  @Argument(help: "Rule files; without any, the library's rules are tested.", completion: .file())
  var files: [String] = []

  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    let holds = try Setup.reportingErrors {
      let tool = try RuleTool(
        dictionaries: try dictionaries.files(), rules: try files.map { try SourceFile(reading: $0) },
        style: output.options.style)
      Setup.tell(tool.warnings, isQuiet: false)
      let file = try OutputFile(output.output)
      let holds = try tool.test { try file.write($0) }
      try file.finish()
      return holds
    }
    if !holds { throw ExitCode(1) }
  }
}

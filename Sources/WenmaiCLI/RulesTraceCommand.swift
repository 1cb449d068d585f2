import ArgumentParser
import Wenmai

struct RulesTraceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trace", abstract: "Tells what happens to one rule in a text.",
    discussion: """
      EXAMPLES:
        wenmai rules trace person.title-before 总理李强出席会议
        wenmai rules trace --rules own.rules product.model news.txt

      For each place where the pattern begins to match: what each element took and from which line of a dictionary, what \
      the conditions say, what the rule makes and with what evidence; or how far it came and what it asked for there.
      """)

  @Argument(help: "The rule's name, as 'wenmai rules list' tells it.")
  var rule: String

  @Argument(
    help: ArgumentHelp("A text; or a file, if there is one of that name; - is standard input.", valueName: "text"),
    completion: .file())
  var text: String

  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var rules: RuleArguments
  @OptionGroup var output: OutputArguments

  func run() throws {
    try Setup.reportingErrors {
      let tool = try RuleTool(
        dictionaries: try dictionaries.files(), rules: try rules.files(), style: output.options.style)
      Setup.tell(tool.warnings, isQuiet: false)
      let file = try OutputFile(output.output)
      try tool.trace(rule, over: try ExplanationTool.read(text)) { try file.write($0) }
      try file.finish()
    }
  }
}

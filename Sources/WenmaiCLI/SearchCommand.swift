import ArgumentParser
import Wenmai

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds articles in an archive.",
    discussion: """
      EXAMPLES:
        wenmai search news.wenmai 技能人才
        wenmai search news.wenmai '朝阳区总工会 (产改 OR 改革)' --top 5
        wenmai search news.wenmai '工会 NOT 朝阳区' --format jsonl

      All words of a query must be there; AND, OR, NOT and brackets join them, "quotes" hold a phrase with spaces, and * \
      lets a Latin word go on. A word is found wherever its characters stand one after the other: 处理 in 待处理. \
      Traditional characters find simplified ones. The best article comes first.
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  @Option(name: [.customLong("top"), .short], help: "How many articles to show.")
  var top = 20

  @Option(help: "The format of the output; positions in jsonl are bytes of UTF-8 in the source.")
  var format: Format = .text

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: OutputArguments.ColorChoice = .auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  func validate() throws {
    if top < 1 { throw ValidationError("--top is a number from 1") }
  }

  func run() throws {
    try Setup.reportingErrors {
      let result = try ArchiveSearch.run(query.joined(separator: " "), archive: archive, limit: top)
      let isColored =
        switch color {
        case .always: true
        case .never: false
        case .auto: Terminal.isTerminal(.output) && (Terminal.environment("NO_COLOR") ?? "").isEmpty
        }
      let bytes =
        format == .jsonl
        ? SearchWriter.jsonLines(result) : SearchWriter.text(result, style: TerminalStyle(isEnabled: isColored))
      try OutputFile(nil).write(bytes)
    }
  }
}

import ArgumentParser

struct DictionaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dictionary", abstract: "Checks, compiles and counts dictionaries.",
    subcommands: [DictionaryCompileCommand.self, DictionaryLintCommand.self, DictionaryStatsCommand.self])
}

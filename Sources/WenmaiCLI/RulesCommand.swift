import ArgumentParser

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Tests, traces and lists rules.",
    discussion: "Dictionaries/rules/README.md of the sources describes the language.",
    subcommands: [RulesTestCommand.self, RulesTraceCommand.self, RulesListCommand.self])
}

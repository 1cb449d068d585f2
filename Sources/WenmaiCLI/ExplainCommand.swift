import ArgumentParser

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Tells why results are as they are.",
    subcommands: [ExplainExtractCommand.self, ExplainSegmentCommand.self])
}

import ArgumentParser

struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Keeps articles in an archive that can be searched.",
    subcommands: [IndexBuildCommand.self, IndexDiffCommand.self])
}

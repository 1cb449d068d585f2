import ArgumentParser

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains models from text of your own.",
    subcommands: [TrainSegmentCommand.self, TrainTagsCommand.self, TrainEntitiesCommand.self])
}

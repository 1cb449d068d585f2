import ArgumentParser

/// Measures speed and memory of the library, through its public API only.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast texts are segmented and analysed, and how fast the dictionary is there.",
    subcommands: [MeasureCommand.self, CountCommand.self, CompareCommand.self, WorkerCommand.self, ProbeCommand.self],
    defaultSubcommand: MeasureCommand.self)
}

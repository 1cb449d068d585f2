import ArgumentParser
import Foundation
import Wenmai

/// Instructions alone, for comparisons of two commits: they hardly change from run to run.
struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count", abstract: "Count the instructions that each stage spends on a character.")

  @OptionGroup var source: TextArguments
  @Option(help: "Write the counts to this file, as JSON for `bench compare`.") var output: String

  func run() throws {
    let counter = InstructionCounter.available
    if case .none = counter {
      throw ChildProcess.Failure(
        description: "The processor's counters are closed to us, and valgrind is not installed.")
    }
    let input = Input(try source.makeText())
    var counts: [String: StageCount] = [:]
    for stage in try source.stages() {
      let run = stage.makeRun(try Analyzer())
      let units = run(input)
      counts[stage.name] = StageCount(
        instructionsPerCharacter: try counter.perCharacter(stage, run, input) ?? 0, units: units)
    }
    try JSONEncoder().encode(counts).write(to: URL(filePath: output))
  }
}

/// What a stage spends on a character, and how many tokens or results it finds in the text.
struct StageCount: Codable {
  let instructionsPerCharacter: Double
  let units: Int
}

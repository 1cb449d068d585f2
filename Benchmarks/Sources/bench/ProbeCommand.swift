import ArgumentParser
import Foundation
import Wenmai

/// What another process does for a measurement: one stage, nothing else; it tells the most memory that it has held.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "probe", shouldDisplay: false)

  @Argument var stage: String
  @Option var text: String?
  @Option var rounds: Int

  func run() throws {
    guard let stage = Stage.all.first(where: { $0.name == stage }) else {
      throw ValidationError("No stage is called '\(stage)'.")
    }
    let input = try text.map { Input(try String(contentsOfFile: $0, encoding: .utf8)) } ?? Start.sentence
    let run = stage.makeRun(try Analyzer())
    for _ in 0..<rounds where run(input) == 0 { throw Start.Failure(description: "\(stage.name) finds nothing") }
    print(PeakMemory.bytes ?? 0)
  }
}

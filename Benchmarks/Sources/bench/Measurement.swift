import Foundation
import Wenmai

/// What the rounds of a stage gave.
struct Measurement: Codable {
  let name: String
  let unit: Stage.Unit
  /// Tokens or results of one round.
  let count: Int
  let bytes, characters: Int
  /// CPU seconds of each round in one thread, ascending.
  let seconds: [Double]
  let threaded: Threads.Session?
  let instructionsPerCharacter: Double?
  /// Seconds to the first result of another analyzer, the median.
  let warmStart: Double
  /// Seconds to the first result of another process, the median.
  let coldStart: Double
  let peakMemoryBytes: Int?

  private static let starts = 9

  /// Runs `stage` once to warm up and to count, then `rounds` times.
  ///
  /// - Throws: if a round counts otherwise than the first, or another process fails.
  init(_ stage: Stage, _ input: Input, rounds: Int, instructions counter: InstructionCounter) throws {
    let analyzer = try Analyzer()
    let run = stage.makeRun(analyzer)
    let count = run(input)
    seconds = try (0..<rounds).map { _ in
      try Clock.thread.seconds {
        let again = run(input)
        guard again == count else { throw Unsteady(stage: stage.name, first: count, later: again) }
      }
    }.sorted()
    name = stage.name
    unit = stage.unit
    self.count = count
    bytes = input.utf8.count
    characters = input.characterCount
    let threadRounds = max(1, Int(Threads.sessionSeconds / max(seconds[rounds / 2], 1e-6)))
    threaded = Threads.measure(stage, analyzer, input, rounds: threadRounds)
    instructionsPerCharacter = try counter.perCharacter(stage, run, input)
    warmStart = try Self.median { try Clock.thread.seconds { try Start.warm(stage) } }
    coldStart = try Self.median { try Clock.wall.seconds { try Start.cold(stage) } }
    let file = FileManager.default.temporaryDirectory.appending(path: "wenmai-bench-text-\(getpid()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try input.text.write(to: file, atomically: true, encoding: .utf8)
    peakMemoryBytes = try PeakMemory.bytes(of: stage, text: file)
  }

  struct Unsteady: Error, CustomStringConvertible {
    let stage: String
    let first, later: Int
    var description: String { "\(stage) gave \(first) in one round and \(later) in another" }
  }

  /// CPU seconds of the median round.
  var median: Double { seconds[seconds.count / 2] }

  /// Units for each thousand characters, to compare texts of different sizes.
  var density: Double { 1000 * Double(count) / Double(max(characters, 1)) }

  private static func median(_ measure: () throws -> Double) rethrows -> Double {
    try (0..<starts).map { _ in try measure() }.sorted()[starts / 2]
  }
}

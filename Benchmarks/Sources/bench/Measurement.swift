import Counters

/// What the rounds of a stage gave.
struct Measurement: Codable {
  let name: String
  let unit: Stage.Unit
  /// Tokens or results of one round.
  let count: Int
  let bytes: Int?
  let characters: Int?
  /// Seconds of each round, ascending.
  let seconds: [Double]
  let instructions: Int?
  let peakMemoryBytes: Int?

  /// Runs `stage` once to warm up and to count, then `rounds` times.
  ///
  /// - Throws: what the stage throws, and if a round counts otherwise than the first.
  init(_ stage: Stage, _ input: Stage.Input, rounds: Int) throws {
    PeakMemory.reset()
    let count = try stage.run(input)
    let clock: Clock = stage.name == "dictionary/cold-start" ? .wall : .thread
    let counter = counters_open_instructions()
    var seconds: [Double] = []
    for _ in 0..<rounds {
      let start = clock.now
      let again = try stage.run(input)
      seconds.append(clock.now - start)
      guard again == count else { throw Unsteady(stage: stage.name, first: count, later: again) }
    }
    let total = counters_read(counter)
    name = stage.name
    unit = stage.unit
    self.count = count
    bytes = stage.readsText ? input.utf8.count : nil
    characters = stage.readsText ? input.characterCount : nil
    self.seconds = seconds.sorted()
    instructions = total > 0 ? Int(total) / rounds : nil
    peakMemoryBytes = PeakMemory.bytes
  }

  struct Unsteady: Error, CustomStringConvertible {
    let stage: String
    let first, later: Int
    var description: String { "\(stage) gave \(first) in one round and \(later) in another" }
  }

  var median: Double { seconds[seconds.count / 2] }

  /// Units for each thousand characters, to compare texts of different sizes.
  var density: Double? { characters.map { 1000 * Double(count) / Double(max($0, 1)) } }
}

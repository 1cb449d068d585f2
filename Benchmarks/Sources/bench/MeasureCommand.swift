import ArgumentParser
import Foundation

/// The table of all stages.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measure rates, starts, instructions and memory of each stage.",
    discussion: """
      MB/s is UTF-8 in the CPU time of one thread, the median round; with several threads, in time on the wall, the best \
      round. A warm start is that of a second analyzer in a process, a cold one that of a process, both to the first \
      result. Peak memory is that of a process which does nothing else.
      """)

  @OptionGroup var source: TextArguments
  @Option(help: "How often each stage runs.") var rounds = 11
  @Option(help: "The format of the table: table, markdown or json.") var format = Report.Format.table
  @Flag(inversion: .prefixedNo, help: "Count instructions; slow where valgrind has to do it.") var instructions = true
  @Flag(help: "Take the counts of this run for right from now on.") var record = false
  @Option(help: "Write the text to this file and end.") var writeText: String?

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds must be at least 1.") }
    if record, !source.isDefault { throw ValidationError("--record goes with the whole default text only.") }
  }

  func run() throws {
    let input = Input(try source.makeText())
    if let writeText { return try input.text.write(toFile: writeText, atomically: true, encoding: .utf8) }
    let stages = try source.stages()
    if source.hasExpectedCounts && !record { try ExpectedCounts.check(stages, input) }
    let counter = instructions ? InstructionCounter.available : .none
    let measurements = try stages.map { try Measurement($0, input, rounds: rounds, instructions: counter) }
    if record { try ExpectedCounts(measured: measurements).write() }
    let report = Report(
      date: Date.now.formatted(.iso8601.year().month().day()), machine: Machine.description, text: source.description,
      bytes: input.utf8.count, characters: input.characterCount, measurements: measurements)
    print(try report.formatted(format))
  }
}

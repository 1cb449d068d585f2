import ArgumentParser
import Foundation

/// Results that are not those recorded; no time is taken of them.
struct UnexpectedCounts: Error, CustomStringConvertible {
  let description: String
}

/// Measures speed and memory of the library, through its public API only.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure how fast texts are segmented and analysed, and how fast the dictionary is there.",
    discussion: """
      Times are CPU times of one thread; for cold-start, time on the wall. Rates are those of the median round.
      """)

  @Option(help: "Size of the generated text in MB.") var size = 1.0
  @Option(help: "Read this text, UTF-8, instead of a generated one.") var text: String?
  @Option(help: "Measure only stages whose names contain this.") var filter: String?
  @Option(help: "How often each stage runs.") var rounds = 11
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Take the counts of this run for right from now on.") var record = false
  @Option(help: "Write the text to this file and end.") var writeText: String?
  @Flag(name: .customLong("first-result"), help: .hidden) var firstResult = false

  private static let seed: UInt64 = 20_260_401
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let expectations = folder.appending(path: "Data/expected.json")

  func validate() throws {
    if rounds < 1 { throw ValidationError("--rounds must be at least 1.") }
    if !(0.001...1000).contains(size) { throw ValidationError("--size must be between 0.001 and 1000 MB.") }
    if record, text != nil || filter != nil || size != 1 {
      throw ValidationError("--record goes with the whole default text only.")
    }
  }

  func run() throws {
    if firstResult { return try ColdStart.firstResult() }
    let input = try Stage.Input(makeText())
    if let writeText { return try input.text.write(toFile: writeText, atomically: true, encoding: .utf8) }
    let stages = try Stage.all().filter { filter.map($0.name.contains) ?? true }
    if stages.isEmpty { throw ValidationError("No stage is called like '\(filter ?? "")'.") }
    try check(stages, input)
    let measurements = try stages.map { try Measurement($0, input, rounds: rounds) }
    if record { try ExpectedCounts(measured: measurements).write(to: Self.expectations) }
    try print(measurements, input)
  }

  private func makeText() throws -> String {
    if let text { return try String(contentsOfFile: text, encoding: .utf8) }
    var generator = NewsGenerator(
      templates: try TemplateFile(Self.folder.appending(path: "Data/templates.txt")),
      vocabulary: try Vocabulary(dictionaries: Self.folder.appending(path: "../Dictionaries")), seed: Self.seed)
    return generator.text(size: Int(size * 1e6))
  }

  /// Counts before the first time is taken.
  private func check(_ stages: [Stage], _ input: Stage.Input) throws {
    // Small texts have counts of their own.
    guard text == nil, !record, size >= 0.5 else { return }
    let expected = try ExpectedCounts(reading: Self.expectations)
    let complaints = try stages.compactMap { stage in
      stage.readsText ? expected.complaint(about: try stage.run(input), of: stage, in: input) : nil
    }
    if !complaints.isEmpty { throw UnexpectedCounts(description: complaints.joined(separator: "\n")) }
  }

  private func print(_ measurements: [Measurement], _ input: Stage.Input) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      Swift.print(String(decoding: try encoder.encode(measurements), as: UTF8.self))
      return
    }
    let megabytes = String(format: "%.2f", Double(input.utf8.count) / 1e6)
    Swift.print("\(text ?? "generated news"): \(megabytes) MB, \(input.characterCount) characters\n")
    Swift.print(ResultTable.text(measurements))
  }
}

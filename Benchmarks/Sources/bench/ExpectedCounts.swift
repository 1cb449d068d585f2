import Foundation
import Wenmai

/// Results that are not those recorded; no time is taken of them.
struct UnexpectedCounts: Error, CustomStringConvertible {
  let description: String
}

/// What each stage found in the generated text when its results were last looked at, for a thousand characters.
///
/// Speed must not be bought with errors: a stage that suddenly finds less is not faster. Dictionaries grow, and with them
/// the generated text changes a little, so small differences pass.
struct ExpectedCounts: Codable {
  var densities: [String: Double]

  /// Tokens hardly change when a word is added; results do so with each rule.
  private static func tolerance(_ unit: Stage.Unit) -> Double { unit == .tokens ? 0.02 : 0.15 }

  private static let file = Folder.benchmarks.appending(path: "Data/expected.json")

  init(measured: [Measurement]) {
    densities = [:]
    for m in measured { densities[m.name] = (m.density * 100).rounded() / 100 }
  }

  private init(reading file: URL) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file))
  }

  func write() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: Self.file)
  }

  /// Counts before the first time is taken.
  ///
  /// - Throws: ``UnexpectedCounts``, all of them.
  static func check(_ stages: [Stage], _ input: Input) throws {
    let expected = try ExpectedCounts(reading: file)
    let analyzer = try Analyzer()
    let complaints = stages.compactMap { expected.complaint(about: $0.makeRun(analyzer)(input), of: $0, in: input) }
    if !complaints.isEmpty { throw UnexpectedCounts(description: complaints.joined(separator: "\n")) }
  }

  /// What is wrong with the count of `stage`, or nil.
  private func complaint(about count: Int, of stage: Stage, in input: Input) -> String? {
    let remedy = "If the results are right: bench --record"
    guard let expected = densities[stage.name] else { return "no count of \(stage.name) is recorded. \(remedy)" }
    let found = 1000 * Double(count) / Double(max(input.characterCount, 1))
    guard abs(found - expected) > expected * Self.tolerance(stage.unit) else { return nil }
    return """
      \(stage.name) found \(String(format: "%.2f", found)) \(stage.unit.rawValue) in a thousand characters, \
      \(String(format: "%.2f", expected)) are recorded. \(remedy)
      """
  }
}

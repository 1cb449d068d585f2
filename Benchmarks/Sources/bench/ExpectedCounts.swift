import Foundation

/// What each stage found in the generated text when its results were last looked at, for a thousand characters.
///
/// Speed must not be bought with errors: a stage that suddenly finds less is not faster. Dictionaries grow, and with them
/// the generated text changes a little, so small differences pass.
struct ExpectedCounts: Codable {
  var densities: [String: Double]

  /// Tokens hardly change when a word is added; results do so with each rule.
  private static func tolerance(_ unit: Stage.Unit) -> Double { unit == .tokens ? 0.02 : 0.15 }

  init(measured: [Measurement]) {
    densities = [:]
    for m in measured { densities[m.name] = m.density.map { ($0 * 100).rounded() / 100 } }
  }

  init(reading file: URL) throws { self = try JSONDecoder().decode(Self.self, from: Data(contentsOf: file)) }

  func write(to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: file)
  }

  /// What is wrong with the count of `stage`, or nil.
  func complaint(about count: Int, of stage: Stage, in input: Stage.Input) -> String? {
    guard stage.readsText, let expected = densities[stage.name] else { return nil }
    let found = 1000 * Double(count) / Double(max(input.characterCount, 1))
    guard abs(found - expected) > expected * Self.tolerance(stage.unit) else { return nil }
    return """
      \(stage.name) found \(String(format: "%.2f", found)) \(stage.unit.rawValue) in a thousand characters, \
      \(String(format: "%.2f", expected)) are recorded. If the new results are right: bench --record
      """
  }
}

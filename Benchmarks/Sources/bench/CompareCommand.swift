import ArgumentParser
import Foundation

/// Tells what a change costs.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compare two outputs of `bench count`.",
    discussion: "Exit status 1 if a stage got dearer by more than the threshold.")

  @Argument(help: "The counts from before.") var before: String
  @Argument(help: "The counts from after.") var after: String
  @Option(help: "The percentage from which on a difference is a regression.") var threshold = 3.0

  func run() throws {
    let old = try read(before)
    let new = try read(after)
    print("stage                   before     after   change   units before → after")
    var isWorse = false
    for name in new.keys.sorted() {
      guard let now = new[name] else { continue }
      guard let then = old[name], then.instructionsPerCharacter > 0 else {
        print(
          "\(padded(name, 20))  \(padded("–", -8))  \(number(now.instructionsPerCharacter))      new   \(now.units)")
        continue
      }
      let change = 100 * (now.instructionsPerCharacter / then.instructionsPerCharacter - 1)
      let isDearer = change > threshold
      isWorse = isWorse || isDearer
      print(
        "\(padded(name, 20))  \(number(then.instructionsPerCharacter))  \(number(now.instructionsPerCharacter))",
        String(format: "%+7.1f%%", change), "  \(then.units) → \(now.units)\(isDearer ? "   dearer" : "")")
    }
    for name in old.keys.sorted() where new[name] == nil { print("\(padded(name, 20))  gone") }
    if isWorse { throw ExitCode(1) }
  }

  private func read(_ path: String) throws -> [String: StageCount] {
    try JSONDecoder().decode([String: StageCount].self, from: Data(contentsOf: URL(filePath: path)))
  }

  private func number(_ value: Double) -> String { String(format: "%8.1f", value) }

  /// To the left, or to the right if `width` is negative.
  private func padded(_ text: String, _ width: Int) -> String {
    let pad = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width < 0 ? pad + text : text + pad
  }
}

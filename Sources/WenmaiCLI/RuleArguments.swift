import ArgumentParser
import Wenmai

/// A user's own rules.
struct RuleArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Rules of your own, with those of the library. Repeatable.", valueName: "file"),
    completion: .file())
  var rules: [String] = []

  func files() throws -> [SourceFile] { try rules.map { try SourceFile(reading: $0) } }
}

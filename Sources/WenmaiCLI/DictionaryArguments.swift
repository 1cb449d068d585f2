import ArgumentParser
import Wenmai

/// A user's own words.
struct DictionaryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Words of your own, over the library's: a table as Dictionaries/ has them, or 'word [frequency] [tag]' a line. Repeatable.",
      valueName: "file"),
    completion: .file())
  var dictionary: [String] = []

  func files() throws -> [SourceFile] { try dictionary.map { try SourceFile(reading: $0) } }
}

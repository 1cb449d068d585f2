import ArgumentParser
import Wenmai

/// A user's own words.
struct DictionaryArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Words of your own, over the library's: 'word [class] [tag] [force|prefer]' with tabs, or jieba's 'word [frequency] \
      [tag]'. A word is forced, it always holds, unless it says prefer or has a frequency: then it competes. Repeatable.
      """,
      valueName: "file"),
    completion: .file())
  var dictionary: [String] = []

  func files() throws -> [SourceFile] { try dictionary.map { try SourceFile(reading: $0) } }
}

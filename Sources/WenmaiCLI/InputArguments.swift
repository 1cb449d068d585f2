import ArgumentParser
import Wenmai

/// What commands that read texts have in common.
struct InputArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, or folders whose texts are all read; - or nothing is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  @Option(help: "The format of the input.")
  var inputFormat: FormatChoice = .auto

  @Option(
    help: "The encoding of the input: auto, utf-8, gb18030, big5, utf-16le or utf-16be.",
    completion: .list(["auto", "utf-8", "gb18030", "big5", "utf-16le", "utf-16be"]))
  var encoding: EncodingChoice = .auto

  @Option(help: "Threads to work with; all cores by default. The output is the same at any number.")
  var threads: Int?

  @Flag(
    name: [.customLong("quiet"), .customShort("q"), .customLong("no-progress")], help: "No progress bar, no warnings.")
  var isQuiet = false

  func validate() throws {
    if let threads, !(1...1024).contains(threads) { throw ValidationError("--threads is a number from 1 to 1024") }
  }

  var options: InputOptions {
    var options = InputOptions()
    options.format = inputFormat.format
    if case .named(let encoding) = encoding { options.encoding = encoding }
    options.threads = threads ?? Processor.count
    return options
  }

  enum FormatChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, text, html, jsonl

    var format: InputFormat? {
      switch self {
      case .auto: nil
      case .text: .plain
      case .html: .html
      case .jsonl: .jsonLines
      }
    }
  }

  enum EncodingChoice: ExpressibleByArgument {
    case auto
    case named(TextEncoding)

    init?(argument: String) {
      if argument == "auto" {
        self = .auto
      } else if let encoding = TextEncoding(name: argument) {
        self = .named(encoding)
      } else {
        return nil
      }
    }

    var defaultValueDescription: String { "auto" }
  }
}

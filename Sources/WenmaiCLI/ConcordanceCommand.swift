import ArgumentParser
import Wenmai

struct ConcordanceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concordance", abstract: "Shows a word of an archive in its contexts.",
    discussion: """
      EXAMPLES:
        wenmai concordance news.wenmai 改革
        wenmai concordance news.wenmai 改革 --sort right --width 12 --neighbors 20
        wenmai concordance news.wenmai 技能人才 --format jsonl --top 1000

      A line a place: the source, what stands before, the word, what stands behind. Below: the words that stand next to \
      it, with how often they do among all places.
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @Argument(help: ArgumentHelp("A word or phrase; * at its end lets a Latin word go on.", valueName: "word"))
  var word: String

  @Option(help: "The order of the lines: as they come, by what stands before or behind the word.")
  var sort: Order = .none

  @Option(name: [.customLong("top"), .short], help: "How many lines to show.")
  var top = 100

  @Option(help: "How many characters to show at each side.")
  var width = 20

  @Option(help: "How many neighbours to show at each side.")
  var neighbors = 10

  @Option(help: "The format of the output; positions in jsonl are bytes of UTF-8 in the source.")
  var format: ListFormat = .table

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: OutputArguments.ColorChoice = .auto

  enum Order: String, ExpressibleByArgument, CaseIterable { case none, left, right }

  func validate() throws {
    if top < 0 || neighbors < 0 || width < 0 {
      throw ValidationError("--top, --width and --neighbors are numbers from 0")
    }
  }

  func run() throws {
    try Setup.reportingErrors {
      let concordance = try ArchiveReader.read(archive) {
        try $0.blockingConcordance(
          of: word, limit: top, width: width, order: Concordance.Order(rawValue: sort.rawValue) ?? .none)
      }
      try OutputFile(nil).write(
        format == .jsonl
          ? ConcordanceWriter.jsonLines(concordance, neighbors: neighbors)
          : ConcordanceWriter.table(concordance, style: color.style, neighbors: neighbors))
    }
  }
}

/// For people, or for programs.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, jsonl
}

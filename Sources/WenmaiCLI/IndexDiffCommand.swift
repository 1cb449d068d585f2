import ArgumentParser
import Wenmai

struct IndexDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Compares two archives.",
    discussion: """
      EXAMPLES:
        wenmai index diff yesterday.wenmai today.wenmai
        wenmai index diff --format jsonl a.wenmai b.wenmai

      A line an article: + is in the second archive only, - in the first only, ~ has another text, * has the same text \
      in which something else was found. In which order articles were put in makes no difference.

      Exit status: 0 when both have the same, 1 when they differ, 2 when one cannot be read.
      """)

  @Argument(help: "The archive to compare from.", completion: .file())
  var old: String

  @Argument(help: "The archive to compare with.", completion: .file())
  var new: String

  @Option(help: "The format of the output.")
  var format: ListFormat = .table

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: OutputArguments.ColorChoice = .auto

  func run() throws {
    let difference: ArchiveDifference
    do {
      difference = try ArchiveReader.read(old) { a in try ArchiveReader.read(new) { try a.difference(to: $0) } }
    } catch {
      Setup.complain("\(error)")
      throw ExitCode(2)
    }
    try Setup.reportingErrors {
      try OutputFile(nil).write(
        format == .jsonl
          ? DifferenceWriter.jsonLines(difference) : DifferenceWriter.table(difference, style: color.style))
    }
    if !difference.isEmpty { throw ExitCode(1) }
  }
}

import ArgumentParser
import Wenmai

struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Tells the posts of people and organizations of an archive over time.",
    discussion: """
      EXAMPLES:
        wenmai ledger news.wenmai                    the people and organizations with the most articles
        wenmai ledger news.wenmai 周敏
        wenmai ledger news.wenmai 市总工会 --format jsonl

      A name finds all who bear it, also as a short form. Posts come in the order of time: that which the text gives, or \
      the days of the articles. Below: who stands in the same articles.
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @Argument(help: ArgumentHelp("A person or an organization.", valueName: "name"))
  var name: String?

  @Option(name: [.customLong("top"), .short], help: "How many names of an overview, or of others, to show.")
  var top: Int?

  @Option(help: "The format of the output.")
  var format: ListFormat = .table

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: OutputArguments.ColorChoice = .auto

  func validate() throws {
    if let top, top < 1 { throw ValidationError("--top is a number from 1") }
  }

  func run() throws {
    try Setup.reportingErrors {
      let bytes: [UInt8] = try ArchiveReader.read(archive) { index in
        if let name {
          let ledgers = try index.blockingLedgers(of: name, limit: top ?? 10)
          if ledgers.isEmpty, format == .table {
            Setup.complain("no person or organization in the archive is called '\(name)'")
          }
          return format == .jsonl
            ? LedgerWriter.jsonLines(ledgers)
            : LedgerWriter.table(ledgers, style: color.style, width: Terminal.width(.output))
        }
        let entries = try index.blockingLedgerOverview(limit: top ?? 30)
        if entries.isEmpty, format == .table {
          Setup.complain(
            "no people or organizations in the archive; 'index build' finds them unless --no-entities is set")
        }
        return format == .jsonl
          ? LedgerWriter.jsonLines(entries)
          : LedgerWriter.table(entries, style: color.style, width: Terminal.width(.output))
      }
      try OutputFile(nil).write(bytes)
    }
  }
}

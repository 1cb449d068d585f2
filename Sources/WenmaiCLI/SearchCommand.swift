import ArgumentParser
import Wenmai

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Finds articles in an archive.",
    discussion: """
      EXAMPLES:
        wenmai search news.wenmai 技能人才
        wenmai search news.wenmai '朝阳区总工会 (产改 OR 改革)' --top 5
        wenmai search news.wenmai '工会 NOT 朝阳区' --format jsonl
        wenmai search news.wenmai 'org:朝阳区总工会 person:周敏' --facets 5
        wenmai search news.wenmai 'subject:技能人才 value:>10万 unit:人 date:2024-03..2024-05'

      All words of a query must be there; AND, OR, NOT, NEAR (NEAR/10: that many characters between) and brackets join \
      them, -word is NOT word, "quotes" hold a phrase with spaces, and * lets a Latin word go on. A word is found wherever its characters \
      stand one after the other: 处理 in 待处理. Traditional characters find simplified ones. A name also finds the \
      articles that mean it by another one. The best article comes first.

      FILTERS:
        person: org: title: place: name:   someone or something under any of its names; * lets the name go on
        speaker:                           who says something
        subject: value: unit:              a number: value:>100, value:10..20, value:<=1.2万
        date: time:                        when the article is from, a time it speaks of: 2024, 2024-03..2024-05
        source:                            how the name of the file begins
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @Argument(help: ArgumentHelp("What to look for.", valueName: "query"))
  var query: [String]

  @Option(name: [.customLong("top"), .short], help: "How many articles to show.")
  var top = 20

  @Option(help: "How many of the best articles to leave out.")
  var skip = 0

  @Option(help: "How many characters a snippet has at most.")
  var width = 60

  @Option(help: "How many names of each type, counted among all articles found, to show.")
  var facets = 0

  @Flag(inversion: .prefixedNo, help: "A name also finds the articles that mean it by another one.")
  var aliases = true

  @Flag(help: "Show how the query was read and what each part of it found.")
  var explain = false

  @Option(help: "The format of the output; positions in jsonl are bytes of UTF-8 in the source.")
  var format: Format = .table

  @Option(help: "Colours; auto: on a terminal, unless NO_COLOR is set.")
  var color: OutputArguments.ColorChoice = .auto

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl, html
  }

  func validate() throws {
    if top < 1 { throw ValidationError("--top is a number from 1") }
    if skip < 0 || facets < 0 { throw ValidationError("--skip and --facets are numbers from 0") }
    if !(8...10_000).contains(width) { throw ValidationError("--width is a number from 8 to 10000") }
  }

  func run() throws {
    try Setup.reportingErrors {
      var options = SearchOptions(limit: top, offset: skip, width: width)
      options.usesAliases = aliases
      options.facets = facets
      options.explains = explain
      let text = query.joined(separator: " ")
      let result = try ArchiveReader.read(archive) { try $0.blockingSearch(text, options) }
      let bytes =
        switch format {
        case .table: SearchWriter.table(result, style: color.style)
        case .jsonl: SearchWriter.jsonLines(result)
        case .html: SearchPage.html(result, query: text)
        }
      try OutputFile(nil).write(bytes)
      if format == .table, result.count == 0 { Setup.complain("nothing found") }
    }
  }
}

extension OutputArguments.ColorChoice {
  /// The style for standard output.
  var style: TerminalStyle {
    switch self {
    case .always: TerminalStyle(isEnabled: true)
    case .never: TerminalStyle(isEnabled: false)
    case .auto:
      TerminalStyle(
        isEnabled: Terminal.isTerminal(.output) && (Terminal.environment("NO_COLOR") ?? "").isEmpty)
    }
  }
}

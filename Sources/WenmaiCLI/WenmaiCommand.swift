import ArgumentParser
import Wenmai

/// The command `wenmai`.
@main
struct WenmaiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wenmai",
    abstract: "Reads Chinese news: words, people and their posts, organizations, places, times and quantities.",
    discussion: """
      EXAMPLES:
        wenmai extract page.txt               tables of what a page says
        wenmai extract --format html page.txt --output page.html
        wenmai extract --format jsonl crawl/ > facts.jsonl
        wenmai facts --format csv page.txt    figures, posts and statements, a row each
        wenmai segment < news.txt             words with spaces between them

      Input may be text, HTML or JSON Lines ({"id", "text", "reference_time"?} a line), in UTF-8, GB18030, Big5 or \
      UTF-16; both are told apart on their own.

      Exit status: 0 when all was read; 1 when some input failed (each is named on standard error, the rest is still \
      done); 64 for bad usage.
      """,
    version: Version.text,
    subcommands: [
      SegmentCommand.self, ExtractCommand.self, FactsCommand.self, KeywordsCommand.self, IndexCommand.self,
      SearchCommand.self, ConcordanceCommand.self, LedgerCommand.self, ExplainCommand.self, RulesCommand.self,
      DictionaryCommand.self, TrainCommand.self,
    ])

  static func main() {
    // A reader that has seen enough (`| head -1`) ends us without a word, also where a parent had the signal ignored.
    Terminal.restoreBrokenPipeSignal()
    main(nil)
  }
}

import ArgumentParser

struct KeywordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keywords", abstract: "Tells the words, phrases and names that characterize articles.",
    discussion: """
      EXAMPLES:
        wenmai keywords page.txt                                     ten for each article
        wenmai keywords --top 5 --format jsonl archive/ > keywords.jsonl
        wenmai keywords --per folder --svg week.svg week/            of all articles together, with a chart
        wenmai keywords --method textrank page.txt
        wenmai keywords learn archive/ --output own.tsv              how frequent words are in your own articles
        wenmai keywords --idf own.tsv archive/new/

      Without a subcommand, keywords are found (wenmai keywords find --help tells the options). A file of the name learn \
      is given as ./learn.
      """,
    subcommands: [KeywordsFindCommand.self, KeywordsLearnCommand.self], defaultSubcommand: KeywordsFindCommand.self)
}

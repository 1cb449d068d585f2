import ArgumentParser

struct FactsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "facts", abstract: "Exports what articles say as tables, and checks whether it fits together.",
    discussion: """
      EXAMPLES:
        wenmai facts page.txt                                    what a page counts, who holds which post, who says what
        wenmai facts --format csv --bom archive/ -o facts.csv    for a spreadsheet program
        wenmai facts --format sqlite archive/ -o facts.db        a database
        wenmai facts check page.txt                              figures that contradict each other

      Without a subcommand, facts are exported (wenmai facts export --help tells the options). A file of the name check \
      is given as ./check.
      """,
    subcommands: [FactsExportCommand.self, FactsCheckCommand.self], defaultSubcommand: FactsExportCommand.self)
}

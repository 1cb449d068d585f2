import ArgumentParser
import Wenmai

struct KeywordsLearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn", abstract: "Counts in how many articles each word stands, for --idf.",
    discussion: """
      EXAMPLES:
        wenmai keywords learn archive/ --output own.tsv
        wenmai keywords --idf own.tsv archive/new/page.txt

      What is common in your articles, such as the name of your town, no longer counts as rare. Some hundred articles are \
      needed to tell the common from the rare. The table is text: a word and its number of articles a line, the row * for \
      all of them.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(
    name: [.short, .long], help: "Write to this file instead of standard output; it appears when it is whole.",
    completion: .file())
  var output: String?

  @Option(help: "Leave out words that stand in fewer articles.")
  var least = 1

  func validate() throws {
    if least < 1 { throw ValidationError("--least is a number from 1") }
  }

  func run() throws {
    let analyzer = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      return try Analyzer(options: options)
    }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    let batch = FrequencyBatch(analyzer, input: input.options)
    try BatchRun.perform(input, path: output) { sources, sink in
      guard try batch.run(sources, least: least, into: sink) == 0 else { return }
      // A table of no articles says nothing.
      Terminal.complain("wenmai: there is no article to learn from\n")
      throw ExitCode(1)
    }
  }
}

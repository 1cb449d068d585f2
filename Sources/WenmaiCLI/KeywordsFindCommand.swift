import ArgumentParser
import Wenmai

struct KeywordsFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Finds the keywords of each article, or of all together.",
    discussion: """
      EXAMPLES:
        wenmai keywords page.txt
        wenmai keywords --format csv archive/ > keywords.csv
        wenmai keywords --per folder --top 40 --svg week.svg --svg-style cloud week/

      A keyword is frequent in the article and rare elsewhere. Names count as one word, organizations under their full \
      name; several words that come again together are a phrase. Stop words, and which parts of speech count, are tables \
      of Dictionaries/; a word of the class STOPWORD in a --dictionary of your own is left out, too.

      METHODS:
        tfidf      the share of the text times the rarity among articles (the default)
        textrank   the rank in the graph of terms that stand near each other
        blend      the geometric mean of both
        frequency  the share of the text

      With --per folder the score is the mean over all articles, and positions are those of the first 100 places. An SVG \
      shows the keywords of all articles together, 150 at most.
      """)

  @OptionGroup var input: InputArguments
  @OptionGroup var output: OutputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  @Option(help: "How terms are scored.")
  var method: Method = .tfidf

  @Option(name: [.customLong("top"), .short], help: "How many keywords at most.")
  var top = 10

  @Option(help: "Whether each article has keywords, or all of them together.")
  var per: Scope = .article

  @Option(help: "The format of the output.")
  var format: Format = .table

  @Flag(inversion: .prefixedNo, help: "Several words may be one keyword.")
  var phrases = true

  @Option(
    name: .customLong("idf"),
    help: ArgumentHelp("Document frequencies of your own, as 'wenmai keywords learn' writes them.", valueName: "file"),
    completion: .file())
  var frequencies: String?

  @Option(
    help: ArgumentHelp("Also draw the keywords of all articles to this file.", valueName: "file"),
    completion: .file())
  var svg: String?

  @Option(help: "What is drawn.")
  var svgStyle: Chart = .bars

  enum Method: String, ExpressibleByArgument, CaseIterable {
    case tfidf, textrank, blend, frequency
  }

  enum Scope: String, ExpressibleByArgument, CaseIterable {
    case article, folder
  }

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, csv, jsonl
  }

  enum Chart: String, ExpressibleByArgument, CaseIterable {
    case bars, cloud
  }

  func validate() throws {
    if !(1...100_000).contains(top) { throw ValidationError("--top is a number from 1 to 100000") }
    if svg == "-" { throw ValidationError("--svg needs the name of a file") }
  }

  func run() throws {
    let (analyzer, extractor) = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      let analyzer = try Analyzer(options: options)
      return (analyzer, try makeExtractor(analyzer))
    }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    var settings = KeywordBatch.Settings()
    settings.format = KeywordFormat(rawValue: format.rawValue) ?? .table
    settings.isJoint = per == .folder
    settings.collects = svg != nil
    settings.style = output.options.style
    settings.width = output.options.width
    let batch = KeywordBatch(analyzer, extractor, settings, input: input.options, output: output.options)
    try BatchRun.perform(input, output) { sources, sink in
      let keywords = try batch.run(sources, into: sink)
      guard let svg else { return }
      let file = try OutputFile(svg)
      try file.write((KeywordChart(rawValue: svgStyle.rawValue) ?? .bars).svg(keywords))
      try file.finish()
    }
  }

  private func makeExtractor(_ analyzer: Analyzer) throws -> KeywordExtractor {
    let options = KeywordOptions(
      method: KeywordMethod(rawValue: method.rawValue) ?? .tfidf, limit: top, phrases: phrases)
    guard let frequencies else { return KeywordExtractor(analyzer, options: options) }
    return try KeywordExtractor(analyzer, options: options, frequencies: SourceFile(reading: frequencies))
  }
}

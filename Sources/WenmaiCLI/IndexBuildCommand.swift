import ArgumentParser
import Wenmai

struct IndexBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads articles into an archive.",
    discussion: """
      EXAMPLES:
        wenmai index build news.wenmai archive/          every text below a folder
        wenmai index build news.wenmai crawl.jsonl

      The archive is one SQLite file, made if it is not there. Run the command again whenever files have changed: \
      articles that are in the archive already are skipped, changed ones replaced. After an interruption, run it again.
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @OptionGroup var input: InputArguments
  @OptionGroup var dictionaries: DictionaryArguments

  func run() throws {
    let (analyzer, index) = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      let analyzer = try Analyzer(options: options)
      return (analyzer, try analyzer.archive(at: archive))
    }
    Setup.tell(analyzer.warnings, isQuiet: input.isQuiet)
    var failures = 0
    var bar: ProgressBar?
    func report(_ problem: InputProblem) {
      if !problem.isWarning { failures += 1 }
      if problem.isWarning && input.isQuiet { return }
      bar?.clear()
      Terminal.complain("wenmai: \(problem.isWarning ? "warning: " : "")\(problem)\n")
    }
    let sources = InputSource.resolve(input.files, report: report)
    bar = ProgressBar(total: InputSource.totalSize(of: sources), isEnabled: !input.isQuiet)
    let changes = try Setup.reportingErrors {
      let changes = try ArchiveBatch(analyzer, archive: index, input: input.options).run(
        sources, report: report, progress: { bar?.advance(by: $0) })
      try index.close()
      return changes
    }
    bar?.clear()
    let output = try Setup.reportingErrors { try OutputFile(nil) }
    let line = "\(changes.added) added, \(changes.removed) removed, \(changes.unchanged) unchanged\n"
    try Setup.reportingErrors { try output.write(Array(line.utf8)) }
    if failures > 0 { throw ExitCode(1) }
  }
}

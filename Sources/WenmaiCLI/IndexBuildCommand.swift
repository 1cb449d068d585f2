import ArgumentParser
import Wenmai

struct IndexBuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Reads articles into an archive.",
    discussion: """
      EXAMPLES:
        wenmai index build news.wenmai archive/          every text below a folder
        wenmai index build news.wenmai crawl.jsonl
        wenmai index build --no-entities words.wenmai archive/    the full text alone, faster
        wenmai index build news.wenmai --remove archive/2019/

      The archive is one SQLite file, made if it is not there. Run the command again whenever files have changed: \
      files and articles that are in the archive already are skipped, changed ones replaced, and those that were read \
      with another version, dictionary or rules are read anew. After an interruption, run it again: it goes on from the \
      last commit. What was deleted stays in the archive until --remove takes it out. Others can search it all the while.
      """)

  @Argument(help: ArgumentHelp("The archive.", valueName: "archive"), completion: .file())
  var archive: String

  @OptionGroup var input: InputArguments
  @OptionGroup var dictionaries: DictionaryArguments
  @OptionGroup var rules: RuleArguments

  @Flag(inversion: .prefixedNo, help: "Find people, organizations, places, roles, numbers and times, too.")
  var entities = true

  @Flag(help: "Take the named files, folders or records out of the archive.")
  var remove = false

  @Flag(help: "Name each input on standard error when it is in the archive to its end.")
  var verbose = false

  func validate() throws {
    if remove, input.files.isEmpty { throw ValidationError("--remove wants the names of files, folders or records") }
  }

  func run() throws {
    let isQuiet = input.isQuiet
    var failures = 0
    var bar: ProgressBar?
    func report(_ problem: InputProblem) {
      if !problem.isWarning { failures += 1 }
      if problem.isWarning && isQuiet { return }
      bar?.clear()
      Terminal.complain("wenmai: \(problem.isWarning ? "warning: " : "")\(problem)\n")
    }
    let sources = remove ? [] : InputSource.resolve(input.files, report: report)
    // The name of a file that is not there leaves no empty archive behind.
    let problems = sources.compactMap(\.problem)
    if !remove, problems.count == sources.count {
      problems.forEach(report)
      throw ExitCode(1)
    }
    let (analyzer, index) = try Setup.reportingErrors {
      var options = Analyzer.Options()
      options.dictionaries = try dictionaries.files()
      options.rules = try rules.files()
      let analyzer = try Analyzer(options: options)
      return (
        analyzer,
        try analyzer.archive(at: archive, longestWait: .seconds(600)) {
          if !isQuiet { Terminal.complain("wenmai: waiting for another process that writes this archive\n") }
        }
      )
    }
    Setup.tell(analyzer.warnings, isQuiet: isQuiet)
    if !isQuiet, try Setup.reportingErrors({ try index.hasTokensOfOtherWords() }) {
      Terminal.complain("wenmai: the archive was made with other words: its full text is made anew first\n")
    }
    let batch = ArchiveBatch(analyzer, archive: index, input: input.options, findsEntities: entities)
    let changes = try Setup.reportingErrors {
      var changes = ArchiveChanges()
      if remove {
        changes = try batch.remove(input.files, report: report)
      } else {
        bar = ProgressBar(total: InputSource.totalSize(of: sources), isEnabled: !isQuiet)
        changes = try batch.run(sources, report: report) { progress in
          if verbose {
            bar?.clear()
            for name in progress.finished { Terminal.complain("done \(name)\n") }
          }
          bar?.advance(by: progress.readCount, articles: progress.articleCount)
        }
      }
      try index.close()
      return changes
    }
    bar?.clear()
    let output = try Setup.reportingErrors { try OutputFile(nil) }
    try Setup.reportingErrors { try output.write(Array("\(summary(changes))\n".utf8)) }
    if failures > 0 { throw ExitCode(1) }
  }

  private func summary(_ changes: ArchiveChanges) -> String {
    let line = "\(changes.added) added, \(changes.removed) removed, \(changes.unchanged) unchanged"
    return changes.renewed == 0
      ? line : line + ", \(changes.renewed) read anew (with another version, dictionary or rules than before)"
  }
}

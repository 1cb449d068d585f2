import ArgumentParser
import Wenmai

struct DictionaryLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Checks dictionaries without writing anything.",
    discussion: """
      A folder is checked as sources of a compiled dictionary, rules and their examples included; a file as words of a \
      user's own, or as rules if its name ends in .rules; files are checked together, so that rules find the classes of \
      the words. All that is wrong is listed with file and line, and what is likely to be a slip as a warning: \
      contradictions between classes, entries that nothing reaches, suspicious ones. lint/exceptions.tsv in the folder \
      excuses entries, each with a reason.

      EXAMPLES:
        wenmai dictionary lint --strict Dictionaries
        wenmai dictionary lint names.tsv own.rules
      """)

  @Flag(help: "Warnings count as errors: exit code 1.")
  var strict = false

  @Argument(help: "Folders and files to check.", completion: .file())
  var paths: [String]

  func run() throws {
    let findings = DictionaryTool.check(paths)
    for warning in findings.warnings { Terminal.complain("wenmai: warning: \(warning)\n") }
    for error in findings.errors { Setup.complain(error) }
    if !findings.errors.isEmpty || (strict && !findings.warnings.isEmpty) { throw ExitCode(1) }
  }
}

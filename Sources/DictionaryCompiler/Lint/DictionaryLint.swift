import Lexicon

/// Finds what compiles and is likely to be a slip: contradictions, entries that nothing reaches, suspicious ones.
///
/// What excludes what, how long entries are and what is excused stands in the tables `lint/*.tsv`; a check whose table is
/// missing finds nothing.
package struct DictionaryLint {
  /// A check looks at all entries and adds what it finds.
  private typealias Check = (LintEntries) -> [LintFinding]

  /// - Parameters:
  ///   - sources: sources that compile.
  ///   - usedClasses: the classes that rules name.
  /// - Returns: the findings that are not excused, in the order of files and lines.
  /// - Complexity: O(*n*) in the entries, and O(*n* log *n*) in the findings.
  package static func findings(in sources: DictionarySources, usedClasses: Set<String>) -> [LintFinding] {
    let entries = LintEntries(sources)
    let checks: [Check] = [
      ContradictionCheck.findings, ShortFormCheck.findings, FormCheck.findings, VerbCheck.findings,
      { UnusedClassCheck.findings($0, usedByRules: usedClasses) },
    ]
    let found = LintExceptions.excuse(checks.flatMap { $0(entries) }, in: sources)
    return found.enumerated().sorted { ($0.1.file, $0.1.line, $0.0) < ($1.1.file, $1.1.line, $1.0) }.map(\.1)
  }
}
